import type { EntityManager, FindOptionsWhere } from "typeorm";
import { EngagementRow, MembershipRow, OutcomeRow } from "../database/rows.ts";
import { traceIdOf } from "../engagement/rules.ts";

/** A manufacturer's id and the ids of all that were merged into it. */
export async function subtreeOf(manager: EntityManager, id: string): Promise<string[]> {
	const [mark] = manager.connection.options.type === "postgres" ? ["$1"] : ["?"];
	const rows: Array<{ id: string }> = await manager.query(
		`WITH RECURSIVE t(id) AS (SELECT id FROM smes WHERE id = ${mark} UNION SELECT s.id FROM smes s JOIN t ON s.merged_into = t.id) SELECT id FROM t`,
		[id],
	);
	return rows.map((row) => row.id);
}

/** Makes records count under another manufacturer; the id they were logged under stays. */
export async function moveRecords(
	manager: EntityManager,
	where: FindOptionsWhere<EngagementRow> & FindOptionsWhere<OutcomeRow>,
	smeId: string,
): Promise<void> {
	const rows = await manager.find(EngagementRow, {
		select: { id: true, sme_id: true, kind: true, center_id: true, institute_id: true },
		where,
	});
	for (const row of rows)
		await manager.update(
			EngagementRow,
			{ id: row.id },
			{ sme_id: smeId, trace_id: traceIdOf({ ...row, sme_id: smeId }) },
		);
	await manager.update(OutcomeRow, where, { sme_id: smeId });
	await manager.update(MembershipRow, where as FindOptionsWhere<MembershipRow>, { sme_id: smeId });
}
