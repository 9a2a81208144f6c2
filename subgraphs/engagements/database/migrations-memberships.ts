import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumn, createIndices, createTable } from "../../../shared/database/table.ts";

const COLUMNS: Array<[column: string, type: string]> = [
	["fee_paid", "boolean"],
	["entitlement", "text"],
];

/** Memberships of manufacturers at institutes, and what they entitle a facility access to. */
export class Memberships1700000002000 implements MigrationInterface {
	async up(runner: QueryRunner): Promise<void> {
		for (const [column, type] of COLUMNS) await addColumn(runner, "engagements", column, type);
		await createTable(
			runner,
			"memberships",
			{
				id: "text",
				sme_id: "text",
				logged_sme_id: "text",
				institute_id: "text",
				tier_id: "text?",
				started_on: "text?",
				ended_on: "text?",
				seen_on: "text?",
				note: "text?",
				center_id: "text?",
				visibility: "text",
				synthetic: "boolean",
				source_document: "text",
				source_url: "text?",
				read_on: "text?",
				revision: "integer",
			},
			{ sme_id: "smes" },
		);
		await createIndices(runner, [
			["memberships", [["institute_id", "id"], ["sme_id"], ["logged_sme_id"]]],
		]);
	}

	async down(runner: QueryRunner): Promise<void> {
		await runner.dropTable("memberships");
		for (const [column] of COLUMNS)
			await runner.query(`ALTER TABLE engagements DROP COLUMN ${column}`);
	}
}
