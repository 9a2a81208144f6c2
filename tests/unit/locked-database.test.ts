import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import sql from "sql-template-tag";
import sqlite3 from "sqlite3";
import { afterEach, expect, it, vi } from "vitest";
import type { DatabaseBounds } from "../../shared/config-database.ts";
import type { Storage } from "../../shared/database/database.ts";
import { createLog } from "../../shared/log.ts";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";
import { SmeRow } from "../../subgraphs/engagements/database/rows.ts";
import { smeRow } from "../support/rows.ts";
import { emptyStorage } from "../support/storage.ts";

const closing: Array<() => Promise<unknown>> = [];
afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

/** Another program that has the database open, and locks it as its statements say. */
async function other({ dataDir }: Storage, ...statements: string[]) {
	const connection = new sqlite3.Database(join(dataDir, "engagements.sqlite"));
	const run = (statement: string) =>
		new Promise<void>((done, failed) =>
			connection.run(statement, (error) => (error ? failed(error) : done())),
		);
	for (const statement of statements) await run(statement);
	let open = true;
	const close = async () => {
		if (!open) return;
		open = false;
		await run("ROLLBACK").catch(() => undefined);
		await new Promise((done) => connection.close(done));
	};
	closing.push(close);
	return close;
}

async function opened(
	storage: Storage,
	bounds: Partial<DatabaseBounds> = {},
	log = createLog("silent"),
) {
	const database = await openEngagementsDatabase({ ...storage, bounds, log });
	closing.push(() => database.close());
	return database;
}

it("a write waits for another program's transaction, and is told where that takes too long; reads go on", async () => {
	const storage = await emptyStorage();
	const log = createLog("silent");
	const [error, info] = [vi.spyOn(log, "error"), vi.spyOn(log, "info")];
	const database = await opened(storage, { lockMs: 400 }, log);
	const keep = (id: string) => database.write((manager) => manager.insert(SmeRow, smeRow(id)));
	let release = await other(storage, "BEGIN IMMEDIATE");
	const began = performance.now();
	const refused = await Promise.allSettled(["a", "b", "c"].map(keep));
	for (const one of refused)
		expect(one).toMatchObject({
			reason: {
				message: expect.stringMatching(
					/^The engagements database (is busy with other changes|has more to do than it can take at a time); the change was not saved/,
				),
				extensions: { code: "UNAVAILABLE" },
			},
		});
	expect(performance.now() - began).toBeLessThan(3000);
	expect(await database.read(sql`SELECT COUNT(*) AS n FROM smes`)).toEqual([{ n: 0 }]);
	await expect(database.check()).rejects.toMatchObject({ extensions: { code: "UNAVAILABLE" } });
	expect(error).toHaveBeenCalledTimes(1);
	await release();
	await database.check();
	expect(info).toHaveBeenCalledWith(
		{ database: "engagements", use: "write", failures: 4, seconds: expect.any(Number) },
		"a database answers again",
	);
	release = await other(storage, "BEGIN IMMEDIATE");
	const waits = keep("d");
	await sleep(200);
	await release();
	await waits;
	expect(await database.read(sql`SELECT s.id FROM smes s`)).toEqual([{ id: "d" }]);
});

it("a file that another program keeps for itself is UNAVAILABLE, and read again afterwards", async () => {
	const storage = await emptyStorage();
	const first = await openEngagementsDatabase(storage);
	await first.close();
	const release = await other(storage, "PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE");
	const opening = opened(storage, { waitMs: 300 });
	await sleep(300);
	await release();
	const database = await opening;
	expect(await database.read(sql`SELECT COUNT(*) AS n FROM smes`)).toEqual([{ n: 0 }]);
});

it("many writes that wait leave the process its threads: a file is read at once", async () => {
	const storages = await Promise.all(Array.from({ length: 6 }, emptyStorage));
	const waiting = [];
	for (const storage of storages) {
		const database = await opened(storage, { lockMs: 2000 });
		await other(storage, "BEGIN IMMEDIATE");
		waiting.push(database.write((manager) => manager.insert(SmeRow, smeRow("a"))));
	}
	const all = Promise.allSettled(waiting);
	const began = performance.now();
	for (let i = 0; i < 10; i++) await readFile(import.meta.filename);
	expect(performance.now() - began).toBeLessThan(1500);
	expect((await all).map(({ status }) => status)).toEqual(Array(6).fill("rejected"));
});
