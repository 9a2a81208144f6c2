import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import sqlite3 from "sqlite3";
import { expect, it } from "vitest";
import { databaseFaults } from "../../gateway/cli/check-config.ts";
import { migrateStatus, migrateUp } from "../../gateway/cli/data/migrate.ts";
import type { Storage } from "../../shared/database/database.ts";
import { openMepDatabase } from "../../subgraphs/mep/database/open.ts";
import { emptyStorage } from "../support/storage.ts";

/** Runs SQL on the database itself, behind the hub's back. */
async function behind({ dataDir, databaseUrl }: Storage, sql: string): Promise<unknown[]> {
	if (databaseUrl) {
		const client = new pg.Client({ connectionString: databaseUrl });
		await client.connect();
		const { rows } = await client.query(sql);
		await client.end();
		return rows;
	}
	const database = new sqlite3.Database(join(dataDir, "mep.sqlite"));
	const rows = await new Promise<unknown[]>((resolve, reject) => {
		database.all(sql, (error, all) => (error ? reject(error) : resolve(all)));
	});
	await new Promise((closed) => database.close(closed));
	return rows;
}

const tableOf = ({ databaseUrl }: Storage) => (databaseUrl ? "mep.migrations" : "migrations");
/** What `migrate status` or `migrate up` says. */
async function said(run: (say: (line: string) => void) => Promise<unknown>): Promise<string> {
	const lines: string[] = [];
	await run((line) => lines.push(line));
	return lines.join("\n");
}

it("migrate status tells what is pending, and migrate up applies it", async () => {
	const storage = await emptyStorage();
	expect(await said((say) => migrateStatus(storage, say))).toMatch(
		/^institutes: 0 migrations applied, 5 pending \(Institutes17/,
	);
	expect(await migrateStatus(storage, () => undefined)).toBe(false);
	expect(await said((say) => migrateUp(storage, say))).toMatch(/mep: 3 migrations applied now/);
	expect(await said((say) => migrateStatus(storage, say))).toMatch(
		/mep: 3 migrations applied\n.*All databases are up to date\.$/s,
	);
	expect(await migrateStatus(storage, () => undefined)).toBe(true);
});

it("a database of a newer version is refused with words, and not changed", async () => {
	const storage = await emptyStorage();
	await (await openMepDatabase(storage)).close();
	const [last] = (await behind(
		storage,
		`DELETE FROM ${tableOf(storage)} WHERE name LIKE 'LoadedSeeds%' RETURNING name`,
	)) as Array<{ name: string }>;
	await behind(
		storage,
		`INSERT INTO ${tableOf(storage)} (timestamp, name) VALUES (1900000000000, 'Later1900000000000')`,
	);
	const newer =
		/mep tables were made by a newer version of the hub \(Later1900000000000 is not known to this one, which ends with LoadedSeeds1700000008000\)/;
	await expect(openMepDatabase(storage)).rejects.toThrow(newer);
	await expect(migrateUp(storage, () => undefined)).rejects.toThrow(newer);
	expect(await said((say) => migrateStatus(storage, say))).toMatch(
		/mep: .*made by a newer version of the hub \(Later1900000000000\)/,
	);
	expect(await migrateStatus(storage, () => undefined)).toBe(false);
	expect(await databaseFaults(storage)).toEqual([
		{ names: expect.stringMatching(/^HUB_DATA/), text: expect.stringMatching(newer) },
	]);
	const names = await behind(storage, `SELECT name FROM ${tableOf(storage)} ORDER BY name`);
	expect(names).not.toContainEqual(last);
	expect(names).toContainEqual({ name: "Later1900000000000" });
});

it("a database in another encoding than UTF-8 is refused before a table is made", async () => {
	const storage = await emptyStorage();
	const { databaseUrl } = storage;
	if (databaseUrl) {
		const latin = new URL(databaseUrl);
		latin.pathname += "_latin";
		await behind(
			storage,
			`CREATE DATABASE ${latin.pathname.slice(1)} ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0`,
		);
		storage.databaseUrl = latin.href;
	} else {
		mkdirSync(storage.dataDir);
		const database = new sqlite3.Database(join(storage.dataDir, "mep.sqlite"));
		await new Promise((done) =>
			database.exec("PRAGMA encoding = 'UTF-16le'; CREATE TABLE x (y); DROP TABLE x", done),
		);
		await new Promise((done) => database.close(done));
	}
	await expect(openMepDatabase(storage)).rejects.toThrow(
		databaseUrl
			? /^HUB_DATABASE_URL: the database cannot be used: its encoding is LATIN1; expected UTF-8/
			: /^HUB_DATA_DIR: .* cannot be used: its encoding is UTF-16le; expected UTF-8/,
	);
	const tables = databaseUrl
		? "SELECT 1 FROM pg_namespace WHERE nspname = 'mep'"
		: "SELECT 1 FROM sqlite_master";
	expect(await behind(storage, tables)).toEqual([]);
	const [fault] = await databaseFaults(storage);
	expect(fault?.text).toMatch(/expected UTF-8/);
});

it("a file that is no database is refused by name", async () => {
	const { databaseUrl, dataDir } = await emptyStorage();
	if (databaseUrl) return;
	mkdirSync(dataDir);
	writeFileSync(
		join(dataDir, "mep.sqlite"),
		"this is no database, whatever its name says\n".repeat(99),
	);
	await expect(openMepDatabase({ dataDir })).rejects.toThrow(
		/HUB_DATA_DIR: .* cannot be used: mep.sqlite is not an SQLite database/,
	);
});
