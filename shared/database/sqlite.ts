import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { raw, type Sql } from "sql-template-tag";
import sqlite3 from "sqlite3";
import { DataSource, type EntityManager, type QueryRunner } from "typeorm";
import type { Database, DatabaseOptions } from "./database.ts";
import { faultsOf } from "./fault.ts";
import { parametersOf } from "./parameters.ts";
import { openReader } from "./reader.ts";
import { databaseClosed } from "./statement-time.ts";
import { type Connection, transact } from "./transaction.ts";

/** TypeORM asks for `verbose()`, with which sqlite3 keeps a stack trace for every statement of the process. */
const DRIVER = { ...sqlite3, verbose: () => sqlite3 };

/** What was committed survives a power cut. */
const DURABLE = "PRAGMA synchronous = FULL";

/** The one connection that writes, replaced where a transaction on it did not end as it should. */
async function openWriter(file: string, { rows, migrations }: DatabaseOptions) {
	const source = await new DataSource({
		type: "sqlite",
		database: file,
		entities: rows,
		migrations,
		migrationsRun: true,
		enableWAL: true,
		busyTimeout: 10_000,
		driver: DRIVER,
	}).initialize();
	const driver = source.driver as DataSource["driver"] & { queryRunner?: QueryRunner };
	let open = true;
	let stale = false;

	async function closeStale(): Promise<void> {
		if (open) await driver.disconnect();
		open = false;
	}

	async function renew(): Promise<void> {
		await closeStale();
		await driver.connect();
		open = true;
		await source.query(DURABLE);
		stale = false;
	}

	await source.query(DURABLE);
	return {
		/** Rejects while the file cannot be opened. */
		async connection(): Promise<Connection> {
			if (stale) await renew();
			// TypeORM would give every transaction the same runner, with what the last one left in it.
			driver.queryRunner = undefined;
			const runner = source.createQueryRunner();
			const run = runner.query.bind(runner);
			return {
				runner,
				// Takes the lock at once: a transaction that reads first could not write once another process has.
				begin: () => run("BEGIN IMMEDIATE"),
				commit: () => run("COMMIT"),
				rollback: () => run("ROLLBACK"),
				async discard() {
					stale = true;
					await closeStale().catch(() => undefined);
				},
			};
		},
		async close(): Promise<void> {
			if (open) await source.destroy();
		},
	};
}

/**
 * Opens (and migrates) an SQLite file with one connection that only writes and one that only reads:
 * TypeORM gives every caller the same SQLite connection, so a shared one would mix transactions.
 */
export async function openSqlite(options: DatabaseOptions): Promise<Database> {
	mkdirSync(options.dataDir, { recursive: true });
	const file = join(options.dataDir, `${options.name}.sqlite`);
	const faultOf = faultsOf(options);
	const writer = await openWriter(file, options);
	const reader = await openReader(file, options.statementMs);
	let last: Promise<unknown> = Promise.resolve();
	let closed = false;

	async function read<T>(text: string, values?: readonly unknown[]): Promise<T[]> {
		try {
			return await reader.all<T>(text, values);
		} catch (error) {
			throw faultOf(error, "read");
		}
	}

	async function write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
		const connection = await writer.connection().catch((error: unknown) => {
			throw faultOf(error, "work");
		});
		return transact(connection, faultOf, work);
	}

	return {
		engine: "sqlite",
		async read<T>(statement: Sql) {
			options.onStatement?.(statement.sql);
			const { text, values } = parametersOf(statement, "sqlite");
			return read<T>(text, values);
		},
		along: (index) => raw(` INDEXED BY ${index}`),
		async write<T>(work: (manager: EntityManager) => Promise<T>) {
			if (closed) throw databaseClosed();
			const turn = last.then(() => write(work));
			last = turn.catch(() => undefined);
			return turn;
		},
		async version() {
			const [row] = await read<{ data_version: number }>("PRAGMA data_version");
			return row?.data_version ?? 0;
		},
		async close() {
			closed = true;
			await last;
			await reader.close();
			await writer.close();
		},
	};
}
