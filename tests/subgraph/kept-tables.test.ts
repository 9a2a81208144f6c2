import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database, Storage } from "../../shared/database/database.ts";
import { keptTables } from "../../shared/database/kept-tables.ts";
import { createLog } from "../../shared/log.ts";
import type { Subgraph } from "../../shared/subgraph/subgraph.ts";
import { openMepDatabase } from "../../subgraphs/mep/database/open.ts";
import { CenterRow } from "../../subgraphs/mep/database/rows.ts";
import { openMep } from "../../subgraphs/mep/subgraph.ts";
import { emptyStorage } from "../support/storage.ts";
import { type Asker, askerOf } from "../support/subgraph.ts";

let storage: Storage;
let other: Database;
let subgraph: Subgraph;
let asker: Asker;

const center = (id: string, name: string): CenterRow => ({
	id,
	name,
	state: "US-GA",
	host_organization: null,
	host_kind: null,
	city: null,
	website: null,
	note: null,
	as_of: null,
	source_url: "https://example.org/center",
	read_on: "2026-01-02",
});

/** Changes a center as another process would. */
const rename = (id: string, name: string) =>
	other.write((manager) => manager.update(CenterRow, { id }, { name }));

beforeAll(async () => {
	storage = await emptyStorage();
	other = await openMepDatabase(storage);
	await other.write((manager) =>
		manager.insert(CenterRow, [center("ga-mep", "Georgia"), center("oh-mep", "Ohio")]),
	);
	const statements: string[] = [];
	subgraph = await openMep({
		...storage,
		ask: async () => {
			throw new Error("nobody is asked");
		},
		log: createLog("silent"),
		onStatement: (statement) => statements.push(statement),
	});
	asker = askerOf(subgraph, statements);
});
afterAll(async () => {
	await subgraph.close();
	await other.close();
});

const ENTITIES =
	"query($representations: [_Any!]!) { _entities(representations: $representations) { ... on MepCenter { id name source { url } } } }";

async function namesOf(...ids: string[]): Promise<Array<string | null>> {
	const representations = ids.map((id) => ({ __typename: "MepCenter", id }));
	const { _entities } = await asker.data(ENTITIES, { representations });
	return _entities.map((one: { name: string } | null) => one?.name ?? null);
}

describe("entities of a small table", () => {
	beforeEach(() => namesOf("ga-mep"));

	it("take no statement once they were read", async () => {
		asker.statements.length = 0;
		expect(await namesOf("oh-mep", "no-mep", "ga-mep")).toEqual(["Ohio", null, "Georgia"]);
		expect(asker.statements).toEqual([]);
	});

	it("are read again, in one statement for all who ask, when another process has changed one", async () => {
		await rename("ga-mep", "Georgia Tech");
		asker.statements.length = 0;
		const found = await Promise.all([namesOf("ga-mep"), namesOf("oh-mep"), namesOf("ga-mep")]);
		expect(found.flat()).toEqual(["Georgia Tech", "Ohio", "Georgia Tech"]);
		expect(asker.statements.filter((one) => /FROM mep_centers t ORDER/.test(one))).toHaveLength(1);
		await rename("ga-mep", "Georgia");
	});

	it("follow rows that come and go", async () => {
		await other.write((manager) => manager.insert(CenterRow, center("pr-mep", "Puerto Rico")));
		expect(await namesOf("pr-mep")).toEqual(["Puerto Rico"]);
		await other.write((manager) => manager.delete(CenterRow, { id: "pr-mep" }));
		expect(await namesOf("pr-mep")).toEqual([null]);
	});

	it("are never older than what was committed before they were asked for", async () => {
		let count = 0;
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.constantFrom("write", "read", "read twice", "wait"), { maxLength: 12 }),
				async (steps) => {
					const running: Promise<unknown>[] = [];
					// One after another: the last to commit must be the highest.
					let written: Promise<unknown> = Promise.resolve();
					let committed = count;
					const readNow = async () => {
						const least = committed;
						const [name] = await namesOf("oh-mep");
						expect(Number(name)).toBeGreaterThanOrEqual(least);
					};
					await rename("oh-mep", String(count));
					for (const step of steps) {
						if (step === "write") {
							const next = ++count;
							written = written
								.then(() => rename("oh-mep", String(next)))
								.then(() => {
									committed = next;
								});
							running.push(written);
						} else if (step === "wait") await Promise.all(running.splice(0));
						else running.push(...(step === "read" ? [readNow()] : [readNow(), readNow()]));
					}
					await Promise.all(running);
					await readNow();
				},
			),
			{ numRuns: 25 },
		);
	});
});

describe("tables in memory", () => {
	it("are small", async () => {
		const kept = keptTables(other, ["awards", "mep_centers"]);
		await other.write(async (manager) => {
			for (let at = 0; at < 1000; at += 100)
				await manager.insert(
					CenterRow,
					Array.from({ length: 100 }, (_, i) => center(`c-${at + i}`, "one of many")),
				);
		});
		const now = () => performance.now();
		expect(await kept.rows("mep_centers", now())).toBeUndefined();
		expect((await kept.rows("awards", now()))?.size).toBe(0);
		expect(await kept.rows("embeddings", now())).toBeUndefined();
		expect(await namesOf("c-999", "ga-mep")).toEqual(["one of many", "Georgia"]);
		await other.write((manager) => manager.query("DELETE FROM mep_centers WHERE id LIKE 'c-%'"));
		expect((await kept.rows("mep_centers", now()))?.size).toBe(2);
	});

	it("are not used while nobody can tell whether they are current", async () => {
		let fails = false;
		const kept = keptTables(
			{
				...other,
				version: async () => {
					if (fails) throw new Error("gone");
					return other.version();
				},
			},
			["mep_centers"],
		);
		const before = performance.now();
		await kept.rows("mep_centers", before);
		fails = true;
		expect(await kept.rows("mep_centers", before)).toBeDefined();
		await expect(kept.rows("mep_centers", performance.now())).rejects.toThrow("gone");
		fails = false;
		expect(await kept.rows("mep_centers", performance.now())).toBeDefined();
	});
});
