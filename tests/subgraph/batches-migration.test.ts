import sql from "sql-template-tag";
import { expect, it } from "vitest";
import type { Actor } from "../../shared/viewer/viewer.ts";
import { BatchRow } from "../../subgraphs/engagements/database/batch-row.ts";
import { Batches1700000004000 } from "../../subgraphs/engagements/database/migrations-batches.ts";
import { ImportParts1700000007500 } from "../../subgraphs/engagements/database/migrations-import-parts.ts";
import { keepRevision } from "../../subgraphs/engagements/record/revisions.ts";
import { openEngagementsFixture } from "../support/engagements.ts";
import { engagementRow } from "../support/rows.ts";
import { ELSEWHERE, MANAGER, OFFICE, STAFF } from "../support/viewers.ts";

const batch = (digit: number) => `bat_${String(digit).repeat(32)}`;

it("batches of older imports are created from the changes that name them", async () => {
	const old = await openEngagementsFixture();
	const made = (id: string, center: string | null) =>
		engagementRow(id, { sme_id: "sme_a", kind: "EVENT", center_id: center }, "2020");
	await old.database.write(async (manager) => {
		const migration = new Batches1700000004000();
		const runner = manager.queryRunner as NonNullable<typeof manager.queryRunner>;
		// What later versions keep of imports names them.
		const later = new ImportParts1700000007500();
		await later.down(runner);
		await migration.down(runner);
		type Step = [Actor, string, string, number, number | null];
		const steps: Step[] = [
			// Batch 1 created two records and changed one of them again; both were undone.
			[STAFF, "a", "imported", 1, 1],
			[STAFF, "b", "imported", 1, 1],
			[STAFF, "a", "imported again", 2, 1],
			[MANAGER, "a", "import undone", 3, null],
			// Later versions name the batch in the changes that undo it.
			[MANAGER, "b", "import undone", 2, 1],
			// One record of batch 2 was changed by hand and not undone.
			[OFFICE, "c", "imported", 1, 2],
			[OFFICE, "d", "imported", 1, 2],
			[MANAGER, "d", "amended", 2, null],
			[OFFICE, "c", "import undone", 2, null],
			// Batch 3 was not undone.
			[ELSEWHERE, "d", "imported again", 3, 3],
		];
		for (const [actor, id, action, revision, digit] of steps) {
			const row = (number: number) => ({
				...made(id, "center" in actor ? actor.center : null),
				revision: number,
			});
			await keepRevision(manager, actor, {
				type: "ENGAGEMENT",
				action,
				before: revision === 1 ? null : row(revision - 1),
				after: row(revision),
				reason: action === "import undone" ? `undo of ${id}` : null,
				batchId: digit === null ? null : batch(digit),
			});
		}
		await migration.up(runner);
		await later.up(runner);
	});
	const rows = await old.database.write((manager) =>
		manager.find(BatchRow, { order: { id: "ASC" } }),
	);
	const unknown = { file_name: null, rows: null, unchanged: null, failed: null };
	expect(rows).toMatchObject([
		{
			id: batch(1),
			center_id: "ga-mep",
			subject: "staff-1",
			role: "FIELD_STAFF",
			created: 2,
			updated: 1,
			state: "UNDONE",
			undone_by: "boss-1",
			undo_reason: "undo of b",
			...unknown,
		},
		{
			id: batch(2),
			center_id: null,
			role: "PROGRAM_OFFICE",
			created: 2,
			updated: 0,
			state: "PARTLY_UNDONE",
			undone_by: "office-1",
			undo_reason: "undo of c",
			...unknown,
		},
		{ id: batch(3), center_id: "oh-mep", created: 0, updated: 1, state: "TAKEN", undone_at: null },
	]);
	const [times] = await old.database.read<{ first: string; last: string }>(
		sql`SELECT MIN(r.at) AS first, MAX(r.at) AS last FROM revisions r WHERE r.batch_id = ${batch(1)} AND r.action <> 'import undone'`,
	);
	expect([rows[0]?.started_at, rows[0]?.last_at]).toEqual([times?.first, times?.last]);
	await old.close();
});
