import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { Sql } from "sql-template-tag";
import sqlite3 from "sqlite3";
import {
	DataSource,
	type EntityManager,
	type EntitySchema,
	type MigrationInterface,
} from "typeorm";

type Class<T> = new () => T;

export interface Database {
	/** Runs one statement on the reading connection, which sees committed rows only. */
	read<T>(statement: Sql): Promise<T[]>;
	/** Runs `work` as one transaction; transactions queue one after another. */
	write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
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
	}).initialize();
	await writer.query("PRAGMA synchronous = FULL");
	const reader = await new DataSource({
		type: "sqlite",
		database: options.file,
		flags: sqlite3.OPEN_READONLY,
		busyTimeout: 10_000,
	}).initialize();
	await reader.query("PRAGMA cache_size = -65536");
	await reader.query("PRAGMA mmap_size = 1073741824");
	await reader.query("PRAGMA case_sensitive_like = ON");
	let last: Promise<unknown> = Promise.resolve();
	return {
		async read<T>(statement: Sql) {
			options.onStatement?.(statement.sql);
			return (await reader.query(statement.sql, statement.values)) as T[];
		},
		write<T>(work: (manager: EntityManager) => Promise<T>) {
			const turn = last.then(() => writer.transaction(work));
			last = turn.catch(() => undefined);
			return turn;
		},
		async version() {
			const [row] = (await reader.query("PRAGMA data_version")) as [{ data_version: number }];
			return row.data_version;
		},
		async close() {
			await last;
			await reader.destroy();
			await writer.destroy();
		},
	};
}
