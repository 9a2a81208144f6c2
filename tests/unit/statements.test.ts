import fc from "fast-check";
import sql, { join, raw } from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../shared/database/database.ts";
import { sqlIn } from "../../shared/database/sql-in.ts";
import { emptyStorage } from "../support/storage.ts";

let database: Database;
beforeAll(async () => {
	database = await openDatabase({
		...(await emptyStorage()),
		name: "bounds",
		rows: [],
		migrations: [],
		bounds: { statementMs: 700 },
	});
});
afterAll(() => database.close());

/** Generates the numbers 1 to `most`; takes time proportional to `most`. */
const counted = (most: number) =>
	sql`WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${raw(String(most))}) SELECT COUNT(*) AS count FROM n`;

describe("a statement that runs too long", () => {
	it("is cancelled with an error, and concurrent statements succeed", async () => {
		const slow = database.read(counted(1_000_000_000));
		const others = Array.from({ length: 20 }, (_, i) =>
			database.read<{ count: number }>(counted(100 + i)),
		);
		await expect(slow).rejects.toMatchObject({
			message: expect.stringMatching(/^A database query ran longer than 700 ms/),
			extensions: { code: "UNAVAILABLE" },
		});
		const counts = (await Promise.all(others)).map(([row]) => Number(row?.count));
		expect(counts).toEqual(Array.from({ length: 20 }, (_, i) => 100 + i));
	});
});

const UNAVAILABLE = { extensions: { code: "UNAVAILABLE" } };

describe("a database that closes", () => {
	it("waits for the statements that run, whatever state they are in, and takes no more", async () => {
		for (let round = 0; round < 20; round++) {
			const closing = await openDatabase({
				...(await emptyStorage()),
				name: "closing",
				rows: [],
				migrations: [],
			});
			const running = Array.from({ length: 5 }, (_, i) =>
				closing.read<{ count: number }>(counted(50_000 + i)),
			);
			const written = closing.write((manager) => manager.query("SELECT 1 AS one"));
			// Closed while they are prepared in some rounds, while they run in others.
			if (round % 2) await Promise.race(running);
			const closed = closing.close();
			await expect(closing.write(async () => 1)).rejects.toMatchObject(UNAVAILABLE);
			const counts = (await Promise.all(running)).map(([row]) => Number(row?.count));
			expect(counts).toEqual(Array.from({ length: 5 }, (_, i) => 50_000 + i));
			expect(await written).toEqual([{ one: 1 }]);
			await closed;
			await expect(closing.read(counted(1))).rejects.toMatchObject(UNAVAILABLE);
		}
	});
});

describe("a list in a statement", () => {
	const numbers = (values: number[], spelledOut?: number) =>
		sql`SELECT n.n FROM (${join(
			[1, 2, 3, 40, 500].map((n) => sql`SELECT ${raw(String(n))} AS n`),
			" UNION ALL ",
		)}) n WHERE ${sqlIn("n.n", values, spelledOut)} ORDER BY 1`;

	it("gives the same result inline or as one parameter", async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.constantFrom(1, 2, 3, 4, 40, 500, -1)), async (values) => {
				const [one, other] = await Promise.all([
					database.read(numbers(values)),
					database.read(numbers(values, 0)),
				]);
				expect(other).toEqual(one);
			}),
			{ numRuns: 50 },
		);
		const odd = ["__proto__", "'", '"', "\\", "纤维", "", "toString"];
		for (const spelledOut of [0, 200])
			for (const value of odd)
				expect(
					await database.read(
						sql`SELECT t.t FROM (SELECT CAST(${value} AS text) AS t) t WHERE ${sqlIn("t.t", [...odd], spelledOut)}`,
					),
				).toEqual([{ t: value }]);
	});

	it("may be repeated for each of many parents", async () => {
		const years = Array.from({ length: 200 }, (_, i) => 1900 + i);
		const words = years.map((year) => `w${year}`);
		const parents = Array.from({ length: 90 }, (_, i) => `p${i}`);
		const one = (parent: string) =>
			sql`SELECT * FROM (SELECT CAST(${parent} AS text) AS parent WHERE ${sqlIn("1950", years)} AND ${sqlIn("'w1950'", words)} LIMIT ${1}) AS p`;
		const rows = await database.read<{ parent: string }>(join(parents.map(one), " UNION ALL "));
		expect(rows.map(({ parent }) => parent)).toEqual(parents);
	});

	it("may have more items than a statement can have parameters", async () => {
		const many = Array.from({ length: 70_000 }, (_, i) => i);
		expect(await database.read(numbers(many))).toHaveLength(5);
	});
});

it("many statements that are too long to cache all succeed", async () => {
	const long = (i: number) => sql`SELECT ${raw(`'${"x".repeat(100_000 + i * 7000)}'`)} AS x`;
	const asked = Array.from({ length: 60 }, (_, i) => database.read<{ x: string }>(long(i % 30)));
	const lengths = (await Promise.all(asked)).map(([row]) => row?.x.length);
	expect(lengths).toEqual(Array.from({ length: 60 }, (_, i) => 100_000 + (i % 30) * 7000));
});
