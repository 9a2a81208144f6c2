import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumn } from "../../../shared/database/table.ts";

/** What observations are searched by. Loading the seeds fills it. */
export class FigureSearch1700000003000 implements MigrationInterface {
	async up(runner: QueryRunner): Promise<void> {
		await addColumn(runner, "observations", "search_text", "text");
	}

	async down(runner: QueryRunner): Promise<void> {
		await runner.dropColumn("observations", "search_text");
	}
}
