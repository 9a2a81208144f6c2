import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumn } from "../../../shared/database/table.ts";

/** Engagements logged after their quarter was reported, and manufacturers removed by undoing an import. */
export class Late1700000003000 implements MigrationInterface {
	async up(runner: QueryRunner): Promise<void> {
		await addColumn(runner, "engagements", "late", "boolean NOT NULL DEFAULT FALSE");
		await addColumn(runner, "smes", "removed", "boolean NOT NULL DEFAULT FALSE");
	}

	async down(runner: QueryRunner): Promise<void> {
		await runner.query("ALTER TABLE engagements DROP COLUMN late");
		await runner.query("ALTER TABLE smes DROP COLUMN removed");
	}
}
