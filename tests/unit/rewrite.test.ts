import { parse, print } from "graphql";
import { expect, it } from "vitest";
import { graphNamesOf } from "../../gateway/rewrite/graph-names.ts";
import { operationPreparer } from "../../gateway/rewrite/prepare.ts";

const NAMES = graphNamesOf(`
	type Query { sme(id: ID!): Sme _hub1: Int }
	interface Named { name: String }
	union Any = Sme
	type Sme implements Named {
		id: ID! name: String _hub_nothing: Int
		near: String @join__field(graph: A, requires: "list(first: 1) { count }")
		list(first: Int, where: Where): Page other(first: Int): Page
	}
	type Page { count: Int }
	interface Face @join__type(graph: A) @join__type(graph: B, isInterfaceObject: true) { part(of: Int): Int }`);

const prepare = operationPreparer(NAMES);
const prepared = (query: string, variables = {}, beforeVariant = async () => undefined) =>
	prepare(
		{ document: parse(query), queryHash: query, operationName: undefined, variables },
		beforeVariant,
	);
const textOf = async (query: string, variables = {}) => {
	const found = await prepared(query, variables);
	return found && print(found.document).replace(/\s+/g, " ");
};

it("a graph's names are read from its supergraph", () => {
	expect([...NAMES.shared].sort()).toEqual(["list", "part"]);
	expect([...NAMES.abstract].sort()).toEqual(["Any", "Face", "Named"]);
});

it.each([
	"{ sme(id: 1) { id name other(first: 2) { count } } }",
	"query($id: ID!) { sme(id: $id) { ...F ... on Sme { id } } } fragment F on Named { name }",
])("what has neither aliases nor conditions is planned as it stands: %s", async (query) => {
	const { document, names } = await prepared(query);
	expect(print(document)).toBe(print(parse(query)));
	expect(names.clients.size).toBe(0);
});

it("operations that differ in their aliases only have one plan", async () => {
	const one = await prepared("{ a: sme(id: 1) { b: name id: id } }");
	const other = await prepared("{ id: sme(id: 1) { __typename: name id } }");
	expect(one?.hash).toBe(other?.hash);
	expect(one?.names.clients).not.toEqual(other?.names.clients);
	const third = await prepared("{ id: sme(id: 1) { __typename: id name } }");
	expect(third?.hash).not.toBe(one?.hash);
});

it("one name stands for one field with one set of arguments, however these are written", async () => {
	expect(
		await textOf(
			`{ x: sme(id: 1) { l: list(first: 1, where: { a: 1, b: [$v, E] }) { count } }
			x: sme(id: 1) { l: list(where: { b: [$v, E], a: 1 }, first: 1) { c: count } m: list(first: 2) { count } } }`,
		),
	).toBe(
		"{ _hub0: sme(id: 1) { _hub2: list(first: 1, where: {a: 1, b: [$v, E]}) { count } } _hub0: sme(id: 1) { _hub2: list(where: {b: [$v, E], a: 1}, first: 1) { _hub3: count } _hub4: list(first: 2) { count } } }",
	);
	const other = await textOf(
		"{ a: sme(id: 1) { l: list(first: 1) { count } } b: sme(id: 2) { l: list(first: 2) { count } } }",
	);
	const names = [...(other ?? "").matchAll(/(_hub\d+): list/g)].map(([, name]) => name);
	expect(new Set(names).size).toBe(2);
	expect(await textOf("{ sme(id: 1) { list(first: 2) { count } } }")).toBe(
		"{ sme(id: 1) { _hub0: list(first: 2) { count } } }",
	);
});

it("conditions are settled, and what is left of nothing is a placeholder", async () => {
	const query = `query($a: Boolean = true, $b: Boolean!) {
		sme(id: 1) @include(if: $b) { id @skip(if: $a) ...F @include(if: $b) ... @skip(if: true) { name } }
	} fragment F on Sme { name @skip(if: $a) }`;
	expect(await textOf(query, { b: true })).toBe(
		"query ($a: Boolean = true, $b: Boolean!) { sme(id: 1) { _hub_nothing_: __typename } }",
	);
	expect(await textOf(query, { b: true, a: false })).toBe(
		"query ($a: Boolean = true, $b: Boolean!) { sme(id: 1) { id ...F } } fragment F on Sme { name }",
	);
	expect(await textOf(query, { b: false })).toBe(
		"query ($a: Boolean = true, $b: Boolean!) { _hub_nothing_: __typename }",
	);
});

it("another set of values is told before it is kept", async () => {
	const told: number[] = [];
	const document = parse("query($a: Boolean!) { sme(id: 1) { id @include(if: $a) x: name } }");
	let refusing = true;
	const ask = (a: boolean) =>
		prepare(
			{ document, queryHash: "one", operationName: undefined, variables: { a } },
			async (fields) => {
				told.push(fields);
				if (refusing) throw new Error("too much");
			},
		);
	const first = await ask(true);
	await expect(ask(false)).rejects.toThrow("too much");
	refusing = false;
	const second = await ask(false);
	expect(await ask(false)).toBe(second);
	expect(await ask(true)).toBe(first);
	expect(told).toEqual([2, 2]);
});
