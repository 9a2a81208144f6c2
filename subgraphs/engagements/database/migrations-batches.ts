import type { MigrationInterface, QueryRunner } from "typeorm";
import { createIndices, createTable } from "../../../shared/database/table.ts";

/** Changes that undo a batch have its id too, so they are excluded by their action. */
const IMPORTED = "r.action IN ('imported', 'imported again')";

/** What each batch created and changed, from revisions, which do not tell how many rows came or failed. */
const TAKEN = `INSERT INTO import_batches
	(id, center_id, subject, role, started_at, last_at, created, updated, state)
SELECT b.batch_id, CASE WHEN f.role = 'PROGRAM_OFFICE' THEN NULL ELSE f.center_id END, f.subject, f.role,
	b.started_at, b.last_at, b.created, b.updated, 'TAKEN'
FROM (
	SELECT r.batch_id, MIN(r.seq) AS seq, MIN(r.at) AS started_at, MAX(r.at) AS last_at,
		COUNT(CASE WHEN r.record_type = 'ENGAGEMENT' AND r."before" IS NULL THEN 1 END) AS created,
		COUNT(CASE WHEN r.record_type = 'ENGAGEMENT' AND r."before" IS NOT NULL THEN 1 END) AS updated
	FROM revisions r WHERE r.batch_id IS NOT NULL AND ${IMPORTED} GROUP BY r.batch_id
) b JOIN revisions f ON f.seq = b.seq`;

/** Of the last change that undid one of a batch: an undo followed at once on the revision that it undid. */
const undo = (column: string) => `(SELECT u.${column} FROM revisions r JOIN revisions u
	ON u.record_id = r.record_id AND u.revision = r.revision + 1 AND u.action = 'import undone'
	WHERE r.batch_id = import_batches.id AND r.record_type = 'ENGAGEMENT' AND ${IMPORTED} ORDER BY u.seq DESC LIMIT 1)`;

const UNDONE = `UPDATE import_batches SET undone_at = ${undo("at")}, undone_by = ${undo("subject")}, undo_reason = ${undo("reason")}`;

/** A batch is undone where each engagement that it made or changed was. */
const STATES = `UPDATE import_batches SET state = CASE WHEN EXISTS (
	SELECT 1 FROM revisions r WHERE r.batch_id = import_batches.id AND r.record_type = 'ENGAGEMENT' AND ${IMPORTED}
	AND NOT EXISTS (
		SELECT 1 FROM revisions last JOIN revisions u
			ON u.record_id = last.record_id AND u.revision = last.revision + 1 AND u.action = 'import undone'
		WHERE last.batch_id = r.batch_id AND last.record_id = r.record_id
	)
) THEN 'PARTLY_UNDONE' ELSE 'UNDONE' END WHERE undone_at IS NOT NULL`;

/** Indices by author, time of change and import key. None starts with a column of few values, which planners without statistics take for selective. */
const INDICES: Array<[string, string[][]]> = [
	[
		"import_batches",
		[
			["center_id", "started_at", "id"],
			["started_at", "id"],
		],
	],
	[
		"revisions",
		[
			["subject", "record_type", "revision", "record_id"],
			["at", "record_type", "record_id"],
		],
	],
	["requests", [["record_id"]]],
	["engagements", [["center_id", "id"]]],
	["outcomes", [["institute_id"]]],
	["quarters", [["fiscal_year", "quarter", "id"]]],
];

/** The table of imports, and indices for work lists. */
export class Batches1700000004000 implements MigrationInterface {
	async up(runner: QueryRunner): Promise<void> {
		await createTable(runner, "import_batches", {
			id: "text",
			center_id: "text?",
			subject: "text",
			role: "text",
			file_name: "text?",
			started_at: "text",
			last_at: "text",
			rows: "integer?",
			created: "integer",
			updated: "integer",
			unchanged: "integer?",
			failed: "integer?",
			state: "text",
			undone_at: "text?",
			undone_by: "text?",
			undo_reason: "text?",
		});
		for (const statement of [TAKEN, UNDONE, STATES]) await runner.query(statement);
		await createIndices(runner, INDICES);
		// Few engagements are open at a time: lists of these alone need not scan all that were approved.
		await runner.query(
			"CREATE INDEX engagements_open ON engagements (center_id, started_first, id) WHERE status IN ('DRAFT', 'SUBMITTED', 'RETURNED')",
		);
	}

	async down(runner: QueryRunner): Promise<void> {
		await runner.query("DROP INDEX engagements_open");
		for (const [table, sets] of INDICES)
			for (const columns of sets)
				if (table !== "import_batches")
					await runner.dropIndex(table, `${table}_by_${columns.join("_")}`);
		await runner.dropTable("import_batches");
	}
}
