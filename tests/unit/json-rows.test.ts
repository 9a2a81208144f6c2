import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openReader, type Reader } from "../../shared/database/reader.ts";
import { openSqlite } from "../../shared/database/sqlite.ts";

const dir = mkdtempSync(join(tmpdir(), "json-rows-"));
let reader: Reader;
beforeAll(async () => {
	const written = await openSqlite({ dataDir: dir, name: "rows", rows: [], migrations: [] });
	await written.close();
	reader = await openReader(join(dir, "rows.sqlite"));
});
afterAll(async () => {
	await reader.close();
	rmSync(dir, { recursive: true });
});

const MANY = 60;

/** The rows of a statement, the first time and when it is known to return many. */
async function twice(sql: string, values: readonly unknown[]) {
	const plain = await reader.all(sql, values);
	return [plain, await reader.all(sql, values)] as const;
}

/** As many rows as there are values, each with its place. */
const LISTED = (count: number) =>
	`SELECT column1 AS place, column2 AS value FROM (VALUES ${Array(count).fill("(?, ?)").join(", ")})`;

describe("many rows, which are read as one JSON text", () => {
	it("have the values that they have one by one", async () => {
		const value = fc.oneof(
			fc.double({ noNaN: true, noDefaultInfinity: true }),
			fc.maxSafeInteger(),
			fc.string({ unit: "binary" }).map((text) => text.replaceAll("\u0000", "")),
			fc.constant(null),
		);
		await fc.assert(
			fc.asyncProperty(
				fc.array(value, { minLength: MANY, maxLength: MANY }),
				fc.constantFrom("ASC", "DESC"),
				async (values, direction) => {
					const parameters = values.flatMap((one, place) => [place, one]);
					for (const limit of ["", " LIMIT 55"]) {
						const sql = `${LISTED(MANY)} ORDER BY place ${direction}${limit}`;
						const [plain, wrapped] = await twice(sql, parameters);
						expect(wrapped).toEqual(plain);
					}
				},
			),
			{ numRuns: 60 },
		);
	});

	it("have them where JSON cannot hold them, or a column stands for another", async () => {
		const numbers = `WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${MANY}) SELECT`;
		for (const columns of [
			"n, CAST('bytes' AS BLOB) AS bytes",
			"n, 9e999 * (n - 10) AS infinite",
			"n AS one, -n AS one",
			"n AS b, -n",
			"n AS b, 0 AS a, 7 AS '1'",
			"json_array(n) AS text",
			"json_array(n) -> 0 AS text",
			'n AS "a \'quoted\' ""name"""',
		]) {
			const [plain, wrapped] = await twice(`${numbers} ${columns} FROM n ORDER BY n DESC`, []);
			expect(wrapped).toEqual(plain);
			expect(plain).toHaveLength(MANY);
		}
	});

	it("fail as they would one by one", async () => {
		const sql = `SELECT abs(column1) AS value FROM (VALUES ${Array(MANY).fill("(?)").join(", ")})`;
		await reader.all(sql, Array(MANY).fill(1));
		await expect(reader.all(sql, Array(MANY).fill("-9223372036854775808"))).resolves.toHaveLength(
			MANY,
		);
		const overflow = Array(MANY).fill(1);
		const cast = sql.replace("abs(column1)", "abs(CAST(column1 AS INTEGER))");
		await reader.all(cast, overflow);
		await expect(reader.all(cast, Array(MANY).fill("-9223372036854775808"))).rejects.toThrow(
			/integer overflow/,
		);
	});
});
