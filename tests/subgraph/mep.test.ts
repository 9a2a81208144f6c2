import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createLog } from "../../shared/log.ts";
import type { Subgraph, SubgraphClient } from "../../shared/subgraph/subgraph.ts";
import { openMepDatabase } from "../../subgraphs/mep/database/open.ts";
import { AwardRow, CenterRow, EmbeddingRow } from "../../subgraphs/mep/database/rows.ts";
import { openMep } from "../../subgraphs/mep/subgraph.ts";
import { emptyStorage } from "../support/storage.ts";
import { type Asker, askerOf, walk } from "../support/subgraph.ts";

let subgraph: Subgraph;
let asker: Asker;
const asked: string[] = [];

/** Mock of the institutes subgraph with mxd and nextflex. */
const ask: SubgraphClient = async <T>(
	name: string,
	_: string,
	variables: Record<string, unknown>,
) => {
	const ids = (variables.representations as Array<{ id: string }>).map(({ id }) => id);
	asked.push(`${name} ${ids.join()}`);
	return { _entities: ids.map((id) => (["mxd", "nextflex"].includes(id) ? { id } : null)) } as T;
};

const read = { source_url: "https://example.org/center", read_on: "2026-01-02" };
const center = (id: string, more: Partial<CenterRow>): CenterRow => ({
	id,
	name: id,
	state: `US-${id.slice(0, 2).toUpperCase()}`,
	host_organization: null,
	host_kind: null,
	city: null,
	website: null,
	note: null,
	as_of: null,
	...read,
	...more,
});
const award = (id: string, center_id: string, amount_usd: number): AwardRow => ({
	id,
	center_id,
	amount_usd,
	fiscal_year: 2018,
	period: "first year (of five)",
	...read,
});
const embedding = (id: string, more: Partial<EmbeddingRow>): EmbeddingRow => ({
	id,
	center_id: null,
	institute_id: null,
	kind: "EMBEDDED_STAFF",
	starts_on: null,
	ends_on: null,
	award_usd: null,
	note: null,
	as_of: null,
	as_of_words: null,
	...read,
	...more,
});

beforeAll(async () => {
	const storage = await emptyStorage();
	const database = await openMepDatabase(storage);
	await database.write(async (manager) => {
		await manager.insert(CenterRow, [
			center("ga-mep", { host_organization: "Georgia Tech 100%_real", host_kind: "UNIVERSITY" }),
			center("oh-mep", { host_organization: "State of Ohio", host_kind: "STATE_AGENCY" }),
			center("nc-mep", { host_organization: "NC State University", host_kind: "UNIVERSITY" }),
			center("al-mep", {}),
		]);
		await manager.insert(AwardRow, [award("a-1", "ga-mep", 100), award("a-2", "ga-mep", 250)]);
		await manager.insert(EmbeddingRow, [
			embedding("e-1", { center_id: "oh-mep", institute_id: "mxd", award_usd: 1000 }),
			embedding("e-2", { center_id: "oh-mep", institute_id: "nextflex", kind: "JOINT_PROJECT" }),
			embedding("e-3", { institute_id: "mxd", kind: "ROUND_THREE_TARGET" }),
		]);
	});
	await database.close();
	const statements: string[] = [];
	subgraph = await openMep({
		...storage,
		ask,
		log: createLog("silent"),
		onStatement: (statement) => statements.push(statement),
	});
	asker = askerOf(subgraph, statements);
});
afterAll(() => subgraph.close());
beforeEach(() => {
	asked.length = 0;
});

const idsOf = (list: { nodes: Array<{ id: string }> }) => list.nodes.map((node) => node.id);

describe("lists", () => {
	it.each([
		[{}, ["al-mep", "ga-mep", "nc-mep", "oh-mep"]],
		[{ ids: ["oh-mep", "ga-mep"] }, ["ga-mep", "oh-mep"]],
		[{ states: ["US-NC", "US-AL"] }, ["al-mep", "nc-mep"]],
		[{ hostKinds: ["UNIVERSITY"] }, ["ga-mep", "nc-mep"]],
		[{ hostOrganization: "state" }, ["nc-mep", "oh-mep"]],
		[{ hostOrganization: "100%_" }, ["ga-mep"]],
		[{ hostOrganization: "g%a" }, []],
		[{ hostOrganization: "state", hostKinds: ["STATE_AGENCY"] }, ["oh-mep"]],
		[{ states: [] }, []],
	])("centers where %j", async (where, expected) => {
		const { mepCenters } = await asker.data(
			"query($where: MepCenterWhere) { mepCenters(where: $where) { totalCount nodes { id } } }",
			{ where },
		);
		expect([mepCenters.totalCount, idsOf(mepCenters)]).toEqual([expected.length, expected]);
	});

	it.each([
		[{}, ["e-1", "e-2", "e-3"], []],
		[{ kinds: ["EMBEDDED_STAFF", "JOINT_PROJECT"] }, ["e-1", "e-2"], []],
		[{ centerIds: ["oh-mep"], instituteIds: ["mxd"] }, ["e-1"], []],
		[{ centerIds: ["ga-mep"] }, [], []],
		[{ instituteIds: ["mxd"] }, ["e-1", "e-3"], []],
	])("embeddings where %j", async (where, expected, questions) => {
		const { embeddings } = await asker.data(
			"query($where: EmbeddingWhere) { embeddings(where: $where) { totalCount nodes { id } } }",
			{ where },
		);
		expect([embeddings.totalCount, idsOf(embeddings)]).toEqual([expected.length, expected]);
		expect(asked).toEqual(questions);
	});

	it("return each row once, page by page", async () => {
		const query =
			"query($first: Int!, $after: String) { list: mepCenters(first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }";
		for (const first of [1, 3, 4, 5])
			expect(await walk(asker, query, first)).toEqual(["al-mep", "ga-mep", "nc-mep", "oh-mep"]);
	});
});

describe("invalid input is reported", () => {
	const centers = "query($where: MepCenterWhere) { mepCenters(where: $where) { totalCount } }";
	const embeddings = "query($where: EmbeddingWhere) { embeddings(where: $where) { totalCount } }";
	it.each([
		[centers, { ids: ["x"] }, 'where.ids: there is no MepCenter with the id "x"'],
		[
			centers,
			{ states: ["GA"] },
			'where.states: "GA" is not a state; write ISO 3166-2 such as US-GA',
		],
		[embeddings, { centerIds: ["x"] }, 'where.centerIds: there is no MepCenter with the id "x"'],
		[
			embeddings,
			{ instituteIds: ["mxd", "x"] },
			'where.instituteIds: there is no Institute with the id "x"',
		],
	])("%s where %j", async (query, where, message) => {
		expect(await asker.refusals(query, { where })).toEqual([[message, "BAD_USER_INPUT"]]);
	});

	it("only unknown ids are queried from the institutes subgraph", async () => {
		await asker.refusals(embeddings, { where: { instituteIds: ["mxd", "x"] } });
		expect(asked).toEqual(["institutes x"]);
	});

	it.each(["first: 0", "first: 201", 'after: "x"'])("%s", async (argument) => {
		for (const list of ["mepCenters", "embeddings"])
			expect(await asker.refusals(`{ ${list}(${argument}) { totalCount } }`)).toEqual([
				[expect.stringMatching(new RegExp(`^${argument.split(":")[0]}: `)), "BAD_USER_INPUT"],
			]);
	});

	it("an unknown id of a lookup is null", async () => {
		expect(await asker.data('{ mepCenter(id: "x") { id } }')).toEqual({ mepCenter: null });
	});
});

it("distinguishes awards and returns what each covers", async () => {
	const { mepCenter } = await asker.data(
		'{ mepCenter(id: "ga-mep") { awards { amount { amount currency } period } observations(property: "federal_award") { value unit asOf source { url readOn } } } }',
	);
	expect(mepCenter.awards).toEqual(
		[100, 250].map((amount) => ({
			amount: { amount, currency: "USD" },
			period: "first year (of five)",
		})),
	);
	expect(mepCenter.observations).toEqual(
		[100, 250].map((value) => ({
			value,
			unit: "usd",
			asOf: "2018",
			source: { url: read.source_url, readOn: read.read_on },
		})),
	);
});

it("returns _entities in the requested order, null if unknown, in one statement per batch", async () => {
	const representations = [
		["MepCenter", "oh-mep"],
		["Institute", "mxd"],
		["MepCenter", "x"],
		["MepCenter", "ga-mep"],
		["Embedding", "e-1"],
		["Institute", "nobody"],
	].map(([__typename, id]) => ({ __typename, id }));
	const { _entities } = await asker.data(
		"query($representations: [_Any!]!) { _entities(representations: $representations) { ... on MepCenter { state } ... on Institute { embeddings { id center { id } } } ... on Embedding { award { amount } } } }",
		{ representations },
	);
	expect(_entities).toEqual([
		{ state: "US-OH" },
		{
			embeddings: [
				{ id: "e-1", center: { id: "oh-mep" } },
				{ id: "e-3", center: null },
			],
		},
		null,
		{ state: "US-GA" },
		{ award: { amount: 1000 } },
		{ embeddings: [] },
	]);
	// Embeddings of institutes, embeddings by id; centers are in memory.
	expect(asker.statements).toHaveLength(2);
});

describe("SQL", () => {
	it.each([
		["{ mepCenters { nodes { name state } } }", 1],
		["{ mepCenters { totalCount nodes { awards { id } observations { value } } } }", 3],
		["{ mepCenters { nodes { embeddings { id institute { id } center { city } } } } }", 2],
		["{ embeddings { nodes { id center { name } } } }", 1],
	])("%s takes %i statements, independent of the number of rows", async (query, count) => {
		await asker.data('{ mepCenter(id: "ga-mep") { id } }');
		await asker.data(query);
		expect(asker.statements).toHaveLength(count);
	});

	it("reads only what is selected", async () => {
		await asker.data("{ mepCenters { nodes { name state } } }");
		expect(asker.statements[0]).toMatch(/^SELECT c\.id, c\.name, c\.state FROM mep_centers/);
	});
});
