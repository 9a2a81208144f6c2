import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from "typeorm";
import { type Database, openDatabase, type Storage } from "../../../shared/database/database.ts";
import { createIndices, createTable } from "../../../shared/database/table.ts";

/** A file of the rows of an import that failed. Times are seconds since 1970. */
@Entity("failed_files")
export class FailedFileRow {
	@PrimaryColumn("text") id: string;
	/** Null while it is being written. */
	@Column("text", { nullable: true }) batch_id: string | null;
	/** Who may read it: a center, or an office by its role; null while it is being written. */
	@Column("text", { nullable: true }) owner: string | null;
	/** Characters that its parts take. */
	@Column("integer") size: number;
	@Column("integer") parts: number;
	@Column("integer") created_at: number;
}

/** A part of such a file: compressed, in base64. */
@Entity("failed_parts")
export class FailedPartRow {
	/** "<file>/<number>". */
	@PrimaryColumn("text") id: string;
	@Column("text") file_id: string;
	@Column("text") content: string;
}

class FailedRows1700000030000 implements MigrationInterface {
	async up(runner: QueryRunner): Promise<void> {
		await createTable(runner, "failed_files", {
			id: "text",
			batch_id: "text?",
			owner: "text?",
			size: "integer",
			parts: "integer",
			created_at: "integer",
		});
		await createTable(runner, "failed_parts", { id: "text", file_id: "text", content: "text" });
		await createIndices(runner, [
			["failed_files", [["batch_id"], ["created_at"]]],
			["failed_parts", [["file_id"]]],
		]);
	}
	async down(runner: QueryRunner): Promise<void> {
		await runner.dropTable("failed_parts");
		await runner.dropTable("failed_files");
	}
}

/** Opens (and migrates) what imports keep: on PostgreSQL that of all hubs that share the database. */
export function openImportsDatabase(storage: Storage): Promise<Database> {
	return openDatabase({
		...storage,
		name: "imports",
		rows: [FailedFileRow, FailedPartRow],
		migrations: [FailedRows1700000030000],
	});
}
