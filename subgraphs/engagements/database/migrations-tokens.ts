import { type MigrationInterface, type QueryRunner, TableIndex } from "typeorm";
import { addColumn } from "../../../shared/database/table.ts";

const INDEX = new TableIndex({
	name: "revisions_by_token",
	columnNames: ["token"],
	isUnique: true,
});

/** Random tokens of revisions, since `seq` reveals how many other changes lie between two of them. */
export class Tokens1700000004500 implements MigrationInterface {
	async up(runner: QueryRunner): Promise<void> {
		const random =
			runner.connection.options.type === "postgres"
				? "replace(gen_random_uuid()::text, '-', '')"
				: "lower(hex(randomblob(16)))";
		await addColumn(runner, "revisions", "token", "text NOT NULL DEFAULT ''");
		await runner.query(`UPDATE revisions SET token = ${random}`);
		await runner.createIndex("revisions", INDEX);
	}

	async down(runner: QueryRunner): Promise<void> {
		await runner.dropIndex("revisions", INDEX);
		await runner.query("ALTER TABLE revisions DROP COLUMN token");
	}
}
