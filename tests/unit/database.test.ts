import fc from "fast-check";
import sql from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database, Storage } from "../../shared/database/database.ts";
import { insertRow } from "../../shared/database/insert.ts";
import { attempt } from "../../shared/database/watched.ts";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";
import { SmeRow } from "../../subgraphs/engagements/database/rows.ts";
import { newSme } from "../../subgraphs/engagements/sme/new.ts";
import { emptyStorage } from "../support/storage.ts";

let storage: Storage;
let database: Database;
beforeAll(async () => {
	storage = await emptyStorage();
	database = await openEngagementsDatabase(storage);
});
afterAll(() => database.close());

const sme = (id: string) => newSme({ id, name: id, synthetic: true });
const ids = async (from = database) =>
	(await from.read<{ id: string }>(sql`SELECT s.id FROM smes s ORDER BY s.id`)).map(
		(row) => row.id,
	);
const keep = (id: string) => database.write((manager) => manager.insert(SmeRow, sme(id)));
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

async function reopened(): Promise<string[]> {
	const again = await openEngagementsDatabase(storage);
	return ids(again).finally(() => again.close());
}

it("with a hundred concurrent writers, half of which roll back, nothing is lost or leaked", async () => {
	const leaked: string[] = [];
	const results = await Promise.allSettled(
		Array.from({ length: 100 }, (_, i) =>
			database.write(async (manager) => {
				await manager.insert(SmeRow, sme(`sme_${String(i).padStart(3, "0")}`));
				leaked.push(...(await ids()).filter((id) => Number(id.slice(4)) % 2 === 1));
				await pause(i % 3);
				if (i % 2 === 1) throw new Error("roll back");
			}),
		),
	);
	expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(50);
	expect(await ids()).toEqual(
		Array.from({ length: 50 }, (_, i) => `sme_${String(2 * i).padStart(3, "0")}`),
	);
	expect(leaked).toEqual([]);
});

it("the version changes with each committed write and only then", async () => {
	// On PostgreSQL, writes of other tests on the same server count too.
	const twice = async () => new Set([await database.version(), await database.version()]);
	await expect.poll(twice).toHaveProperty("size", 1);
	const before = await database.version();
	await keep("sme_version");
	expect(await database.version()).not.toBe(before);
});

it("statements after the end of a transaction are rejected, and do not run in the next one", async () => {
	let late: Promise<unknown> | undefined;
	const failing = database.write(async (manager) => {
		late = pause(20).then(() => manager.insert(SmeRow, sme("late")));
		late.catch(() => undefined);
		throw new Error("roll back");
	});
	await expect(failing).rejects.toThrow("roll back");
	await database.write(async (manager) => {
		await manager.insert(SmeRow, sme("next"));
		await expect(late).rejects.toThrow(/used after its end/);
	});
	await expect(
		database.write(async (manager) => {
			void manager.insert(SmeRow, sme("unawaited")).catch(() => undefined);
			void manager.insert(SmeRow, sme("next")).catch(() => undefined);
		}),
	).rejects.toThrow(/UNIQUE|unique/);
	expect((await ids()).filter((id) => /late|next|unawaited/.test(id))).toEqual(["next"]);
});

/** Kinds of work on new ids, each with the ids that are stored if it is acknowledged. */
const WORK: Record<
	string,
	(manager: EntityManager, id: (name: string) => string) => Promise<string[]>
> = {
	async keeps(manager, id) {
		await manager.insert(SmeRow, sme(id("one")));
		await manager.save(SmeRow, sme(id("two")));
		return [id("one"), id("two")];
	},
	async throws(manager, id) {
		await manager.insert(SmeRow, sme(id("thrown")));
		throw new Error("thrown on purpose");
	},
	async swallows(manager, id) {
		await manager.insert(SmeRow, sme(id("before")));
		await manager.insert(SmeRow, sme(id("before"))).catch(() => undefined);
		await manager.insert(SmeRow, sme(id("after"))).catch(() => undefined);
		return [id("before"), id("after")];
	},
	async fails(manager, id) {
		await manager.insert(SmeRow, sme(id("twice")));
		await manager.insert(SmeRow, sme(id("twice")));
		return [id("twice")];
	},
	async "returns to a savepoint"(manager, id) {
		await manager.insert(SmeRow, sme(id("outer")));
		await manager
			.transaction(async (inner) => {
				await inner.insert(SmeRow, sme(id("inner")));
				await inner.insert(SmeRow, sme(id("outer")));
			})
			.catch(() => undefined);
		await manager.transaction((inner) => inner.insert(SmeRow, sme(id("later"))));
		return [id("outer"), id("later")];
	},
	async "fails inside and outside a savepoint"(manager, id) {
		await manager.insert(SmeRow, sme(id("outer")));
		await manager.insert(SmeRow, sme(id("outer"))).catch(() => undefined);
		await manager
			.transaction((inner) => inner.insert(SmeRow, sme(id("inner"))))
			.catch(() => undefined);
		return [id("outer"), id("inner")];
	},
	async "inserts rows"(manager, id) {
		await insertRow(manager, SmeRow, sme(id("row")));
		await insertRow(manager, SmeRow, sme(id("rows")));
		expect(await manager.countBy(SmeRow, { id: id("row") })).toBe(1);
		await insertRow(manager, SmeRow, sme(id("last")));
		return [id("row"), id("rows"), id("last")];
	},
	async "inserts a row twice"(manager, id) {
		await insertRow(manager, SmeRow, sme(id("twice")));
		await insertRow(manager, SmeRow, sme(id("twice")));
		return [id("twice")];
	},
	async "attempts something"(manager, id) {
		const fail = async (work: () => Promise<unknown>) =>
			expect(
				attempt(manager.queryRunner, async () => {
					await work();
					throw new Error("undo this");
				}),
			).rejects.toThrow("undo this");
		await insertRow(manager, SmeRow, sme(id("before")));
		await fail(() => insertRow(manager, SmeRow, sme(id("undone-row"))));
		await fail(async () => {
			await insertRow(manager, SmeRow, sme(id("undone-read")));
			expect(await manager.countBy(SmeRow, { id: id("undone-read") })).toBe(1);
		});
		await fail(() => manager.insert(SmeRow, sme(id("undone-write"))));
		await fail(() => manager.update(SmeRow, { id: id("before") }, { id: id("undone-update") }));
		await attempt(manager.queryRunner, async () => {
			await insertRow(manager, SmeRow, sme(id("kept-row")));
			await fail(() => insertRow(manager, SmeRow, sme(id("undone-inner"))));
			await fail(() => manager.insert(SmeRow, sme(id("undone-inside"))));
			await manager.insert(SmeRow, sme(id("kept")));
		});
		return [id("before"), id("kept-row"), id("kept")];
	},
	async "attempts what fails in the database"(manager, id) {
		await manager.insert(SmeRow, sme(id("one")));
		await attempt(manager.queryRunner, async () => {
			await manager.insert(SmeRow, sme(id("undone-other")));
			await manager.insert(SmeRow, sme(id("one")));
		}).catch(() => undefined);
		await insertRow(manager, SmeRow, sme(id("two")));
		return [id("one"), id("two")];
	},
	async "ends the transaction itself"(manager, id) {
		await manager.insert(SmeRow, sme(id("ended")));
		await manager.query("ROLLBACK");
		await manager.query("SELECT 1");
		return [id("ended")];
	},
};

it("exactly the acknowledged writes are stored, after any earlier failure", async () => {
	let run = 0;
	let expected = await ids();
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.tuple(fc.constantFrom(...Object.keys(WORK)), fc.nat(3), fc.boolean()), {
				maxLength: 16,
			}),
			async (steps) => {
				run++;
				const acknowledged = await Promise.all(
					steps.map(async ([kind, after, joins], index) => {
						await pause(after);
						const id = (name: string) => `w${run}-${index}-${name}`;
						return database
							.write(async (manager) => (await WORK[kind]?.(manager, id)) ?? [], { joins })
							.catch(() => []);
					}),
				);
				expected = [...expected, ...acknowledged.flat()].sort();
				expect(await ids()).toEqual(expected);
			},
		),
		{ numRuns: 40 },
	);
	expect(expected.some((id) => id.endsWith("later"))).toBe(true);
	expect(expected.some((id) => id.endsWith("kept-row"))).toBe(true);
	expect(expected.some((id) => /ended|inner$|twice|undone/.test(id))).toBe(false);
	expect(await reopened()).toEqual(expected);
});
