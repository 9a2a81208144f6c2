import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumn } from "../../../shared/database/table.ts";

const DATED = ["observations", "documents", "courses"];

/** The words in which a source says what date a figure is of, beside the date that they mean. */
export class DateWords1700000002000 implements MigrationInterface {
	async up(runner: QueryRunner): Promise<void> {
		for (const table of DATED) await addColumn(runner, table, "as_of_words", "text");
	}

	async down(runner: QueryRunner): Promise<void> {
		for (const table of DATED) await runner.dropColumn(table, "as_of_words");
	}
}
