import { type MigrationInterface, type QueryRunner, TableIndex } from "typeorm";
import { createIndices, createTable } from "../../../shared/database/table.ts";

const CONTENT = {
	basis: "text",
	synthetic: "boolean",
	periods: "text",
	rules: "text",
	digest: "text",
	program: "text",
} as const;
const BASIS = { part: "text", fingerprint: "text", body: "text" } as const;

/** Tables of which no row is ever changed or deleted. */
const IMMUTABLE = ["releases", "release_tables", "release_bases"];
const TABLES = [
	...IMMUTABLE.toReversed(),
	"release_preview_bases",
	"release_preview_tables",
	"release_previews",
	"closed_quarters",
];

const REFUSAL = "a release is never changed";

async function makeImmutable(runner: QueryRunner): Promise<void> {
	const postgres = runner.connection.options.type === "postgres";
	if (postgres)
		await runner.query(
			`CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '${REFUSAL}'; END $$`,
		);
	for (const table of IMMUTABLE)
		for (const change of ["UPDATE", "DELETE"])
			await runner.query(
				`CREATE TRIGGER ${table}_no_${change.toLowerCase()} BEFORE ${change} ON ${table} ${
					postgres
						? "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
						: `BEGIN SELECT RAISE(ABORT, '${REFUSAL}'); END`
				}`,
			);
}

/** Releases of statistics, their previews, and quarters that the program office closed. */
export class Releases1700000006000 implements MigrationInterface {
	async up(runner: QueryRunner): Promise<void> {
		await createTable(runner, "closed_quarters", {
			id: "text",
			fiscal_year: "integer",
			quarter: "integer",
			closed_at: "text",
			closed_by: "text",
			reason: "text",
			revision: "integer",
		});
		await createTable(runner, "releases", {
			id: "text",
			number: "integer",
			published_at: "text",
			published_by: "text",
			preview_id: "text",
			note: "text?",
			...CONTENT,
		});
		await createTable(runner, "release_previews", {
			id: "text",
			made_at: "text",
			seq: "integer",
			asked: "text?",
			previous_id: "text?",
			summary: "text",
			...CONTENT,
		});
		for (const [owner, table] of [
			["release", "releases"],
			["release_preview", "release_previews"],
		] as const) {
			const column = owner === "release" ? "release_id" : "preview_id";
			const to = { [column]: table };
			const owned = { id: "text", [column]: "text" } as const;
			await createTable(
				runner,
				`${owner}_tables`,
				{ ...owned, table_id: "text", cells: "text" },
				to,
			);
			await createTable(runner, `${owner}_bases`, { ...owned, ...BASIS }, to);
		}
		for (const column of ["number", "preview_id"])
			await runner.createIndex(
				"releases",
				new TableIndex({
					name: `releases_by_${column}`,
					columnNames: [column],
					isUnique: true,
				}),
			);
		await createIndices(runner, [
			["release_tables", [["release_id"]]],
			["release_bases", [["release_id"], ["part"]]],
			["release_preview_tables", [["preview_id"]]],
			["release_preview_bases", [["preview_id"]]],
			["outcomes", [["window_end"]]],
		]);
		await makeImmutable(runner);
	}

	async down(runner: QueryRunner): Promise<void> {
		for (const table of TABLES) await runner.dropTable(table);
		if (runner.connection.options.type === "postgres")
			await runner.query("DROP FUNCTION refuse_change()");
		await runner.dropIndex("outcomes", "outcomes_by_window_end");
	}
}
