import { chmodSync, existsSync } from "node:fs";
import { join } from "node:path";
import sqlite3 from "sqlite3";

type Step = (done: (error: Error | null) => void) => unknown;

/** Calls what reports by a callback. */
const call = (step: Step): Promise<void> =>
	new Promise((resolve, reject) => {
		step((error) => (error ? reject(error) : resolve()));
	});

/** What the types of the driver leave out: SQLite's online backup. */
type WithBackup = sqlite3.Database & {
	backup(
		file: string,
		ready: (error: Error | null) => void,
	): {
		step(pages: number, done: (error: Error | null) => void): void;
		finish(done: (error: Error | null) => void): void;
	};
};

async function openFile(file: string): Promise<WithBackup> {
	let database: sqlite3.Database | undefined;
	await call((done) => {
		database = new sqlite3.Database(file, sqlite3.OPEN_READONLY, done);
	});
	return database as WithBackup;
}

/** A connection that sees one state of the file from now on, whatever is committed meanwhile. */
async function beginReading(file: string): Promise<WithBackup> {
	const database = await openFile(file);
	for (const statement of [
		"PRAGMA busy_timeout = 10000",
		"BEGIN",
		"SELECT COUNT(*) FROM sqlite_master",
	])
		await call((done) => database.run(statement, done));
	return database;
}

/** Throws an Error unless SQLite finds the file whole. */
export async function checkWhole(file: string): Promise<void> {
	const database = await openFile(file);
	try {
		const found = await new Promise<string>((resolve, reject) => {
			database.get("PRAGMA integrity_check(1)", (error, row: { integrity_check: string }) =>
				error ? reject(error) : resolve(row.integrity_check),
			);
		});
		if (found !== "ok") throw new Error(found);
	} finally {
		await call((done) => database.close(done));
	}
}

/**
 * Copies databases of a data folder while hubs write to them: all as they were at one moment, before the first is copied.
 * Returns the names of those that exist.
 */
export async function copySqlite(
	dataDir: string,
	into: string,
	names: readonly string[],
): Promise<string[]> {
	const found = names.filter((name) => existsSync(join(dataDir, `${name}.sqlite`)));
	const open: WithBackup[] = [];
	try {
		for (const name of found) open.push(await beginReading(join(dataDir, `${name}.sqlite`)));
		for (const [index, name] of found.entries()) {
			const file = join(into, `${name}.sqlite`);
			const source = open[index] as WithBackup;
			let copy: ReturnType<WithBackup["backup"]> | undefined;
			await call((done) => {
				copy = source.backup(file, done);
			});
			await call((done) => copy?.step(-1, done));
			await call((done) => copy?.finish(done));
			chmodSync(file, 0o600);
			await checkWhole(file);
		}
	} finally {
		for (const database of open) await call((done) => database.close(done));
	}
	return found;
}
