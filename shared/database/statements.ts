import { LRUCache } from "lru-cache";
import type sqlite3 from "sqlite3";
import { inFlight, whileRunning } from "../in-flight.ts";
import { databaseClosed } from "./statement-time.ts";

/** Statements kept compiled; lists of ids of other lengths make other statements. */
const KEPT = 500;
/** Characters of their texts: what a compiled statement holds grows with them. */
const MOST_TEXT = 2_000_000;
/** A longer text is compiled for one use. */
const LONGEST_KEPT = 200_000;

type Entry = { prepared: Promise<sqlite3.Statement>; users: number; kept: boolean };

/**
 * Compiled statements of one connection, each compiled once while it is kept, and freed when nobody uses it any more.
 * `share`: of what a connection usually keeps.
 */
export function statementsOf(database: sqlite3.Database, share = 1) {
	const ending = new Set<Promise<void>>();
	const running = inFlight<Promise<unknown>>();
	let closed = false;

	function end({ prepared }: Entry): void {
		const ended = prepared
			.then((statement) => new Promise<void>((resolve) => statement.finalize(() => resolve())))
			.catch(() => undefined)
			.finally(() => ending.delete(ended));
		ending.add(ended);
	}
	const kept = new LRUCache<string, Entry>({
		max: Math.ceil(KEPT * share),
		maxSize: Math.ceil(MOST_TEXT * share),
		sizeCalculation: (_, sql) => sql.length || 1,
		dispose(entry) {
			entry.kept = false;
			if (entry.users === 0) end(entry);
		},
	});

	function entryOf(sql: string): Entry {
		const found = kept.get(sql);
		if (found) return found;
		const prepared = new Promise<sqlite3.Statement>((resolve, reject) => {
			const statement = database.prepare(sql, (error: Error | null) =>
				error ? reject(error) : resolve(statement),
			);
		});
		const entry = { prepared, users: 0, kept: sql.length <= LONGEST_KEPT };
		if (entry.kept) kept.set(sql, entry);
		prepared.catch(() => kept.delete(sql));
		return entry;
	}

	async function runWith<T>(
		sql: string,
		run: (statement: sqlite3.Statement) => Promise<T>,
	): Promise<T> {
		const entry = entryOf(sql);
		entry.users++;
		try {
			return await run(await entry.prepared);
		} finally {
			if (--entry.users === 0 && !entry.kept) end(entry);
		}
	}

	return {
		async use<T>(sql: string, run: (statement: sqlite3.Statement) => Promise<T>): Promise<T> {
			if (closed) throw databaseClosed();
			return whileRunning(running, runWith(sql, run));
		},
		/** Takes no more, waits for those in use and frees them all: SQLite closes no database that has one left. */
		async close(): Promise<void> {
			closed = true;
			await Promise.allSettled(running.all());
			kept.clear();
			await Promise.all(ending);
		},
	};
}
