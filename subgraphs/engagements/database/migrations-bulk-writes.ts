import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumn } from "../../../shared/database/table.ts";

/** Counts writes of many records without revisions, from which hubs learn that they must read all of them again. */
export class BulkWrites1700000006500 implements MigrationInterface {
	async up(runner: QueryRunner): Promise<void> {
		await addColumn(runner, "dataset", "bulk_writes", "integer NOT NULL DEFAULT 0");
	}

	async down(runner: QueryRunner): Promise<void> {
		await runner.query("ALTER TABLE dataset DROP COLUMN bulk_writes");
	}
}
