import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { developmentToken } from "../../gateway/viewer/development.ts";
import { ask, type Hub, seededFolder, startEmbedded } from "../support/hub.ts";
import { STAFF } from "../support/viewers.ts";

let dataDir: string;
let hub: Hub;
beforeAll(async () => {
	dataDir = await seededFolder();
	hub = await startEmbedded(dataDir);
});
afterAll(() => hub.close());

/** Status, first error and length of the response. */
async function refusalOf(query: string, variables?: object, headers?: Record<string, string>) {
	const { status, body } = await ask(hub, query, variables, headers);
	const [error] = body.errors ?? [];
	return { status, code: error?.extensions.code, message: error?.message, error, body };
}

const many = (count: number, text: (index: number) => string) =>
	Array.from({ length: count }, (_, index) => text(index)).join(" ");
const nested = (levels: number): string =>
	levels === 1
		? "engagements(first: 200) { nodes { id } }"
		: `engagements(first: 200) { nodes { institute { ${nested(levels - 1)} } } }`;

describe("an operation above a limit is rejected before execution", () => {
	it("by cost: nested pages, seven levels, in under 400 bytes", async () => {
		const query = `{ ${nested(7)} }`;
		expect(query.length).toBeLessThan(400);
		const { status, code, message, error } = await refusalOf(query);
		expect([status, code]).toEqual([400, "BAD_USER_INPUT"]);
		expect(message).toMatch(
			/^The operation may cost [\d,]+; you may ask for 50,000\. Most of it lies in engagements\.nodes\.institute\.engagements\./,
		);
		expect(error?.extensions.cost).toMatchObject({
			limit: 50_000,
			dearest: expect.stringMatching(/^(engagements\.nodes\.institute\.){6}engagements\.nodes$/),
		});
	});

	it("by cost with variables and defaults", async () => {
		const query =
			"query($n: Int = 200) { mepCenters { nodes { engagements(first: $n) { nodes { sme { traces(first: $n) { nodes { id } } } } } } } }";
		expect((await refusalOf(query)).code).toBe("BAD_USER_INPUT");
		expect((await refusalOf(query, { n: 200 })).message).toMatch(/may cost/);
		expect((await refusalOf(query, { n: 3 })).status).toBe(200);
	});

	it.each([
		["aliases", `{ ${many(800, (i) => `a${i}: networks { id }`)} }`, "800 aliases; 100 are"],
		[
			"totals",
			`{ ${many(300, (i) => `a${i}: traceTotals(by: [KIND]) { smeCount }`)} }`,
			"The operation may cost 60,000; you may ask for 50,000. Most of it lies in a0:",
		],
		[
			"fields in fragments",
			`{ ${many(40, (i) => `n${i}: networks { ...F }`)} } fragment F on Network { ${many(59, (i) => `x${i}: id`)} }`,
			"more than 2,000 fields",
		],
		[
			"levels",
			`{ __type(name: "Sme") { ${"ofType { ".repeat(20)} name ${"} ".repeat(20)} } }`,
			"22 levels of fields; 20 are",
		],
		[
			"directives",
			`query($no: Boolean = false) { networks { ${many(101, (i) => `n${i}: id @skip(if: $no)`)} } }`,
			"101 directives; 100 are",
		],
		[
			"fragments",
			`{ ...F0 } ${many(101, (i) => `fragment F${i} on Query { ...F${i + 1} }`)} fragment F101 on Query { networks { id } }`,
			"102 fragments; 100 are",
		],
		[
			"mutations",
			`mutation { ${many(21, (i) => `a${i}: undoImport(id: "x", reason: "y") { voided }`)} }`,
			"21 mutations; 20 are",
		],
		[
			"items of a list",
			`{ smes(where: { ids: [${many(1001, (i) => `"${i}"`)}] }) { totalCount } }`,
			"where.ids: the list has 1001 items; 1000 are",
		],
	])("by %s", async (_, query, message) => {
		const found = await refusalOf(query);
		expect([found.status, found.code]).toEqual([400, "BAD_USER_INPUT"]);
		expect(found.message).toContain(message);
	});

	it("by length, and circular fragments by validation", async () => {
		const fields = await refusalOf(`{ networks { ${many(10_000, (i) => `a${i}: name`)} } }`);
		expect([fields.status, fields.code]).toEqual([400, "GRAPHQL_PARSE_FAILED"]);
		expect(fields.message).toContain("more that 5000 tokens");
		const circle = await refusalOf(
			"{ networks { ...A } } fragment A on Network { ...B } fragment B on Network { ...A }",
		);
		expect([circle.status, circle.code]).toEqual([400, "GRAPHQL_VALIDATION_FAILED"]);
	});

	it("unless the caller's role has a higher limit", async () => {
		const query =
			"{ engagements(first: 200) { nodes { institute { engagements(first: 200) { nodes { sme { id } } } } } } }";
		expect((await refusalOf(query)).error?.extensions.cost).toMatchObject({ requested: 80_601 });
		const authorization = `Bearer ${await developmentToken(dataDir, STAFF, 1)}`;
		expect((await refusalOf(query, {}, { authorization })).status).toBe(200);
	});
});

it("the cost of an operation is returned on request", async () => {
	const query = "{ mine: mepCenters(first: 10) { nodes { id awards { id } } } }";
	const { body } = await ask(hub, query, {}, { "x-hub-cost": "true" });
	expect((body as { extensions?: object }).extensions).toEqual({
		cost: {
			requested: 61,
			limit: 50_000,
			dearest: "mine.nodes.awards",
			depth: 4,
			fields: 5,
			aliases: 1,
		},
	});
	expect((await ask(hub, query)).body).not.toHaveProperty("extensions");
});

describe("variables", () => {
	const ids = (count: number, id = "sme_x") => Array.from({ length: count }, () => id);

	it("have a limited list length for every argument", async () => {
		for (const [query, variables, path] of [
			[
				"query($ids: [ID!]) { trace(where: { smeIds: $ids }) { totalCount } }",
				{ ids: ids(33_000) },
				"ids",
			],
			[
				"query($where: TraceWhere) { trace(where: $where) { totalCount } }",
				{ where: { center: { states: ids(1001) } } },
				"where.center.states",
			],
			[
				"query($ids: [ID!]) { observations(where: { instituteIds: $ids }) { totalCount } }",
				{ ids: ids(1001) },
				"ids",
			],
		] as const) {
			const { status, code, message, error } = await refusalOf(query, variables);
			expect([status, code]).toEqual([400, "BAD_USER_INPUT"]);
			expect(message).toMatch(/: the list has \d+ items; 1000 are the most$/);
			expect(error?.extensions.argument).toBe(path);
		}
	});

	it("may contain long lists, also in a filter applied to each of many parents", async () => {
		const where = {
			smeIds: ids(500, "sme_vartega-inc-co"),
			centerIds: ids(500, "ga-mep"),
			instituteIds: ids(500, "mxd"),
			smeStates: ids(500, "US-GA"),
			fiscalYears: Array.from({ length: 200 }, (_, i) => 1950 + i),
		};
		const traces =
			"query($where: TraceWhere) { mepCenters(first: 200) { nodes { traces(where: $where, first: 1) { totalCount nodes { id } } } } }";
		const listed = {
			statuses: ids(500, "APPROVED"),
			calendarYears: Array.from({ length: 200 }, (_, i) => 1950 + i),
			search: Array.from({ length: 60 }, (_, i) => `w${i}`)
				.join(" ")
				.slice(0, 200),
		};
		const engagements =
			"query($where: EngagementWhere) { smes(first: 200) { nodes { engagements(where: $where, first: 1) { totalCount nodes { id } } } } }";
		for (const [query, filter] of [
			[traces, where],
			[engagements, listed],
		] as const) {
			const { status, body } = await refusalOf(query, { where: filter });
			expect([status, body.errors]).toEqual([200, undefined]);
		}
	});

	it("are never echoed at length, and may be nested deeply", async () => {
		const query =
			"query($ids: [ID!], $n: Int) { smes(first: $n, where: { ids: $ids }) { totalCount } }";
		const long = "y".repeat(900_000);
		for (const variables of [
			{ ids: { x: long } },
			{ ids: [[long], [long], [long]] },
			{ n: long },
			{ ids: Object.fromEntries(ids(60).map((_, i) => [`x${i}`, long.slice(0, 30_000)])) },
		]) {
			const { status, code, body } = await refusalOf(query, variables);
			expect([status, code]).toEqual([400, "BAD_USER_INPUT"]);
			expect(JSON.stringify(body).length).toBeLessThan(3000);
		}
		const literal = await refusalOf(`{ smes(first: "${long}") { totalCount } }`);
		expect(literal.code).toBe("GRAPHQL_VALIDATION_FAILED");
		expect(JSON.stringify(literal.body).length).toBeLessThan(3000);
		const ours = await refusalOf(`{ mepCenters(where: { states: ["${long}"] }) { totalCount } }`);
		expect(ours.message).toMatch(/^where\.states: "y{10,300}.*" is not a state;/);
		const deep = await fetch(`${hub.url}/graphql`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: `{"query":"query($n: Int) { smes(first: $n) { totalCount } }","variables":{"n":${"[".repeat(200_000)}${"]".repeat(200_000)}}}`,
		});
		expect([deep.status, await deep.text()]).toEqual([
			400,
			expect.stringContaining("nested deeper than 30 levels"),
		]);
	});
});
