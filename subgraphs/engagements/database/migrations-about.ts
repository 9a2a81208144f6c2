import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumn } from "../../../shared/database/table.ts";

/** Which field the reason of a change is about. */
export class About1700000007000 implements MigrationInterface {
	async up(runner: QueryRunner): Promise<void> {
		await addColumn(runner, "revisions", "about", "text");
	}

	async down(runner: QueryRunner): Promise<void> {
		await runner.query("ALTER TABLE revisions DROP COLUMN about");
	}
}
