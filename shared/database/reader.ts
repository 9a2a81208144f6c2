import { LRUCache } from "lru-cache";
import sqlite3 from "sqlite3";

/** Statements kept compiled; lists of ids of other lengths make other statements. */
const KEPT = 500;

export type Reader = {
	all<T>(sql: string, values?: readonly unknown[]): Promise<T[]>;
	close(): Promise<void>;
};

/** Opens an SQLite file read-only. Each statement is compiled once and kept, which TypeORM's runner does not do. */
export async function openReader(file: string): Promise<Reader> {
	const database = await new Promise<sqlite3.Database>((resolve, reject) => {
		const opened = new sqlite3.Database(file, sqlite3.OPEN_READONLY, (error) =>
			error ? reject(error) : resolve(opened),
		);
	});
	const ending = new Set<Promise<void>>();
	function end(prepared: Promise<sqlite3.Statement>): void {
		const ended = prepared
			.then((statement) => new Promise<void>((resolve) => statement.finalize(() => resolve())))
			.catch(() => undefined)
			.finally(() => ending.delete(ended));
		ending.add(ended);
	}
	const statements = new LRUCache<string, Promise<sqlite3.Statement>>({ max: KEPT, dispose: end });
	function prepare(sql: string): Promise<sqlite3.Statement> {
		let prepared = statements.get(sql);
		if (!prepared) {
			prepared = new Promise((resolve, reject) => {
				const statement = database.prepare(sql, (error: Error | null) =>
					error ? reject(error) : resolve(statement),
				);
			});
			prepared.catch(() => statements.delete(sql));
			statements.set(sql, prepared);
		}
		return prepared;
	}
	async function all<T>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
		const statement = await prepare(sql);
		return new Promise((resolve, reject) => {
			statement.all(values, (error: Error | null, rows: unknown[]) =>
				error ? reject(error) : resolve(rows as T[]),
			);
		});
	}
	for (const pragma of [
		"busy_timeout = 10000",
		"cache_size = -65536",
		"mmap_size = 1073741824",
		"case_sensitive_like = ON",
	])
		await all(`PRAGMA ${pragma}`);
	return {
		all,
		async close() {
			statements.clear();
			await Promise.all(ending);
			await new Promise<void>((resolve, reject) => {
				database.close((error) => (error ? reject(error) : resolve()));
			});
		},
	};
}
