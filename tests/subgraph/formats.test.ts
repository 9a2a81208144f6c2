import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { importerOf } from "../support/importing.ts";
import { OFFICE, STAFF } from "../support/viewers.ts";

let hub: EngagementsFixture;
let importer: ReturnType<typeof importerOf>;
beforeAll(async () => {
	hub = await openEngagementsFixture();
	importer = importerOf(hub);
});
afterAll(() => hub.close());

const HEADER =
	"id,sme_name,service_kind,date,employees,naics,source_url,mep_center_id,new_sales_usd";
const GOOD: Record<string, string> = {
	id: "f-1",
	sme_name: "Format Works",
	service_kind: "EVENT",
	date: "2022-01-02",
	employees: "5",
	naics: "3327",
	source_url: "https://example.org/case",
	mep_center_id: "ga-mep",
	new_sales_usd: "1000",
};
const rowOf = (more: Record<string, string>) =>
	HEADER.split(",")
		.map((column) => ({ ...GOOD, ...more })[column] ?? "")
		.join(",");

describe("an invalid value is rejected by row and column, whatever the database would accept", () => {
	it.each([
		["employees", "2.5", "2.5 is not a whole number of employees"],
		["employees", "-5", "-5 is out of range; 0 to 10000000 employees"],
		["employees", "99999999999", "99999999999 is out of range; 0 to 10000000 employees"],
		["naics", "33A", '"33A" is not two to six digits'],
		[
			"source_url",
			"javascript:alert(1)",
			'"javascript:alert(1)" is not a web address; write https://…',
		],
		[
			"source_url",
			"ftp://example.org",
			'"ftp://example.org" is not a web address; write https://…',
		],
		["new_sales_usd", "-1", "-1 is out of range; 0 to 1000000000000 units"],
		["sme_name", "x".repeat(201), "has 201 characters; 200 are the most"],
		["id", "k".repeat(201), "has 201 characters; 200 are the most"],
		["date", "2022-02-30", '"2022-02-30" is not a date; write 2018, 2018-03 or 2018-03-07'],
	])("%s %s", async (column, value, message) => {
		const good = { id: `good ${column} ${value}`.slice(0, 60), new_sales_usd: "" };
		const answer = await importer.rows(OFFICE, HEADER, [rowOf({ [column]: value }), rowOf(good)]);
		expect(answer).toMatchObject({ created: 1, failed: 1 });
		expect(answer.failures).toEqual([{ line: 2, column, message }]);
	});
});

describe("NUL gives the same clear error everywhere, on both engines", () => {
	const NUL = "\u0000";
	it.each([
		["query($v: ID!) { sme(id: $v) { id } }", "v"],
		["query($v: String) { smes(search: $v) { nodes { id } } }", "v"],
		["query($v: [ID!]) { engagements(where: { smeIds: $v }) { nodes { id } } }", "v.0"],
		["query($v: String) { smes(after: $v) { nodes { id } } }", "v"],
	])("%s", async (query, path) => {
		const value = `a${NUL}b`;
		const variables = { v: path === "v.0" ? [value] : value };
		expect(await hub.refusals(query, variables, STAFF)).toEqual([
			[expect.stringMatching(new RegExp(`^${path}: holds a NUL character`)), "BAD_USER_INPUT"],
		]);
	});

	it("in the operation itself, too", async () => {
		expect(await hub.refusals('{ smes(search: "a\\u0000") { nodes { id } } }', {}, STAFF)).toEqual([
			[expect.stringMatching(/^search: holds a NUL character/), "BAD_USER_INPUT"],
		]);
	});
});
