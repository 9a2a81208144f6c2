import type { MigrationInterface, QueryRunner } from "typeorm";
import { createIndices, createTable } from "../../../shared/database/table.ts";

/** Pairs of manufacturers that look alike and were declared not to be the same. */
export class DistinctPairs1700000007000 implements MigrationInterface {
	async up(runner: QueryRunner): Promise<void> {
		await createTable(
			runner,
			"distinct_pairs",
			{
				id: "text",
				one_id: "text",
				other_id: "text",
				center_id: "text?",
				marked_at: "text",
				marked_by: "text",
				reason: "text",
				withdrawn: "boolean",
				revision: "integer",
			},
			{ one_id: "smes", other_id: "smes" },
		);
		await createIndices(runner, [["distinct_pairs", [["one_id"], ["other_id"]]]]);
	}

	async down(runner: QueryRunner): Promise<void> {
		await runner.dropTable("distinct_pairs");
	}
}
