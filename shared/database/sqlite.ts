import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { raw, type Sql } from "sql-template-tag";
import sqlite3 from "sqlite3";
import { DataSource, type EntityManager } from "typeorm";
import type { Database, DatabaseOptions } from "./database.ts";
import { openReader } from "./reader.ts";

/** TypeORM asks for `verbose()`, with which sqlite3 keeps a stack trace for every statement of the process. */
const DRIVER = { ...sqlite3, verbose: () => sqlite3 };

/**
 * Opens (and migrates) an SQLite file with one connection that only writes and one that only reads:
 * TypeORM gives every caller the same SQLite connection, so a shared one would mix transactions.
 */
export async function openSqlite(options: DatabaseOptions): Promise<Database> {
	mkdirSync(options.dataDir, { recursive: true });
	const file = join(options.dataDir, `${options.name}.sqlite`);
	const writer = await new DataSource({
		type: "sqlite",
		database: file,
		entities: options.rows,
		migrations: options.migrations,
		migrationsRun: true,
		enableWAL: true,
		busyTimeout: 10_000,
		driver: DRIVER,
	}).initialize();
	await writer.query("PRAGMA synchronous = FULL");
	const reader = await openReader(file);
	let last: Promise<unknown> = Promise.resolve();
	return {
		engine: "sqlite",
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
