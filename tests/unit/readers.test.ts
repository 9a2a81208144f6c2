import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_DATABASE_BOUNDS } from "../../shared/config-database.ts";
import { openReaders, type Readers } from "../../shared/database/readers.ts";
import { openSqlite } from "../../shared/database/sqlite.ts";

const dir = mkdtempSync(join(tmpdir(), "readers-"));
const file = join(dir, "readers.sqlite");
const opened: Readers[] = [];

async function open(readConnections: number, more: { statementMs?: number; waitMs?: number } = {}) {
	const readers = await openReaders(file, { ...DEFAULT_DATABASE_BOUNDS, readConnections, ...more });
	opened.push(readers);
	return readers;
}

beforeAll(async () => {
	const made = await openSqlite({ dataDir: dir, name: "readers", rows: [], migrations: [] });
	await made.close();
});
afterAll(async () => {
	await Promise.all(opened.map((one) => one.close()));
	rmSync(dir, { recursive: true });
});

/** Generates the numbers 1 to `most`; takes time proportional to `most`. */
const counted = (most: number) =>
	`WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${most}) SELECT COUNT(*) AS count FROM n`;
const ENDLESS = counted(1e12);
const tooLong = { extensions: { code: "UNAVAILABLE" } };

describe("connections that read", () => {
	it("let nobody wait for long statements, however many there are", async () => {
		const readers = await open(3, { statementMs: 4000, waitMs: 60_000 });
		const ended: string[] = [];
		const long = Array.from({ length: 4 }, (_, i) =>
			readers.all(`${ENDLESS} WHERE n <> ${-i}`).catch((error) => {
				ended.push("long");
				return error;
			}),
		);
		for (let at = 0; at < 20; at++)
			expect(await readers.all(counted(10 + at))).toEqual([{ count: 10 + at }]);
		ended.push("short");
		expect(ended).toEqual(["short"]);
		for (const error of await Promise.all(long)) expect(error).toMatchObject(tooLong);
		expect(await readers.all("SELECT 1 AS one")).toEqual([{ one: 1 }]);
	});

	it("run a statement to its end that was stopped for another", async () => {
		const readers = await open(2, { statementMs: 20_000 });
		const many = 2_000_000;
		const long = [1, 2, 3].map(() => readers.all(counted(many)));
		for (let at = 0; at < 10; at++) await readers.all("SELECT 1");
		expect(await Promise.all(long)).toEqual(Array(3).fill([{ count: many }]));
	});

	it("fail alone", async () => {
		const readers = await open(2);
		const answers = await Promise.allSettled(
			Array.from({ length: 20 }, (_, i) =>
				readers.all(i % 2 ? "SELECT nothing FROM nowhere" : `SELECT ${i} AS i`),
			),
		);
		expect(answers.map(({ status }) => status)).toEqual(
			Array.from({ length: 20 }, (_, i) => (i % 2 ? "rejected" : "fulfilled")),
		);
	});

	it("are waited for so long at most", async () => {
		const readers = await open(1, { statementMs: 1000, waitMs: 100 });
		const long = readers.all(ENDLESS).catch((error) => error);
		await expect(readers.all("SELECT 1 AS one")).rejects.toMatchObject({ code: "HUB_WAITED" });
		expect(await long).toMatchObject(tooLong);
		expect(await readers.all("SELECT 1 AS one")).toEqual([{ one: 1 }]);
	});

	it("close once all who wait were answered, and take no more", async () => {
		const readers = await openReaders(file, { ...DEFAULT_DATABASE_BOUNDS, readConnections: 2 });
		const asked = Array.from({ length: 10 }, (_, i) => readers.all(counted(20_000 + i)));
		const closed = readers.close();
		await expect(readers.all("SELECT 1")).rejects.toMatchObject(tooLong);
		expect(await Promise.all(asked)).toEqual(
			Array.from({ length: 10 }, (_, i) => [{ count: 20_000 + i }]),
		);
		await closed;
	});

	it("tell the version while all of them are busy, and every commit changes it", async () => {
		const readers = await open(1, { statementMs: 1500 });
		const writer = await openSqlite({ dataDir: dir, name: "readers", rows: [], migrations: [] });
		const long = readers.all(ENDLESS).catch((error) => error);
		const seen = new Set([await readers.version()]);
		expect(await readers.version()).toBe([...seen][0]);
		for (let version = 1; version <= 5; version++) {
			await writer.write((manager) => manager.query(`PRAGMA user_version = ${version}`));
			seen.add(await readers.version());
		}
		expect(seen.size).toBe(6);
		await long;
		await writer.close();
	});
});
