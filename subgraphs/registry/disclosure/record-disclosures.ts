import { randomUUID } from "node:crypto";
import type { Database } from "../../../shared/database/database.ts";
import type { Disclosure } from "../../../shared/registry.ts";
import { DisclosedRecordRow, DisclosureRow } from "../database/record-rows.ts";

/** Rows of one INSERT, so that no statement has too many parameters. */
const AT_ONCE = 500;
const LONGEST_ID = 500;

/** Records what requests disclosed to partners. */
export async function recordDisclosures(
	database: Database,
	made: readonly Disclosure[],
): Promise<void> {
	if (made.length === 0) return;
	const rows = made.map((one) => ({ id: `dis_${randomUUID()}`, one }));
	const disclosures: DisclosureRow[] = rows.map(({ id, one }) => ({
		id,
		at: one.at,
		request_id: one.requestId,
		partner_id: one.partnerId,
		subgraph: one.subgraph,
		type: one.type,
		fields: JSON.stringify(one.fields),
		representations: one.representations,
		consumer: one.consumer,
	}));
	const records: DisclosedRecordRow[] = rows.flatMap(({ id, one }) =>
		[...new Set(one.ids ?? [])]
			.map((record) => record.slice(0, LONGEST_ID))
			.map((record_id) => ({ id: `${id}~${record_id}`, disclosure_id: id, record_id })),
	);
	await database.write(async (manager) => {
		for (let at = 0; at < disclosures.length; at += AT_ONCE)
			await manager.insert(DisclosureRow, disclosures.slice(at, at + AT_ONCE));
		for (let at = 0; at < records.length; at += AT_ONCE)
			await manager.insert(DisclosedRecordRow, records.slice(at, at + AT_ONCE));
	});
}
