import type { MigrationInterface, QueryRunner } from "typeorm";
import { createIndices, createTable } from "../../../shared/database/table.ts";

export class Mep1700000000000 implements MigrationInterface {
	async up(runner: QueryRunner): Promise<void> {
		await createTable(runner, "mep_centers", {
			id: "text",
			name: "text",
			state: "text",
			host_organization: "text?",
			host_kind: "text?",
			city: "text?",
			website: "text?",
			note: "text?",
			as_of: "text?",
			source_url: "text",
			read_on: "text",
		});
		await createTable(
			runner,
			"awards",
			{
				id: "text",
				center_id: "text",
				amount_usd: "double precision",
				fiscal_year: "integer?",
				period: "text?",
				source_url: "text",
				read_on: "text",
			},
			{ center_id: "mep_centers" },
		);
		await createTable(
			runner,
			"embeddings",
			{
				id: "text",
				center_id: "text?",
				institute_id: "text?",
				kind: "text",
				starts_on: "text?",
				ends_on: "text?",
				award_usd: "double precision?",
				note: "text?",
				as_of: "text?",
				source_url: "text",
				read_on: "text",
			},
			{ center_id: "mep_centers" },
		);
		await createIndices(runner, [
			["mep_centers", [["state", "id"]]],
			["awards", [["center_id"]]],
			["embeddings", [["center_id"], ["institute_id"]]],
		]);
	}

	async down(runner: QueryRunner): Promise<void> {
		for (const name of ["embeddings", "awards", "mep_centers"]) await runner.dropTable(name);
	}
}
