import type { Sql } from "sql-template-tag";
import type { EntityManager, EntitySchema, MigrationInterface } from "typeorm";
import type { DatabaseBounds } from "../config-database.ts";
import type { Log } from "../log.ts";
import { refuseUnfit } from "./fitness.ts";
import { observed } from "./observed.ts";
import { openPostgres } from "./postgres.ts";
import { keepPrivate } from "./private-files.ts";
import { openSqlite } from "./sqlite.ts";

type Class<T> = new () => T;

/** What one transaction does. */
export type Work<T> = (manager: EntityManager) => Promise<T>;

export type WriteOptions = {
	/**
	 * May be committed together with others that wait at the same time, where the engine has one writer; for short ones.
	 * It then sees what those before it have changed, and is answered once all is kept.
	 */
	joins?: boolean;
};

export type Engine = "sqlite" | "postgres";

export interface Database {
	/** For the few statements that differ between the engines. */
	engine: Engine;
	/** Runs one statement, which sees committed rows only. Rejects with UNAVAILABLE where the database fails. */
	read<T>(statement: Sql): Promise<T[]>;
	/**
	 * Runs `work` as one transaction: when it resolves all is kept, and survives a crash. After a statement that failed
	 * nothing more is run in it and nothing kept, even where its error was swallowed. Rejects with what `work` threw, or
	 * UNAVAILABLE where the database fails (no space, no answer), saying whether it is known that nothing was kept.
	 */
	write<T>(work: Work<T>, options?: WriteOptions): Promise<T>;
	/** SQL after a table in FROM that makes SQLite use this index. */
	along(index: string): Sql;
	/** A value that changes with every commit, of this process or another. */
	version(): Promise<number | string>;
	/** Resolves where the database answers and can be written. Rejects with UNAVAILABLE, saying why it does not. */
	check(): Promise<void>;
	/** Takes no more writes and finishes what runs. What comes later is UNAVAILABLE. */
	close(): Promise<void>;
}

/** Where a subgraph keeps its rows: an SQLite file in `dataDir`, or a schema of its own in a PostgreSQL database. */
export type Storage = {
	dataDir: string;
	/** "postgres://…"; absent for SQLite. */
	databaseUrl?: string;
	/** Replicas of the PostgreSQL database, for reads. */
	readUrls?: readonly string[];
	/** Connections and deadlines; what is not given is as by default. */
	bounds?: Partial<DatabaseBounds>;
	/** Called with each statement that reads, for tests that count them. */
	onStatement?: (sql: string) => void;
	/** Where failures of the database are logged. */
	log?: Log;
};

export type DatabaseDefinition = {
	/** Name of the file or of the schema. */
	name: string;
	rows: Array<Class<object> | EntitySchema>;
	/** In the order in which they run. */
	migrations: Array<Class<MigrationInterface>>;
};

export type DatabaseOptions = Storage & DatabaseDefinition;

/**
 * Opens (and migrates) a subgraph's database. Throws an Error, before anything is changed, where it was made by a newer
 * version of the hub, has another encoding than UTF-8, or is in a folder that cannot be written.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
	const { databaseUrl, dataDir, name } = options;
	await refuseUnfit(options, options);
	if (!databaseUrl) keepPrivate(dataDir, name);
	return observed(
		await (databaseUrl ? openPostgres(options, databaseUrl) : openSqlite(options)),
		name,
	);
}
