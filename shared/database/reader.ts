import sqlite3 from "sqlite3";
import type { DatabaseBounds } from "../config-database.ts";
import { boundsOf } from "./bounds.ts";
import { wrappings } from "./json-rows.ts";
import { overdueStatements } from "./overdue.ts";
import { BUSY_TIMEOUT_MS, patiently } from "./patience.ts";
import { ranTooLong } from "./statement-time.ts";
import { statementsOf } from "./statements.ts";

export type Reader = {
	/** `isStopped`: whether a statement that was interrupted is not to run again. */
	all<T>(sql: string, values?: readonly unknown[], isStopped?: () => boolean): Promise<T[]>;
	/** Interrupts what the connection is doing. */
	interrupt(): void;
	close(): Promise<void>;
};

const CACHE_KIB = 65_536;

/** Characters that one text of SQLite may have; longer JSON is read as rows instead. */
const LONGEST = 256_000_000;

/** Whether a statement failed because of its values, or as it was written. */
const cannotBeJson = (error: unknown) =>
	/^SQLITE_(ERROR|TOOBIG)$/.test((error as { code?: string }).code ?? "");

/**
 * Opens an SQLite file read-only. Statements are kept compiled, which TypeORM's runner does not do. One that runs
 * longer than `statementMs` is stopped, and rejects with UNAVAILABLE. While another process keeps the file for itself,
 * statements are tried again for `waitMs`. `share`: of the memory that a connection usually takes.
 */
export async function openReader(
	file: string,
	bounds: Partial<Pick<DatabaseBounds, "statementMs" | "waitMs">> = {},
	share = 1,
): Promise<Reader> {
	const { statementMs, waitMs } = boundsOf({ bounds });
	const database = await new Promise<sqlite3.Database>((resolve, reject) => {
		const opened = new sqlite3.Database(file, sqlite3.OPEN_READONLY, (error) =>
			error ? reject(error) : resolve(opened),
		);
	});
	database.configure("limit", sqlite3.LIMIT_LENGTH, LONGEST);
	const statements = statementsOf(database, share);
	const bounded = overdueStatements(database, statementMs, ranTooLong);
	const once = <T>(
		sql: string,
		values: readonly unknown[],
		isStopped?: () => boolean,
	): Promise<T[]> =>
		statements.use(sql, (statement) =>
			bounded(
				() =>
					new Promise((resolve, reject) => {
						statement.all(values, (error: Error | null, rows: unknown[]) =>
							error ? reject(error) : resolve(rows as T[]),
						);
					}),
				isStopped,
			),
		);
	const wrapped = wrappings();
	async function rowsOf<T>(
		sql: string,
		values: readonly unknown[],
		isStopped?: () => boolean,
	): Promise<T[]> {
		let one = wrapped.of(sql);
		while (one)
			try {
				const [row] = await once<{ rows: string }>(one.sql, values, isStopped);
				const rows = one.rowsOf<T>(row?.rows ?? "[]");
				if (rows) return rows;
				one = wrapped.exactly(sql);
			} catch (error) {
				if (!cannotBeJson(error)) throw error;
				wrapped.refuse(sql);
				break;
			}
		const rows = await once<T & object>(sql, values, isStopped);
		wrapped.learn(sql, rows);
		return rows;
	}
	const all = <T>(
		sql: string,
		values: readonly unknown[] = [],
		isStopped?: () => boolean,
	): Promise<T[]> => patiently(waitMs, () => rowsOf<T>(sql, values, isStopped));
	for (const pragma of [
		`busy_timeout = ${BUSY_TIMEOUT_MS}`,
		`cache_size = -${Math.round(CACHE_KIB * share)}`,
		"mmap_size = 1073741824",
		"case_sensitive_like = ON",
	])
		await all(`PRAGMA ${pragma}`);
	return {
		all,
		interrupt: () => database.interrupt(),
		async close() {
			await statements.close();
			await new Promise<void>((resolve, reject) => {
				database.close((error) => (error ? reject(error) : resolve()));
			});
		},
	};
}
