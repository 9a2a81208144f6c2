import { buildSchema, parse } from "graphql";
import { expect, it } from "vitest";
import { compileResponse } from "../../gateway/execution/compiled-response.ts";
import { applyRewrites, renamesIn } from "../../gateway/execution/data-rewrites.ts";
import { subgraphErrors } from "../../gateway/execution/errors.ts";
import { exactResponse } from "../../gateway/execution/exact-response.ts";
import { compileMerge } from "../../gateway/execution/merge.ts";
import { objectsAt, pathsAt } from "../../gateway/execution/path.ts";
import { compileRepresentation, keyOf } from "../../gateway/execution/representations.ts";
import { selectedBy } from "../../gateway/execution/selected.ts";
import { graphNamesOf } from "../../gateway/rewrite/graph-names.ts";
import { operationPreparer } from "../../gateway/rewrite/prepare.ts";

const SDL = `
	scalar Any
	enum Kind { TRAINING ACCESS }
	interface Named { name: String }
	type Lab implements Named { id: ID! name: String! floor: Int near: [Lab] }
	type Course implements Named { id: ID! name: String hours: Float kind: Kind open: Boolean }
	union Thing = Lab | Course
	type Query { thing: Thing things: [Thing] lab: Lab labs: [Lab!] sure: Lab! named: Named grid: [[Int!]] any: Any }`;
const schema = buildSchema(SDL);
const prepare = operationPreparer(graphNamesOf(SDL));

/** The answer to a query, by the compiled and by the exact response. */
async function answers(query: string, given: (own: (client: string) => string) => object) {
	const document = parse(query);
	const asked = { document, queryHash: query, operationName: undefined, variables: {} };
	const prepared = await prepare(asked, async () => undefined);
	const own = new Map([...prepared.names.clients].map(([name, client]) => [client, name]));
	const root = schema.getQueryType();
	if (!root) throw new Error("The schema has no queries");
	const selected = selectedBy(schema, root, prepared);
	const input = given((client) => own.get(client) ?? client) as Record<string, unknown>;
	return {
		compiled: compileResponse(schema, selected)(input),
		exact: exactResponse(schema, selected, input),
	};
}

it.each<[what: string, query: string, input: object, data: object]>([
	[
		"leaves",
		"{ lab { id floor name } }",
		{ lab: { floor: 2, name: "A", id: "1", more: 1 } },
		{ lab: { id: "1", floor: 2, name: "A" } },
	],
	[
		"nulls",
		"{ lab { id } labs { id } any }",
		{ lab: null, labs: undefined },
		{ lab: null, labs: null, any: null },
	],
	["lists of lists", "{ grid }", { grid: [[1, 2], null, []] }, { grid: [[1, 2], null, []] }],
	[
		"types of a union",
		"{ things { __typename ... on Lab { floor } ... on Course { hours } } }",
		{
			things: [
				{ __typename: "Lab", floor: 1, hours: 2 },
				null,
				{ __typename: "Course", hours: 1.5 },
			],
		},
		{ things: [{ __typename: "Lab", floor: 1 }, null, { __typename: "Course", hours: 1.5 }] },
	],
	[
		"fragments on an interface, and each field once",
		"{ named { name ...N ... on Lab { near { id } near { floor } } } } fragment N on Named { ... on Lab { name id } }",
		{ named: { __typename: "Lab", name: "A", id: "1", near: [{ id: "2", floor: 3 }] } },
		{ named: { name: "A", id: "1", near: [{ id: "2", floor: 3 }] } },
	],
	[
		"any value of a scalar of one's own",
		"{ any }",
		{ any: { a: [1, { b: null }] } },
		{ any: { a: [1, { b: null }] } },
	],
])("an answer has the operation's shape: %s", async (_, query, input, data) => {
	const { compiled, exact } = await answers(query, () => input);
	expect(JSON.stringify(compiled)).toBe(JSON.stringify(data));
	expect(exact).toEqual({ data, errors: [] });
});

it("an answer has the client's names, whatever they are", async () => {
	const { compiled, exact } = await answers(
		"{ constructor: lab { __proto__: name id: floor } }",
		(own) => ({ [own("constructor")]: { [own("__proto__")]: "A", [own("id")]: 2, id: "key" } }),
	);
	const text = '{"constructor":{"__proto__":"A","id":2}}';
	expect(JSON.stringify(compiled)).toBe(text);
	expect(JSON.stringify(exact.data)).toBe(text);
});

it("names of an object's prototype are not read as its fields", async () => {
	const odd = buildSchema("type Query { constructor: String toString: String }");
	const root = odd.getQueryType();
	if (!root) throw new Error("The schema has no queries");
	const document = parse("{ constructor toString }");
	const asked = { document, queryHash: "odd", operationName: undefined, variables: {} };
	const selected = selectedBy(odd, root, await prepare(asked, async () => undefined));
	expect(compileResponse(odd, selected)({})).toEqual({ constructor: null, toString: null });
});

it.each<[what: string, query: string, input: object, data: object | null, errors: string[]]>([
	[
		"a null that is not allowed",
		"{ lab { id name } }",
		{ lab: { id: "1", name: null } },
		{ lab: null },
		["Cannot return null for non-nullable field Lab.name. lab.name"],
	],
	[
		"as far as nothing may be null",
		"{ sure { id } }",
		{ sure: { id: null } },
		null,
		["Cannot return null for non-nullable field Lab.id. sure.id"],
	],
	[
		"in a list whose elements may not be null",
		"{ labs { id } }",
		{ labs: [{ id: "1" }, null] },
		{ labs: null },
		["Cannot return null for non-nullable array element of type Lab at index 1. labs.1"],
	],
	[
		"in a list whose elements may be null",
		"{ things { ... on Lab { name } } }",
		{ things: [{ __typename: "Lab", name: "A" }, { __typename: "Lab" }] },
		{ things: [{ name: "A" }, null] },
		["Cannot return null for non-nullable field Lab.name. things.1.name"],
	],
	[
		"a value of another type",
		"{ lab { floor id } }",
		{ lab: { floor: "two", id: 1 } },
		{ lab: { floor: null, id: 1 } },
		["Invalid value found for field Lab.floor. lab.floor"],
	],
	[
		"a value that an enum does not have",
		"{ thing { ... on Course { kind open } } }",
		{ thing: { __typename: "Course", kind: "NONE", open: true } },
		{ thing: { kind: null, open: true } },
		["Invalid value found for field Course.kind. thing.kind"],
	],
	[
		"an object for a list",
		"{ labs { id } lab { id } }",
		{ labs: { id: "1" }, lab: { id: "2" } },
		{ labs: null, lab: { id: "2" } },
		["Invalid value found for field Query.labs. labs"],
	],
	[
		"a type that there is not",
		"{ thing { __typename } }",
		{ thing: { __typename: "Robot" } },
		{ thing: null },
		["Invalid __typename found for object at field Query.thing. thing"],
	],
])("what a subgraph may not answer is null, and told: %s", async (_, query, input, data, told) => {
	const { compiled, exact } = await answers(query, () => input);
	expect(compiled).toBeUndefined();
	expect(exact.data).toEqual(data);
	expect(exact.errors.map(({ message, path }) => `${message} ${path?.join(".")}`)).toEqual(told);
});

const mergeOf = (selection: string, renames = new Map<string, string>()) => {
	const [operation] = parse(selection).definitions;
	if (operation?.kind !== "OperationDefinition") throw new Error("An operation was expected");
	return compileMerge(operation.selectionSet, new Map(), renames);
};

it("answers are merged field by field, and nothing that was not asked is taken over", () => {
	const merge = mergeOf("{ name lab { floor } labs { floor } list }");
	const target = { id: "1", lab: { id: "2" }, labs: [{ id: "3" }, null, { id: "4" }], list: [1] };
	merge(
		target,
		JSON.parse(
			'{ "name": "A", "lab": { "floor": 1, "x": 1 }, "labs": [{ "floor": 2 }, { "floor": 3 }, null], "list": [2, 3], "x": 1, "__proto__": { "x": 1 } }',
		),
		false,
	);
	expect(target).toEqual({
		id: "1",
		name: "A",
		lab: { id: "2", floor: 1 },
		labs: [{ id: "3", floor: 2 }, { floor: 3 }, null],
		list: [2, 3],
	});
	expect("x" in target).toBe(false);
});

it("objects that get the same answer do not share what is in it", () => {
	const merge = mergeOf("{ lab { floor } labs { near { floor } } }");
	const answer = { lab: { floor: 1 }, labs: [{ near: [{ floor: 2 }] }] };
	const [one, other] = [{}, {}] as Array<Record<string, never>>;
	merge(one as object as never, answer, false);
	merge(other as object as never, answer, true);
	expect(other).toEqual(one);
	expect(other?.lab).not.toBe(one?.lab);
	expect(other?.labs).not.toBe(one?.labs);
});

it("a representation has what the plan requires, of the types that apply, or is left out", () => {
	const field = (name: string, ...selections: never[]) =>
		({ kind: "Field", name, ...(selections.length > 0 && { selections }) }) as never;
	const on = (typeCondition: string, ...selections: never[]) =>
		({ kind: "InlineFragment", typeCondition, selections }) as never;
	const represent = compileRepresentation(
		[
			on("Lab", field("__typename"), field("id")),
			on("Named", field("name")),
			on("Course", field("__typename"), field("near", field("id"))),
		],
		schema,
	);
	expect(represent({ __typename: "Lab", id: "1", name: "A", more: 1 })).toEqual({
		__typename: "Lab",
		id: "1",
		name: "A",
	});
	expect(represent({ __typename: "Lab", id: "1" })).toEqual({ __typename: "Lab", id: "1" });
	expect(represent({ __typename: "Lab" })).toBeNull();
	expect(represent({ __typename: "Course", near: [{ id: "1" }, null, { x: 1 }] })).toEqual({
		__typename: "Course",
		near: [{ id: "1" }, null, null],
	});
	expect(represent({ id: "1" })).toBeNull();
});

it("different representations have different keys", () => {
	const keys = [
		{ a: "1", b: "2" },
		{ a: '1b"1:2', b: "" },
		{ a: "1" },
		{ a: 1 },
		{ a: "1", b: null },
		{ a: { b: "1" } },
		{ a: ["1"] },
		{ a: true },
		{ a: '1"' },
	].map(keyOf);
	expect(new Set(keys).size).toBe(keys.length);
	expect(keyOf({ a: "1", b: [1, { c: 2 }] })).toBe(keyOf({ a: "1", b: [1, { c: 2 }] }));
});

it("objects are found at a path through lists of lists, with their places", () => {
	const root = {
		a: [
			[{ b: { c: 1 } }, null],
			[{ b: null }, { b: { c: 2 } }],
		],
	};
	const path = ["a", "@", "@", "b"];
	expect(objectsAt(root, path)).toEqual([{ c: 1 }, { c: 2 }]);
	expect(pathsAt(root, path)).toEqual([
		["a", 0, 0, "b"],
		["a", 1, 1, "b"],
	]);
	expect(objectsAt({ a: { b: 1 } }, path)).toEqual([]);
	expect(objectsAt({}, [])).toEqual([{}]);
});

it("a plan's rewrites keep zero, false and empty texts, and apply to their types only", () => {
	const rules = [
		{ kind: "KeyRenamer" as const, path: ["... on Lab", "size__alias_0"], renameKeyTo: "size" },
		{ kind: "ValueSetter" as const, path: ["near", "__typename"], setValueTo: "Lab" },
	];
	const data = [
		{ __typename: "Lab", size__alias_0: 0, near: [{}, null] },
		{ __typename: "Course", size__alias_0: 1 },
	];
	applyRewrites(rules, schema, data);
	expect(data).toEqual([
		{ __typename: "Lab", size: 0, near: [{ __typename: "Lab" }, null] },
		{ __typename: "Course", size__alias_0: 1 },
	]);
	expect([...renamesIn(rules)]).toEqual([["size__alias_0", "size"]]);
});

it("an error of a subgraph is told at each place that its answer was for", () => {
	const errors = subgraphErrors(
		[
			{
				message: "gone",
				path: ["_entities", 0, "size__alias_0"],
				extensions: { code: "NOT_FOUND" },
			},
			{ message: "" },
		],
		{
			serviceName: "labs",
			renames: new Map([["size__alias_0", "size"]]),
			pathOf: ([, , ...below]) => [
				["a", 0, ...below],
				["b", ...below],
			],
		},
	);
	expect(
		errors.map(({ message, path, extensions }): unknown => ({ message, path, extensions })),
	).toEqual([
		{
			message: "gone",
			path: ["a", 0, "size"],
			extensions: { code: "NOT_FOUND", serviceName: "labs" },
		},
		{
			message: "gone",
			path: ["b", "size"],
			extensions: { code: "NOT_FOUND", serviceName: "labs" },
		},
		{
			message: 'Error while fetching subquery from service "labs"',
			path: undefined,
			extensions: { serviceName: "labs", code: "DOWNSTREAM_SERVICE_ERROR" },
		},
	]);
});
