import sql from "sql-template-tag";
import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from "typeorm";
import type { Database } from "./database.ts";
import { createTable } from "./table.ts";

const ONLY = "seeds";

/** Which seed data a database has, and what loaded it: one row, absent until all of it was loaded. */
@Entity("loaded_seeds")
export class LoadedSeedsRow {
	@PrimaryColumn("text") id: string;
	/** SHA-256 of the files and of the program. */
	@Column("text") digest: string;
}

/** Remembers which seed data was loaded, so that a start does not read it again. */
export class LoadedSeeds1700000008000 implements MigrationInterface {
	async up(runner: QueryRunner): Promise<void> {
		await createTable(runner, "loaded_seeds", { id: "text", digest: "text" });
	}

	async down(runner: QueryRunner): Promise<void> {
		await runner.dropTable("loaded_seeds");
	}
}

/** Digest of the seed data that was loaded last; undefined if none was. */
export async function loadedSeeds(database: Database): Promise<string | undefined> {
	const [row] = await database.read<LoadedSeedsRow>(sql`SELECT digest FROM loaded_seeds`);
	return row?.digest;
}

/** Notes that all seed data of a digest is in the database. */
export async function noteLoadedSeeds(database: Database, digest: string): Promise<void> {
	await database.write((manager) => manager.upsert(LoadedSeedsRow, { id: ONLY, digest }, ["id"]));
}
