import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { raw, type Sql } from "sql-template-tag";
import { inFlight, whileRunning } from "../in-flight.ts";
import { boundsOf } from "./bounds.ts";
import type { Database, DatabaseOptions, Work, WriteOptions } from "./database.ts";
import { faultsOf } from "./fault.ts";
import { gateOf } from "./gate.ts";
import { type GroupConnection, groupCommit } from "./group-commit.ts";
import { parametersOf } from "./parameters.ts";
import { openReaders } from "./readers.ts";
import { openWriter } from "./sqlite-writer.ts";
import { databaseClosed } from "./statement-time.ts";
import { transact } from "./transaction.ts";

/**
 * Opens (and migrates) an SQLite file with one connection that only writes and a few that only read: TypeORM gives
 * every caller the same SQLite connection, so a shared one would mix transactions.
 */
export async function openSqlite(options: DatabaseOptions): Promise<Database> {
	mkdirSync(options.dataDir, { recursive: true });
	const file = join(options.dataDir, `${options.name}.sqlite`);
	const bounds = boundsOf(options);
	const faults = faultsOf(options);
	const { faultOf } = faults;
	const writer = await openWriter(file, options, bounds.lockMs);
	const readers = await openReaders(file, bounds);
	const turns = gateOf({ reads: 1, writes: 1 });
	const writing = inFlight<Promise<unknown>>();
	let closed = false;

	async function read<T>(text: string, values?: readonly unknown[]): Promise<T[]> {
		try {
			const rows = await readers.all<T>(text, values);
			faults.answered("read");
			return rows;
		} catch (error) {
			throw faultOf(error, "read");
		}
	}

	/** Runs `work` with the connection when it is its turn, within `lockMs` since it came. */
	async function inTurn<T>(
		since: number,
		work: (connection: GroupConnection) => Promise<T>,
	): Promise<T> {
		const left = () => Math.max(0, bounds.lockMs - (performance.now() - since));
		const failed = (error: unknown) => {
			throw faultOf(error, "work");
		};
		const leave = await turns.enter("write", left()).catch(failed);
		try {
			return await work(await writer.connection(left()).catch(failed));
		} finally {
			leave();
		}
	}
	const inGroup = groupCommit(inTurn, faultOf, bounds.lockMs);

	async function write<T>(work: Work<T>, { joins = false }: WriteOptions = {}): Promise<T> {
		if (closed) throw databaseClosed();
		const writes = joins
			? inGroup(work)
			: inTurn(performance.now(), (connection) => transact(connection, faultOf, work));
		const answered = writes.then((done) => {
			faults.answered("write");
			return done;
		});
		return whileRunning(writing, answered);
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
			return readers.version().catch((error: unknown) => {
				throw faultOf(error, "read");
			});
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
			await Promise.allSettled(writing.all());
			await readers.close();
			await writer.close();
		},
	};
}
