import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from "typeorm";
import {
	type Database,
	type DatabaseDefinition,
	openDatabase,
	type Storage,
} from "../../shared/database/database.ts";
import { createIndices, createTable } from "../../shared/database/table.ts";

/** A session of the console. Times are seconds since 1970. */
@Entity("sessions")
export class SessionRow {
	/** Derived from the secret in the cookie. */
	@PrimaryColumn("text") id: string;
	/** Tokens and name, encrypted with a key that only the cookie has. */
	@Column("text") sealed: string;
	/** How often the tokens were replaced. */
	@Column("integer") generation: number;
	/** Until when one hub alone may replace them. */
	@Column("integer", { nullable: true }) refreshing_until: number | null;
	@Column("integer") expires_at: number;
}

class Sessions1700000020000 implements MigrationInterface {
	async up(runner: QueryRunner): Promise<void> {
		await createTable(runner, "sessions", {
			id: "text",
			sealed: "text",
			generation: "integer",
			refreshing_until: "integer?",
			expires_at: "integer",
		});
		await createIndices(runner, [["sessions", [["expires_at"]]]]);
	}
	async down(runner: QueryRunner): Promise<void> {
		await runner.dropTable("sessions");
	}
}

/** Its tables, and how they came about. */
export const SESSIONS_DATABASE: DatabaseDefinition = {
	name: "sessions",
	rows: [SessionRow],
	migrations: [Sessions1700000020000],
};

/** Opens (and migrates) the sessions: on PostgreSQL those of all hubs that share the database. */
export function openSessionsDatabase(storage: Storage): Promise<Database> {
	return openDatabase({ ...storage, ...SESSIONS_DATABASE });
}
