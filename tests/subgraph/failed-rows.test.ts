import { text } from "node:stream/consumers";
import sql from "sql-template-tag";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openImportsDatabase } from "../../gateway/rest/imports/database.ts";
import {
	type FailedRowsStore,
	failedRowsStore,
} from "../../gateway/rest/imports/failed-rows-store.ts";
import type { Database } from "../../shared/database/database.ts";
import { createLog } from "../../shared/log.ts";
import type { Viewer } from "../../shared/viewer/viewer.ts";
import { emptyStorage } from "../support/storage.ts";
import { OFFICE, STAFF } from "../support/viewers.ts";

const LIMITS = { keepDays: 30, keepBytes: 3_000_000 };
const DAY_S = 86_400;
const now = () => Math.floor(Date.now() / 1000);
const batch = (digit: number) => `bat_${String(digit).repeat(32)}`;

let databases: Database[];
/** Those of two hubs that share a database. */
let stores: FailedRowsStore[];
beforeAll(async () => {
	const storage = await emptyStorage();
	databases = [await openImportsDatabase(storage), await openImportsDatabase(storage)];
	stores = databases.map((one) => failedRowsStore(one, LIMITS, createLog("silent")));
});
afterAll(async () => {
	for (const store of stores) await store.close();
});

async function stored(store: FailedRowsStore, name: string, rows: number, viewer: Viewer = STAFF) {
	const draft = store.draft();
	for (let i = 0; i < rows; i++)
		// Not compressible, so that it takes several parts.
		await draft.add(["id", "note"], [String(i), Math.random().toString(36).repeat(9)], "is wrong");
	expect(await draft.close()).toEqual({ complete: true });
	await store.keep(name, draft, viewer);
}
const opened = async (store: FailedRowsStore, name: string, viewer: Viewer = STAFF) =>
	text(await store.open(name, viewer));
const count = async (table: "failed_files" | "failed_parts") => {
	const statement =
		table === "failed_files"
			? sql`SELECT COUNT(*) AS n FROM failed_files`
			: sql`SELECT COUNT(*) AS n FROM failed_parts`;
	return (await databases[0]?.read<{ n: number }>(statement))?.[0]?.n;
};

it("failed rows that one hub has stored are served by another, to their owner only", async () => {
	const [first, second] = stores as [FailedRowsStore, FailedRowsStore];
	await stored(first, batch(1), 40_000);
	expect(Number(await count("failed_parts"))).toBeGreaterThan(2);
	const file = await opened(second, batch(1));
	expect(file.split("\n")).toHaveLength(40_002);
	expect(file.slice(0, 17)).toBe("id,note,reason\n0,");
	for (const [name, viewer] of [
		[batch(1), OFFICE],
		[batch(9), STAFF],
		["../../etc/passwd", STAFF],
	] as const)
		await expect(second.open(name, viewer)).rejects.toMatchObject({
			message: expect.stringMatching(/no failed rows/),
			extensions: { code: "NOT_FOUND" },
		});
});

it("those of a later upload replace them, those of another owner do not, and none removes them", async () => {
	const [first, second] = stores as [FailedRowsStore, FailedRowsStore];
	await stored(first, batch(2), 3);
	await stored(second, batch(2), 1);
	expect((await opened(first, batch(2))).trim().split("\n")).toHaveLength(2);
	const files = await count("failed_files");
	await expect(stored(second, batch(2), 2, OFFICE)).rejects.toThrow(/no failed rows/);
	expect(await count("failed_files")).toBe(files);
	expect((await opened(first, batch(2))).trim().split("\n")).toHaveLength(2);
	await first.keep(batch(2), undefined, STAFF);
	await expect(second.open(batch(2), STAFF)).rejects.toThrow(/no failed rows/);
});

it("a file that is replaced while it is sent breaks off, instead of looking complete", async () => {
	const [first, second] = stores as [FailedRowsStore, FailedRowsStore];
	await stored(first, batch(3), 40_000);
	const sending = await second.open(batch(3), STAFF);
	await first.keep(batch(3), undefined, STAFF);
	await expect(text(sending)).rejects.toThrow(/removed while it was sent/);
});

it("files beyond their age or the total size are removed, also those that no import finished", async () => {
	const [first] = stores as [FailedRowsStore];
	const unfinished = first.draft();
	await unfinished.add(["id"], ["1"], "is wrong");
	await unfinished.close();
	await stored(first, batch(4), 10);
	await first.removeOld(now() + 2 * DAY_S);
	expect(await opened(first, batch(4))).toMatch(/is wrong/);
	const ids = await databases[0]?.read<{ id: string }>(sql`SELECT f.id FROM failed_files f`);
	expect(ids?.map(({ id }) => id)).not.toContain(unfinished.id);
	const small = failedRowsStore(
		databases[0] as Database,
		{ keepDays: 30, keepBytes: 10 },
		createLog("silent"),
	);
	await small.removeOld();
	await expect(first.open(batch(4), STAFF)).rejects.toThrow(/no failed rows/);
	await stored(first, batch(5), 10);
	await first.removeOld(now() + 31 * DAY_S);
	expect([await count("failed_files"), await count("failed_parts")]).toEqual([0, 0]);
});

it("a database that fails loses the failed rows, but not the import; close() says why", async () => {
	const broken = {
		...(databases[0] as Database),
		write: async () => Promise.reject(new Error("no space")),
	};
	const draft = failedRowsStore(broken, LIMITS, createLog("silent")).draft();
	for (let i = 0; i < 40_000; i++) await draft.add(["id"], [String(Math.random())], "is wrong");
	expect(await draft.close()).toMatchObject({
		complete: false,
		fault: { message: "no space" },
	});
});
