import type { MigrationInterface, QueryRunner } from "typeorm";
import { createIndices, createTable } from "../../../shared/database/table.ts";

/** Numbered parts of imports with what was answered to each, and the rows of them that failed. */
export class ImportParts1700000007500 implements MigrationInterface {
	async up(runner: QueryRunner): Promise<void> {
		await createTable(
			runner,
			"import_parts",
			{
				id: "text",
				batch_id: "text",
				part: "integer",
				fingerprint: "text",
				columns: "text",
				result: "text",
				at: "text",
			},
			{ batch_id: "import_batches" },
		);
		await createTable(
			runner,
			"import_failed_rows",
			{
				id: "text",
				batch_id: "text",
				part_id: "text",
				line: "integer",
				cells: "text",
				failures: "text",
			},
			{ batch_id: "import_batches", part_id: "import_parts" },
		);
		await createIndices(runner, [
			["import_parts", [["batch_id"], ["at"]]],
			["import_failed_rows", [["batch_id", "line", "id"], ["part_id"]]],
		]);
	}

	async down(runner: QueryRunner): Promise<void> {
		await runner.dropTable("import_failed_rows");
		await runner.dropTable("import_parts");
	}
}
