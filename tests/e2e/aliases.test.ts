// Over 300 lines: one gateway and graph, asked under every kind of alias.
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse, validate } from "graphql";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../shared/limits/limits.ts";
import { type AliasGraph, GRANTS, startAliasGraph, YO_GRAPH } from "../support/alias-graph.ts";
import { PATIENT } from "../support/limits.ts";
import { memoryRegistry } from "../support/memory-registry.ts";
import { startPartnerHub } from "../support/partner-hub.ts";

let graph: AliasGraph;
beforeAll(async () => {
	graph = await startAliasGraph();
});
afterAll(() => graph.close());
beforeEach(() => {
	graph.partner.asked.length = 0;
	graph.registry.disclosures.length = 0;
});
const ask = (query: string, variables?: object) => graph.hub.ask(query, variables);
const sent = () => graph.partner.asked.flatMap(({ body }) => body.variables.representations ?? []);
const told = () => graph.registry.disclosures.map(({ type, fields }) => [type, ...fields]);

describe("an alias", () => {
	it("of a required field does not decide what a partner is told", async () => {
		const query =
			'{ sme(id: "a") { state: engagements(first: 1) { nodes { id kind startedOn } } city: size yoNear } }';
		expect(await ask(query)).toEqual({
			data: {
				sme: {
					state: { nodes: [{ id: "eng_0", kind: "KIND_0", startedOn: "2026-01-01" }] },
					city: 0,
					yoNear: "near State a, City a",
				},
			},
		});
		expect(sent()).toEqual([{ __typename: "Sme", id: "a", state: "State a", city: "City a" }]);
		expect(told()).toEqual([["Sme", "city", "id", "state"]]);
	});

	it("of a key does not become the key", async () => {
		expect(await ask("{ lab { smes { id: name yoCode } id: strict name: id } }")).toEqual({
			data: {
				lab: {
					smes: ["a", "b", "c"].map((id) => ({ id: `Maker ${id}`, yoCode: `yo-${id}` })),
					id: "strict",
					name: "lab_1",
				},
			},
		});
		expect(sent()).toEqual(["a", "b", "c"].map((id) => ({ __typename: "Sme", id })));
	});

	it("may have the name of what the hub asks back, and none of the caller's names is sent", async () => {
		const query =
			'{ sme(id: "a") { hubKey_id: yoCode _hub0: yoItems(first: 1) { secret: __typename ... on YoBook { _hub: label } } yoCode } }';
		expect(await ask(query)).toEqual({
			data: {
				sme: { hubKey_id: "yo-a", _hub0: [{ secret: "YoBook", _hub: "" }], yoCode: "yo-a" },
			},
		});
		expect(graph.partner.asked[0]?.body.query).not.toContain("secret");
	});

	it("may be __typename or __proto__", async () => {
		const { data, errors } = await ask(
			"{ mixed { __typename: __typename ... on Sme { __proto__: yoCode } ... on Lab { x: name } } }",
		);
		expect(errors).toBeUndefined();
		expect(JSON.stringify(data)).toBe(
			'{"mixed":[{"__typename":"Sme","__proto__":"yo-a"},{"__typename":"Lab","x":"The lab"},{"__typename":"Engagement"}]}',
		);
		expect(await ask('{ sme(id: "a") { __typename: size yoCode kind: __typename } }')).toEqual({
			data: { sme: { __typename: 0, yoCode: "yo-a", kind: "Sme" } },
		});
	});

	it("of other fields in other types keeps values that are zero or empty", async () => {
		expect(
			await ask(
				"{ mixed { ... on Lab { x: name } ... on Engagement { x: kind } ... on Sme { x: state s: size } } }",
			),
		).toEqual({ data: { mixed: [{ x: "State a", s: 0 }, { x: "The lab" }, { x: "KIND_1" }] } });
	});

	it("stands in the paths of errors and in what is said of nulls", async () => {
		const { data, errors, ...rest } = await ask(
			'{ one: sme(id: "b") { id: broken name: yoFails f: fragile { s: strict } } }',
		);
		expect(data).toEqual({ one: { id: null, name: null, f: null } });
		expect(errors?.map(({ path }) => path)).toEqual(
			expect.arrayContaining([
				["one", "id"],
				["one", "name"],
				["one", "f", "s"],
			]),
		);
		expect(JSON.stringify([errors, rest])).not.toContain("_hub");
	});

	it("is what a validation error speaks of", async () => {
		const { errors } = await ask('{ sme(id: "a") { x: name x: state } }');
		expect(errors?.[0]?.message).toContain('Fields "x" conflict');
		expect((await ask("query($id: ID!) { x: sme(id: $id) { y: id } }")).errors).toMatchObject([
			{ message: expect.stringContaining('"$id"'), locations: [{ line: 1, column: 7 }] },
		]);
	});

	it("works in fragments, introspection and several operations", async () => {
		const document = `query One { x: lab { ...F ...on Named { n: name } } }
			query Two($all: Boolean = true) { x: lab { ...F n: strict @include(if: $all) } s: __schema { q: queryType { n: name } } t: __type(name: "Lab") { k: kind } }
			fragment F on Named { i: id ...G } fragment G on Lab { id: strict smes { id: yoCode } }`;
		const smes = ["a", "b", "c"].map((id) => ({ id: `yo-${id}` }));
		const answer = async (operationName: string) => {
			const response = await fetch(`${graph.hub.url}/graphql`, {
				method: "POST",
				headers: { "content-type": "application/json" },
				body: JSON.stringify({ query: document, operationName }),
			});
			return response.text();
		};
		const x = { i: "lab_1", id: "strict", smes };
		expect(await answer("One")).toBe(
			`${JSON.stringify({ data: { x: { ...x, n: "The lab" } } })}\n`,
		);
		expect(await answer("Two")).toBe(
			`${JSON.stringify({
				data: { x: { ...x, n: "strict" }, s: { q: { n: "Query" } }, t: { k: "OBJECT" } },
			})}\n`,
		);
	});
});

it("what a fragment narrows again is answered", async () => {
	expect(await ask("{ lab { ... on Named { ... on Lab { strict } } } }")).toEqual({
		data: { lab: { strict: "strict" } },
	});
});

describe("a required field that the caller asks too", () => {
	it("with other arguments is sent as it is required", async () => {
		const expected = { data: { sme: { engagements: { totalCount: 20 }, yoFirst: 10 } } };
		expect(await ask('{ sme(id: "a") { engagements(first: 2) { totalCount } yoFirst } }')).toEqual(
			expected,
		);
		expect(sent()).toEqual([{ __typename: "Sme", id: "a", engagements: { totalCount: 10 } }]);
	});

	it.each([
		['{ sme(id: "a") { state @include(if: false) city @skip(if: true) yoNear } }', {}],
		['query($no: Boolean!) { sme(id: "a") { state @include(if: $no) yoNear } }', { no: false }],
		['query($no: Boolean = false) { sme(id: "a") { ... @include(if: $no) { city } yoNear } }', {}],
		[
			'query($no: Boolean!) { sme(id: "a") { ...F @include(if: $no) yoNear } } fragment F on Sme { state }',
			{ no: false },
		],
	])("but leaves out is still required: %s", async (query, variables) => {
		const near = { data: { sme: { yoNear: "near State a, City a" } } };
		expect(await ask(query, variables)).toEqual(near);
		expect(await ask(query, variables)).toEqual(near);
	});

	it.each([
		['{ sme(id: "a") { yoNear @include(if: false) apRank } }', {}],
		['query($no: Boolean!) { sme(id: "a") { yoNear @include(if: $no) apRank } }', { no: false }],
	])("from a partner, but leaves out, is still asked: %s", async (query, variables) => {
		const rank = { data: { sme: { apRank: "rank of near State a, City a" } } };
		expect(await ask(query, variables)).toEqual(rank);
	});

	it("is there or not as each request's variables say", async () => {
		const query =
			'query($a: Boolean!, $b: Boolean! = true) { sme(id: "a") { yoNear @include(if: $a) yoCode @skip(if: $b) state @include(if: $b) } lab @skip(if: $a) { id @include(if: $b) } }';
		const near = { yoNear: "near State a, City a" };
		const expected: Array<[object, object]> = [
			[{ a: true }, { sme: { ...near, state: "State a" } }],
			[{ a: false }, { sme: { state: "State a" }, lab: { id: "lab_1" } }],
			[{ a: true, b: false }, { sme: { ...near, yoCode: "yo-a" } }],
			[
				{ a: false, b: false },
				{ sme: { yoCode: "yo-a" }, lab: {} },
			],
		];
		for (const [variables, data] of [...expected, ...expected])
			expect(await ask(query, variables)).toEqual({ data });
		expect((await ask(query, { a: "yes" })).errors?.[0]?.message).toContain('"$a"');
		expect((await ask(query, {})).errors?.[0]?.message).toContain('"$a"');
	});

	it("where all is left out, an empty object remains", async () => {
		expect(await ask("{ smes { id @skip(if: true) } lab @include(if: false) { id } }")).toEqual({
			data: { smes: [{}, {}, {}] },
		});
		expect(await ask("{ lab @include(if: false) { id } }")).toEqual({ data: {} });
	});
});

it("each further plan of an operation counts like the plan of a new one", async () => {
	const { rateCost } = DEFAULT_LIMITS;
	const limits = { ...PATIENT, rateExempt: [], rateCost: { ...rateCost, PUBLIC: 450 } };
	const counted = await startAliasGraph({ options: { limits } });
	const query = 'query($a: Boolean!) { sme(id: "a") { id @include(if: $a) name } }';
	const codeOf = async (a: boolean) =>
		(await counted.hub.ask(query, { a })).errors?.map(({ extensions }) => extensions.code);
	// Three fields to plan, for a hundred each; then two of them, which is too much, and stays so.
	expect(await codeOf(true)).toBeUndefined();
	expect(await codeOf(false)).toEqual(["RATE_LIMITED"]);
	expect(await codeOf(true)).toBeUndefined();
	expect(await codeOf(false)).toEqual(["RATE_LIMITED"]);
	await counted.close();
});

describe("nested required fields", () => {
	it("are told to the leaf, and null above them is told as well", async () => {
		expect((await ask("{ smes { yoPhone } }")).data).toEqual({
			smes: [{ yoPhone: "tel 555-a" }, { yoPhone: "tel 555-b" }, { yoPhone: "tel undefined" }],
		});
		expect(sent()).toEqual([
			{ __typename: "Sme", id: "a", owner: { phone: "555-a" } },
			{ __typename: "Sme", id: "b", owner: { phone: "555-b" } },
			{ __typename: "Sme", id: "c", owner: null },
		]);
		expect(told()).toEqual([["Sme", "id", "owner.phone"]]);
	});

	it("are not told by a grant for what stands above them", async () => {
		const grants = GRANTS.filter(({ field }) => field !== "phone");
		const other = await startAliasGraph({ grants });
		const { data, errors } = await other.hub.ask('{ sme(id: "a") { id yoPhone } }');
		expect(data).toEqual({ sme: { id: "a", yoPhone: null } });
		expect(errors?.[0]?.message).toContain("no grant");
		expect(other.partner.asked).toEqual([]);
		await other.close();
	});
});

describe("a partner's own nullability", () => {
	const schema = buildSubgraphSchema(parse(YO_GRAPH));
	const expectValid = () => {
		expect(graph.partner.asked.length).toBeGreaterThan(0);
		for (const { body } of graph.partner.asked)
			expect(validate(schema, parse(body.query))).toEqual([]);
	};

	it("may differ between two types of a union", async () => {
		expect(
			await ask(
				"{ yoItems { __typename ... on YoBook { label pages } ... on YoTool { label pages } } }",
			),
		).toEqual({
			data: {
				yoItems: [
					{ __typename: "YoBook", label: "", pages: 0 },
					{ __typename: "YoTool", label: null, pages: 7 },
					{ __typename: "YoTool", label: "Saw", pages: 0 },
				],
			},
		});
		expectValid();
	});

	it("may differ between an interface and its types, on objects too", async () => {
		const query = `{ sme(id: "a") { yoItems(first: 3) {
			... on YoNamed { label } ... on YoBook { label x: about { text parts { number } } } ... on YoTool { x: about { text parts { number word } } label }
		} } }`;
		expect(await ask(query)).toEqual({
			data: {
				sme: {
					yoItems: [
						{ label: "", x: { text: "book", parts: [{ number: 0 }, { number: 1 }] } },
						{
							label: null,
							x: {
								text: "tool",
								parts: [
									{ number: 0, word: "zero" },
									{ number: 1, word: null },
								],
							},
						},
						{ label: "Saw", x: null },
					],
				},
			},
		});
		expectValid();
	});
});

it("zero and an empty text are kept where the planner asks fields under names of its own", async () => {
	const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@shareable"])\n`;
	const sums = [
		{ __typename: "Money", amount: 1, note: "all", within: { deep: true } },
		{ __typename: "Share", amount: 0, note: "", within: { deep: false } },
		{ __typename: "Share", amount: 2, note: null, within: null },
	];
	const within = "type Within @shareable { deep: Boolean }";
	const money = {
		sdl: `${link} type Query { money: Money } type Money @shareable { amount: Float note: String within: Within } ${within}`,
		resolvers: { Query: { money: () => sums[0] } },
	};
	const hub = await startPartnerHub(memoryRegistry(), {
		own: money,
		ownToo: {
			shares: {
				sdl: `${link} type Query { sums: [Sum!]! } union Sum = Money | Share ${within}
				type Money @shareable { amount: Float! note: String! within: Within! }
				type Share { amount: Float note: String within: Within }`,
				resolvers: {
					Query: { sums: () => sums },
					Share: {
						note({ note }: { note: string | null }) {
							if (note === null) throw new Error("no note");
							return note;
						},
					},
				},
			},
		},
	});
	const fields = "amount note within { deep }";
	const { data, errors } = await hub.ask(
		`{ sums { ... on Money { ${fields} } ... on Share { ${fields} } } }`,
	);
	expect(data).toEqual({ sums: sums.map(({ __typename, ...sum }) => sum) });
	expect(errors?.map(({ path }) => path)).toEqual([["sums", 2, "note"]]);
	await hub.close();
});
