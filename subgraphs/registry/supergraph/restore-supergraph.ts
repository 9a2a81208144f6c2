import type { Context } from "../context.ts";
import { lockPart } from "../database/lock.ts";
import { PartnerRow, SubgraphRow, VersionRow } from "../database/rows.ts";
import { authorise } from "../policy.ts";
import { applyTransition } from "../serving/apply-transition.ts";
import type { SubgraphVersionRef } from "./keep-supergraph.ts";
import { supergraphRow } from "./queries.ts";

/**
 * Brings every partner's subgraph back to the version that a kept supergraph had, at once; those it did not have are
 * no longer served. Suspended partners stay suspended.
 */
export async function restoreSupergraph(
	context: Context,
	version: number,
	reason: string,
): Promise<SubgraphRow[]> {
	const actor = authorise(context.viewer, "restore supergraphs");
	const kept = await supergraphRow(context.database, version);
	const had = new Map(
		(JSON.parse(kept.parts) as SubgraphVersionRef[]).map((part) => [part.name, part.version]),
	);
	return context.database.write(async (manager) => {
		await lockPart(manager, "registry");
		const rows = await manager.find(SubgraphRow, { order: { id: "ASC" } });
		const changed: SubgraphRow[] = [];
		for (const row of rows) {
			const wanted = had.get(row.id) ?? null;
			const known =
				wanted !== null && (await manager.existsBy(VersionRow, { id: `${row.id}~${wanted}` }));
			const partner = await manager.findOneBy(PartnerRow, { id: row.partner_id });
			if (row.status === "SUSPENDED" || partner?.status === "SUSPENDED") continue;
			const transition = { kind: "restore" as const, version: known ? wanted : null };
			const entry = { action: "restoreSupergraph", reason: `supergraph ${version}: ${reason}` };
			changed.push(await applyTransition(manager, actor, row, transition, entry));
		}
		return changed;
	});
}
