import sqlite3 from "sqlite3";
import type { DatabaseBounds } from "../config-database.ts";
import { boundsOf } from "./bounds.ts";
import { overdueStatements } from "./overdue.ts";
import { BUSY_TIMEOUT_MS, patiently } from "./patience.ts";
import { ranTooLong } from "./statement-time.ts";
import { statementsOf } from "./statements.ts";

export type Reader = {
	all<T>(sql: string, values?: readonly unknown[]): Promise<T[]>;
	close(): Promise<void>;
};

/**
 * Opens an SQLite file read-only. Statements are kept compiled, which TypeORM's runner does not do. One that runs
 * longer than `statementMs` is stopped, and rejects with UNAVAILABLE. While another process keeps the file for itself,
 * statements are tried again for `waitMs`.
 */
export async function openReader(
	file: string,
	bounds: Partial<Pick<DatabaseBounds, "statementMs" | "waitMs">> = {},
): Promise<Reader> {
	const { statementMs, waitMs } = boundsOf({ bounds });
	const database = await new Promise<sqlite3.Database>((resolve, reject) => {
		const opened = new sqlite3.Database(file, sqlite3.OPEN_READONLY, (error) =>
			error ? reject(error) : resolve(opened),
		);
	});
	const statements = statementsOf(database);
	const bounded = overdueStatements(database, statementMs, ranTooLong);
	const once = <T>(sql: string, values: readonly unknown[]): Promise<T[]> =>
		statements.use(sql, (statement) =>
			bounded(
				() =>
					new Promise((resolve, reject) => {
						statement.all(values, (error: Error | null, rows: unknown[]) =>
							error ? reject(error) : resolve(rows as T[]),
						);
					}),
			),
		);
	const all = <T>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
		patiently(waitMs, () => once<T>(sql, values));
	for (const pragma of [
		`busy_timeout = ${BUSY_TIMEOUT_MS}`,
		"cache_size = -65536",
		"mmap_size = 1073741824",
		"case_sensitive_like = ON",
	])
		await all(`PRAGMA ${pragma}`);
	return {
		all,
		async close() {
			await statements.close();
			await new Promise<void>((resolve, reject) => {
				database.close((error) => (error ? reject(error) : resolve()));
			});
		},
	};
}
