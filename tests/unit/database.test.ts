import sql from "sql-template-tag";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "../../shared/database/database.ts";
import { freshSme } from "../../subgraphs/engagements/database/fresh.ts";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";
import { SmeRow } from "../../subgraphs/engagements/database/rows.ts";
import { emptyStorage } from "../support/storage.ts";

let database: Database;
beforeAll(async () => {
	database = await openEngagementsDatabase(await emptyStorage());
});
afterAll(() => database.close());

const sme = (id: string) => freshSme({ id, name: id, synthetic: true });
const ids = async () =>
	(await database.read<{ id: string }>(sql`SELECT s.id FROM smes s ORDER BY s.id`)).map(
		(row) => row.id,
	);

it("a hundred writers at once, half of which roll back, lose nothing and leak nothing", async () => {
	const leaked: string[] = [];
	const results = await Promise.allSettled(
		Array.from({ length: 100 }, (_, i) =>
			database.write(async (manager) => {
				await manager.insert(SmeRow, sme(`sme_${String(i).padStart(3, "0")}`));
				leaked.push(...(await ids()).filter((id) => Number(id.slice(4)) % 2 === 1));
				await new Promise((done) => setTimeout(done, i % 3));
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
	const before = await database.version();
	expect(await database.version()).toBe(before);
	await database.write((manager) => manager.insert(SmeRow, sme("sme_version")));
	expect(await database.version()).not.toBe(before);
});
