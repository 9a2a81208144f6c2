import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumn, createIndices, createTable } from "../../../shared/database/table.ts";
import { comparable } from "../name-matching/names.ts";

const COLUMNS: Array<[table: string, column: string, type: string]> = [
	["smes", "center_id", "text"],
	["smes", "merged_into", "text"],
	["smes", "root_id", "text NOT NULL DEFAULT ''"],
	["smes", "match_name", "text NOT NULL DEFAULT ''"],
	["smes", "revision", "integer NOT NULL DEFAULT 1"],
	["engagements", "logged_sme_id", "text NOT NULL DEFAULT ''"],
	["engagements", "credential", "text"],
	["engagements", "instrument", "text"],
	["engagements", "revision", "integer NOT NULL DEFAULT 1"],
	["outcomes", "logged_sme_id", "text NOT NULL DEFAULT ''"],
	["outcomes", "revision", "integer NOT NULL DEFAULT 1"],
];

/** Tables and columns for writing: revisions, idempotency keys, locked quarters, identifiers, merges. */
export class Records1700000001000 implements MigrationInterface {
	async up(runner: QueryRunner): Promise<void> {
		for (const [name, column, type] of COLUMNS) await addColumn(runner, name, column, type);
		await runner.query("UPDATE smes SET root_id = id");
		for (const name of ["engagements", "outcomes"])
			await runner.query(`UPDATE ${name} SET logged_sme_id = sme_id`);
		const smes: Array<{ id: string; name: string }> = await runner.query(
			"SELECT id, name FROM smes",
		);
		for (const { id, name } of smes)
			await runner.query(
				`UPDATE smes SET match_name = '${comparable(name).replaceAll("'", "''")}' WHERE id = '${id.replaceAll("'", "''")}'`,
			);
		await createTable(
			runner,
			"sme_identifiers",
			{ id: "text", sme_id: "text", scheme: "text", value: "text" },
			{ sme_id: "smes" },
		);
		await createTable(runner, "revisions", {
			seq: "serial",
			record_type: "text",
			record_id: "text",
			revision: "integer",
			action: "text",
			at: "text",
			subject: "text",
			role: "text",
			reason: "text?",
			before: "text?",
			after: "text",
			center_id: "text?",
			was_public: "boolean",
			is_public: "boolean",
			batch_id: "text?",
		});
		await createTable(runner, "requests", {
			id: "text",
			fingerprint: "text",
			claim: "text",
			record_id: "text?",
			revision: "integer?",
		});
		await createTable(runner, "quarters", {
			id: "text",
			center_id: "text",
			fiscal_year: "integer",
			quarter: "integer",
			reported_at: "text",
			reported_by: "text",
			engagement_count: "integer",
			sme_count: "integer",
			revision: "integer",
		});
		await createIndices(runner, [
			[
				"smes",
				[["root_id"], ["merged_into"], ["center_id"], ["match_name"], ["state", "name", "id"]],
			],
			["sme_identifiers", [["sme_id"], ["scheme", "value"]]],
			["engagements", [["logged_sme_id"]]],
			["outcomes", [["logged_sme_id"], ["center_id"]]],
			["revisions", [["record_id", "revision"], ["batch_id"], ["center_id", "seq"]]],
			["quarters", [["center_id"]]],
		]);
	}

	async down(runner: QueryRunner): Promise<void> {
		for (const name of ["quarters", "requests", "revisions", "sme_identifiers"])
			await runner.dropTable(name);
		for (const [name, index] of [
			["smes", "root_id"],
			["smes", "merged_into"],
			["smes", "center_id"],
			["smes", "match_name"],
			["smes", "state_name_id"],
			["engagements", "logged_sme_id"],
			["outcomes", "logged_sme_id"],
			["outcomes", "center_id"],
		] as const)
			await runner.dropIndex(name, `${name}_by_${index}`);
		for (const [name, column] of COLUMNS)
			await runner.query(`ALTER TABLE ${name} DROP COLUMN ${column}`);
	}
}
