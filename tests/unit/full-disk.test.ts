import sql from "sql-template-tag";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database, Storage } from "../../shared/database/database.ts";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";
import { SmeRow } from "../../subgraphs/engagements/database/rows.ts";
import { openEngagementsFixture } from "../support/engagements.ts";
import { smeRow } from "../support/rows.ts";
import { emptyStorage } from "../support/storage.ts";
import { STAFF } from "../support/viewers.ts";

let storage: Storage;
let database: Database;
beforeEach(async () => {
	storage = await emptyStorage();
	database = await openEngagementsDatabase(storage);
});
afterEach(() => database.close());

const keep = (id: string, from = database) =>
	from.write(async (manager) => {
		await manager.insert(SmeRow, smeRow(id));
		return id;
	});
const ids = (prefix: string, count: number) =>
	Array.from({ length: count }, (_, index) => `${prefix}-${String(index).padStart(4, "0")}`);
const idsIn = async (from: Database) =>
	(await from.read<{ id: string }>(sql`SELECT s.id FROM smes s ORDER BY s.id`)).map(({ id }) => id);

async function reopened<T>(look: (from: Database) => Promise<T>): Promise<T> {
	const again = await openEngagementsDatabase(storage);
	return look(again).finally(() => again.close());
}

/** Leaves the writer's connection space for a few more pages. */
const limit = () =>
	database.write(async (manager) => {
		const [{ page_count }] = await manager.query("PRAGMA page_count");
		await manager.query(`PRAGMA max_page_count = ${page_count + 4}`);
	});
const free = () => database.write((manager) => manager.query("PRAGMA max_page_count = 1000000"));

/** Writes until the disk is full; returns what was acknowledged. */
async function fill(): Promise<string[]> {
	const made: string[] = [];
	await limit();
	for (const id of ids("fill", 1000))
		try {
			made.push(await keep(id));
		} catch (error) {
			expect(error).toMatchObject({
				message: expect.stringMatching(/no space left.*not kept/s),
				extensions: { code: "UNAVAILABLE", subgraph: "engagements" },
			});
			return made;
		}
	throw new Error("the disk never was full");
}

it("after a full disk and a conflict, every acknowledged write is stored, also after reopening", async () => {
	const made = await fill();
	await free();
	made.push(await keep("once"));
	const conflict = new Error("conflict");
	await expect(database.write(() => Promise.reject(conflict))).rejects.toBe(conflict);
	for (const id of ids("then", 10)) made.push(await keep(id));
	made.sort();
	expect(await idsIn(database)).toEqual(made);
	await database.close();
	expect(await reopened(idsIn)).toEqual(made);
	database = await openEngagementsDatabase(storage);
});

it("nothing of a transaction on a full disk is stored, even if it catches the error", async () => {
	await limit();
	const writing = database.write(async (manager) => {
		await manager.insert(SmeRow, smeRow("before"));
		let full = false;
		for (let i = 0; i < 1000 && !full; i++)
			await manager.insert(SmeRow, smeRow(`sme-${i}`)).catch(() => {
				full = true;
			});
		await manager.insert(SmeRow, smeRow("after")).catch(() => undefined);
	});
	await expect(writing).rejects.toMatchObject({ extensions: { code: "UNAVAILABLE" } });
	await free();
	expect(await idsIn(database)).toEqual([]);
	expect(await reopened(idsIn)).toEqual([]);
	await keep("next");
	expect(await reopened(idsIn)).toEqual(["next"]);
});

it("mutations work after the database has ended a transaction by itself", async () => {
	const hub = await openEngagementsFixture();
	// Has the same effect as a full disk, and can be set up from another connection.
	await hub.database.write((manager) =>
		manager.query(
			"CREATE TRIGGER full_disk BEFORE INSERT ON revisions WHEN NEW.\"after\" LIKE '%too much%' BEGIN SELECT RAISE(ROLLBACK, 'as if full'); END",
		),
	);
	const LOG = "mutation($input: LogEngagementInput!) { logEngagement(input: $input) { id } }";
	const input = (key: string, title: string) => ({
		input: { clientMutationId: key, smeId: "sme_a", kind: "EVENT", startedOn: "2021-03-04", title },
	});
	const log = async (key: string) =>
		(await hub.data(LOG, input(key, "A visit"), STAFF)).logEngagement.id as string;
	expect(await hub.refusals(LOG, input("full", "too much"), STAFF)).toHaveLength(1);
	const made = [await log("once")];
	const submit = `mutation { submitEngagement(id: "${made[0]}", revision: 9) { id } }`;
	expect(await hub.refusals(submit, {}, STAFF)).toMatchObject([[expect.anything(), "CONFLICT"]]);
	for (const key of ids("then", 10)) made.push(await log(key));
	expect(await log("then-0003")).toBe(made[4]);
	const FOUND = "{ engagements(first: 200, where: { kinds: [EVENT] }) { nodes { id } } }";
	const { engagements } = await hub.data(FOUND, {}, STAFF);
	expect(engagements.nodes.map(({ id }: { id: string }) => id).sort()).toEqual(made.sort());
	await hub.close();
});
