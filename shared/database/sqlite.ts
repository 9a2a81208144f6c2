import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { raw, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { boundsOf } from "./bounds.ts";
import type { Database, DatabaseOptions } from "./database.ts";
import { faultsOf } from "./fault.ts";
import { gateOf } from "./gate.ts";
import { parametersOf } from "./parameters.ts";
import { openReader } from "./reader.ts";
import { openWriter } from "./sqlite-writer.ts";
import { databaseClosed } from "./statement-time.ts";
import { transact } from "./transaction.ts";

/**
 * Opens (and migrates) an SQLite file with one connection that only writes and one that only reads:
 * TypeORM gives every caller the same SQLite connection, so a shared one would mix transactions.
 */
export async function openSqlite(options: DatabaseOptions): Promise<Database> {
	mkdirSync(options.dataDir, { recursive: true });
	const file = join(options.dataDir, `${options.name}.sqlite`);
	const bounds = boundsOf(options);
	const faults = faultsOf(options);
	const { faultOf } = faults;
	const writer = await openWriter(file, options, bounds.lockMs);
	const reader = await openReader(file, bounds);
	const turns = gateOf({ reads: 1, writes: 1 });
	const writing = new Set<Promise<unknown>>();
	let closed = false;

	async function read<T>(text: string, values?: readonly unknown[]): Promise<T[]> {
		try {
			const rows = await reader.all<T>(text, values);
			faults.answered("read");
			return rows;
		} catch (error) {
			throw faultOf(error, "read");
		}
	}

	async function writeInTurn<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
		const began = performance.now();
		const leave = await turns.enter("write", bounds.lockMs).catch((error: unknown) => {
			throw faultOf(error, "work");
		});
		try {
			const left = bounds.lockMs - (performance.now() - began);
			const connection = await writer.connection(left).catch((error: unknown) => {
				throw faultOf(error, "work");
			});
			const done = await transact(connection, faultOf, work);
			faults.answered("write");
			return done;
		} finally {
			leave();
		}
	}

	async function write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
		if (closed) throw databaseClosed();
		const writes = writeInTurn(work);
		writing.add(writes);
		return writes.finally(() => writing.delete(writes));
	}

	return {
		engine: "sqlite",
		async read<T>(statement: Sql) {
			options.onStatement?.(statement.sql);
			const { text, values } = parametersOf(statement, "sqlite");
			return read<T>(text, values);
		},
		along: (index) => raw(` INDEXED BY ${index}`),
		write,
		async version() {
			const [row] = await read<{ data_version: number }>("PRAGMA data_version");
			return row?.data_version ?? 0;
		},
		async check() {
			await read("SELECT COUNT(*) FROM sqlite_schema");
			// Writes a page, as the changes that failed would have.
			if (faults.cannotWrite())
				await write(async (manager) => {
					const [{ user_version }] = await manager.query("PRAGMA user_version");
					await manager.query(`PRAGMA user_version = ${user_version}`);
				});
		},
		async close() {
			closed = true;
			await Promise.allSettled(writing);
			await reader.close();
			await writer.close();
		},
	};
}
