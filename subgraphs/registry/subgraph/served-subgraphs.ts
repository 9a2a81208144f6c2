import type { Database } from "../../../shared/database/database.ts";
import type { ServedSubgraph } from "../../../shared/registry.ts";
import { toServedGrant } from "../grant/present.ts";
import { grantRows } from "../grant/queries.ts";
import { quotaOf } from "../partner/rules.ts";
import { servedRows } from "./queries.ts";
import { servingStateOf } from "./rows.ts";

/** The partners' subgraph versions to serve now; a name appears twice where a canary runs beside an active version. */
export async function servedSubgraphs(database: Database): Promise<ServedSubgraph[]> {
	const [rows, grants] = await Promise.all([
		servedRows(database),
		grantRows(database, { validAt: new Date().toISOString() }),
	]);
	return rows.map((row) => {
		const { canary } = servingStateOf(row);
		return {
			name: row.id,
			partnerId: row.partner_id,
			version: row.version,
			url: row.url,
			sdl: row.sdl,
			hosts: JSON.parse(row.hosts),
			quota: quotaOf(JSON.parse(row.quota)),
			grants: grants.filter((grant) => grant.partner_id === row.partner_id).map(toServedGrant),
			canary:
				canary?.version === row.version
					? { share: canary.share, consumers: canary.consumers, since: canary.since }
					: null,
		};
	});
}
