import { join } from "node:path";
import sqlite3 from "sqlite3";

export type Tables = {
	all<T>(statement: string, values?: unknown[]): Promise<T[]>;
	/** Compiles a statement once for repeated execution. */
	prepare<T>(statement: string): (values: unknown[]) => Promise<T[]>;
};

/** The hub's three SQLite files as one read-only connection, for the peers that are not federated. */
export async function openTables(dataDir: string): Promise<Tables> {
	const database = new sqlite3.Database(join(dataDir, "engagements.sqlite"), sqlite3.OPEN_READONLY);
	const all = <T>(statement: string, values: unknown[] = []) =>
		new Promise<T[]>((resolve, reject) => {
			database.all(statement, values, (error, rows) =>
				error ? reject(error) : resolve(rows as T[]),
			);
		});
	for (const other of ["institutes", "mep"])
		await all(`ATTACH '${join(dataDir, `${other}.sqlite`)}' AS ${other}`);
	for (const pragma of ["cache_size = -65536", "mmap_size = 1073741824"])
		await all(`PRAGMA ${pragma}`);
	return {
		all,
		prepare<T>(statement: string) {
			const prepared = database.prepare(statement);
			return (values: unknown[]) =>
				new Promise<T[]>((resolve, reject) => {
					prepared.all(values, (error: Error | null, rows) =>
						error ? reject(error) : resolve(rows as T[]),
					);
				});
		},
	};
}
