import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { raw, type Sql } from "sql-template-tag";
import sqlite3 from "sqlite3";
import {
	DataSource,
	type EntityManager,
	type EntitySchema,
	type MigrationInterface,
} from "typeorm";
import { openReader } from "./reader.ts";

type Class<T> = new () => T;

export interface Database {
	/** Runs one statement on the reading connection, which sees committed rows only. */
	read<T>(statement: Sql): Promise<T[]>;
	/** Runs `work` as one transaction; transactions queue one after another. */
	write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
	/** Put after a table in FROM: rows are found along this index, whatever the planner thinks of others. */
	along(index: string): Sql;
	/** A number that changes whenever a write is committed, by this process or another. */
	version(): Promise<number>;
	close(): Promise<void>;
}

export type DatabaseOptions = {
	file: string;
	rows: Array<Class<object> | EntitySchema>;
	migrations: Array<Class<MigrationInterface>>;
	/** Hears each statement read, for tests that count them. */
	onStatement?: (sql: string) => void;
};

/** TypeORM asks for `verbose()`, with which sqlite3 keeps a stack trace for every statement of the process. */
const DRIVER = { ...sqlite3, verbose: () => sqlite3 };

/**
 * Opens (and migrates) an SQLite file with one connection that only writes and one that only reads:
 * TypeORM gives every caller the same SQLite connection, so a shared one would mix transactions.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
	mkdirSync(dirname(options.file), { recursive: true });
	const writer = await new DataSource({
		type: "sqlite",
		database: options.file,
		entities: options.rows,
		migrations: options.migrations,
		migrationsRun: true,
		enableWAL: true,
		busyTimeout: 10_000,
		driver: DRIVER,
	}).initialize();
	await writer.query("PRAGMA synchronous = FULL");
	const reader = await openReader(options.file);
	let last: Promise<unknown> = Promise.resolve();
	return {
		async read<T>(statement: Sql) {
			options.onStatement?.(statement.sql);
			return reader.all<T>(statement.sql, statement.values);
		},
		along: (index) => raw(` INDEXED BY ${index}`),
		write<T>(work: (manager: EntityManager) => Promise<T>) {
			const turn = last.then(() => writer.transaction(work));
			last = turn.catch(() => undefined);
			return turn;
		},
		async version() {
			const [row] = await reader.all<{ data_version: number }>("PRAGMA data_version");
			return row?.data_version ?? 0;
		},
		async close() {
			await last;
			await reader.close();
			await writer.destroy();
		},
	};
}
