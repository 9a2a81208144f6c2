import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumn } from "../../../shared/database/table.ts";

/** The words in which a page says what date it is of, beside the date that they mean. */
export class DateWords1700000001000 implements MigrationInterface {
	async up(runner: QueryRunner): Promise<void> {
		await addColumn(runner, "embeddings", "as_of_words", "text");
	}

	async down(runner: QueryRunner): Promise<void> {
		await runner.dropColumn("embeddings", "as_of_words");
	}
}
