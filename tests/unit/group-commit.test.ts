import fc from "fast-check";
import sql from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database, Storage } from "../../shared/database/database.ts";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";
import { EngagementRow, SmeRow } from "../../subgraphs/engagements/database/rows.ts";
import { engagementRow, smeRow } from "../support/rows.ts";
import { emptyStorage } from "../support/storage.ts";

let storage: Storage;
let database: Database;
beforeEach(async () => {
	storage = await emptyStorage();
	database = await openEngagementsDatabase(storage);
});
afterEach(() => database.close());

const idsIn = async (from: Database) =>
	(await from.read<{ id: string }>(sql`SELECT s.id FROM smes s ORDER BY s.id`)).map(({ id }) => id);
async function reopened(): Promise<string[]> {
	const again = await openEngagementsDatabase(storage);
	return idsIn(again).finally(() => again.close());
}
const join = <T>(work: (manager: EntityManager) => Promise<T>) =>
	database.write(work, { joins: true });
const keep = (id: string) =>
	join(async (manager) => {
		await manager.insert(SmeRow, smeRow(id));
		return id;
	});
const fulfilled = (results: Array<PromiseSettledResult<string>>) =>
	results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));

/** Makes the COMMIT of its transaction fail. */
const spoil = (id: string) =>
	join(async (manager) => {
		await manager.query("PRAGMA defer_foreign_keys = ON");
		const orphan = engagementRow(`eng-${id}`, { sme_id: "nobody", kind: "EVENT" }, null);
		await manager.insert(EngagementRow, orphan);
		return id;
	});
/** Leaves the writer's connection space for a few more pages. */
const limit = (pages: number) =>
	database.write(async (manager) => {
		const [{ page_count }] = await manager.query("PRAGMA page_count");
		await manager.query(`PRAGMA max_page_count = ${page_count + pages}`);
	});

it("a writer sees what those before it in its transaction changed, nobody else does, and all are answered after the commit", async () => {
	const answered: string[] = [];
	const seen = new Map<string, { inside: number; outside: string[]; answered: number }>();
	await keep("open");
	await Promise.all(
		["a", "b", "c", "d"].map((id) =>
			join(async (manager) => {
				await manager.insert(SmeRow, smeRow(id));
				seen.set(id, {
					inside: await manager.count(SmeRow),
					outside: await idsIn(database),
					answered: answered.length,
				});
			}).then(() => answered.push(id)),
		),
	);
	expect(answered).toEqual(["a", "b", "c", "d"]);
	// The second always joins the first; one that comes later may begin the next transaction.
	expect(seen.get("a")).toEqual({ inside: 2, outside: ["open"], answered: 0 });
	expect(seen.get("b")).toEqual({ inside: 3, outside: ["open"], answered: 0 });
	for (const [id, inside] of Object.entries({ c: 4, d: 5 })) {
		const one = seen.get(id);
		expect(one?.inside).toBe(inside);
		expect(one?.outside).not.toContain(id);
		expect(one?.answered).toBeLessThan(one?.outside.length ?? 0);
	}
});

it("those that wait are committed together, one that fails undoes its own changes only", async () => {
	const results = await Promise.allSettled(
		Array.from({ length: 30 }, (_, index) =>
			join(async (manager) => {
				const id = `w-${String(index).padStart(2, "0")}`;
				await manager.insert(SmeRow, smeRow(id));
				if (index % 3 === 0) throw new Error("on purpose");
				return id;
			}),
		),
	);
	expect(fulfilled(results)).toHaveLength(20);
	expect(await reopened()).toEqual(fulfilled(results));
});

it("where the commit fails, all fail, nothing is kept, and those that come later are kept", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.constantFrom("keep", "spoil", "throw"), { minLength: 1, maxLength: 12 }),
			async (kinds) => {
				const before = await idsIn(database);
				const at = before.length;
				const results = await Promise.allSettled(
					kinds.map((kind, index) => {
						const id = `c-${String(at).padStart(4, "0")}-${String(index).padStart(2, "0")}`;
						if (kind === "keep") return keep(id);
						return kind === "spoil" ? spoil(id) : join(() => Promise.reject(new Error(id)));
					}),
				);
				for (const [index, result] of results.entries())
					if (kinds[index] !== "keep") expect(result.status).toBe("rejected");
				const kept = [...before, ...fulfilled(results)].sort();
				expect(await idsIn(database)).toEqual(kept);
				const more = `c-${String(at).padStart(4, "0")}-more`;
				await keep(more);
				expect(await reopened()).toEqual([...kept, more].sort());
			},
		),
		{ numRuns: 15 },
	);
});

it("a full disk in the midst of a group loses no acknowledged write, and says of the others that they were not saved", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 0, max: 12 }),
			fc.integer({ min: 1, max: 60 }),
			async (pages, writers) => {
				const before = await idsIn(database);
				await limit(pages);
				const results = await Promise.allSettled(
					Array.from({ length: writers }, (_, index) => keep(`f-${before.length}-${index}`)),
				);
				for (const result of results)
					if (result.status === "rejected")
						expect(result.reason).toMatchObject({
							message: expect.stringMatching(/not saved/),
							extensions: { code: "UNAVAILABLE" },
						});
				await database.write((manager) => manager.query("PRAGMA max_page_count = 1000000"));
				const after = await keep(`f-${before.length}-after`);
				const kept = [...before, ...fulfilled(results), after].sort();
				expect(await idsIn(database)).toEqual(kept);
				expect(await reopened()).toEqual(kept);
			},
		),
		{ numRuns: 12 },
	);
});

it("a transaction that does not join has nobody in it", async () => {
	const alone = database.write(async (manager) => {
		await manager.insert(SmeRow, smeRow("alone"));
		throw new Error("roll back");
	});
	await Promise.all([expect(alone).rejects.toThrow("roll back"), keep("x"), keep("y")]);
	expect(await idsIn(database)).toEqual(["x", "y"]);
});
