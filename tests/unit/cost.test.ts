import fc from "fast-check";
import {
	buildSchema,
	type FragmentDefinitionNode,
	getIntrospectionQuery,
	Kind,
	parse,
	validate,
} from "graphql";
import { describe, expect, it } from "vitest";
import { type CostRule, measure, TooManyFields } from "../../gateway/limits/cost.ts";
import { weightsOf } from "../../gateway/limits/weights.ts";

const SDL = `
directive @link(url: String, import: [Import]) repeatable on SCHEMA
scalar Import
directive @price(weight: Int!) on ARGUMENT_DEFINITION | FIELD_DEFINITION | OBJECT
directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean) on FIELD_DEFINITION
schema @link(url: "https://specs.apollo.dev/cost/v0.1", import: [{ name: "@cost", as: "@price" }, "@listSize"]) { query: Query }
type Query { one: Thing things(first: Int = 10, size: Int): Things all: [Thing!]! any: Any }
interface Any { id: ID }
type Other implements Any { id: ID things(first: Int = 10): Things }
type Things { nodes: [Thing!]! edges: [Edge] total: Int page: Page }
type Edge { node: Thing cursor: ID }
type Page { more: Boolean }
type Thing implements Any {
	id: ID
	name: String
	next: Thing
	things(first: Int = 10): Things
	few: [Thing] @listSize(assumedSize: 2)
	paged(amount: Int = 3, most: Int): Paged @listSize(slicingArguments: ["amount", "most"], sizedFields: ["rows"])
	dear(by: Int @price(weight: 7)): Int @price(weight: 50)
	owned: [Thing]
	treasure: Treasure
}
type Paged { rows: [Thing] others: [Thing] }
type Treasure @price(weight: 9) { id: ID }
`;

const schema = buildSchema(SDL);
const rule: CostRule = {
	schema,
	weights: weightsOf(SDL),
	assumedSize: (place) => (place === "Thing.owned" ? 100 : 5),
	mostFields: 2000,
};

function measureText(text: string, variables: Record<string, unknown> = {}) {
	const document = parse(text);
	const fragments = new Map<string, FragmentDefinitionNode>();
	for (const one of document.definitions)
		if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
	const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
	if (!operation) throw new Error("no operation");
	return measure(rule, { operation, fragments, variables });
}

function measured(text: string, variables?: Record<string, unknown>) {
	expect(validate(schema, parse(text))).toEqual([]);
	return measureText(text, variables);
}

const costOf = (text: string, variables?: Record<string, unknown>) =>
	measured(text, variables).cost;

describe("the cost of an operation", () => {
	it.each([
		["an object", "{ one { id name } }", 1],
		["a page and its nodes, by the default of `first`", "{ things { nodes { id } total } }", 11],
		["pages in pages", "{ things(first: 3) { nodes { things(first: 4) { nodes { id } } } } }", 19],
		[
			"edges and the nodes in them",
			"{ things(first: 3) { edges { node { id } } page { more } } }",
			8,
		],
		["a list whose length nothing says", "{ all { id } }", 5],
		["a list that says its length", "{ one { few { id } } }", 3],
		["a list of which a partner says nothing", "{ one { owned { id } } }", 101],
		["@cost of a field and an argument", "{ one { dear } x: one { dear(by: 1) } }", 109],
		["@cost of a type", "{ one { treasure { id } } }", 10],
		[
			"the largest slicing argument, and only sized fields",
			"{ one { paged(most: 8) { rows { id } others { id } } } }",
			15,
		],
		["null in place of a default", "{ things(first: null) { nodes { id } } }", 11],
		["a field asked twice in one place", "{ one { id } one { name next { id } } }", 2],
		[
			"fields of all types an interface may be",
			"{ any { id ... on Thing { next { id } } ... on Other { things { total } } } }",
			3,
		],
		[
			"what is left out",
			"{ one { next @skip(if: true) { id } } all @include(if: false) { id } }",
			1,
		],
	])("%s", (_, text, cost) => {
		expect(costOf(text)).toBe(cost);
	});

	it("reports the most expensive path by response names, and counts depth, fields and aliases", () => {
		const text =
			"{ one { name } mine: things(first: 20) { nodes { next { id } all: few { x: name next { id } } } } }";
		expect(measured(text)).toMatchObject({
			cost: 1 + 1 + 20 * (1 + 1 + 2 * 2),
			dearest: "mine.nodes.all.next",
			depth: 5,
			fields: 10,
			aliases: 3,
			rootFields: 2,
		});
	});

	it("is the same with variables as with literals", () => {
		const text =
			"query($n: Int = 7, $no: Boolean!) { things(first: $n) { nodes { next @skip(if: $no) { id } } } }";
		expect(costOf(text, { n: 4, no: true })).toBe(5);
		expect(costOf(text, { n: 4, no: false })).toBe(9);
		expect(costOf(text, { no: true })).toBe(8);
		expect(costOf(text, { n: null, no: true })).toBe(8);
		expect([...measured(text, { no: true }).variables]).toEqual(["n", "no"]);
		const forged = JSON.parse('{ "__proto__": { "n": 1 }, "no": true }');
		expect(costOf(text, forged)).toBe(8);
	});

	it("is low for introspection, and high for recursive introspection", () => {
		const whole = costOf(getIntrospectionQuery());
		expect(whole).toBeGreaterThan(100);
		const types = Object.keys(schema.getTypeMap()).length;
		expect(whole).toBeLessThan(100 * types);
		const again = Array.from({ length: 50 }, (_, i) => `a${i}: type { fields { name } }`).join(" ");
		const circular = costOf(`{ __schema { types { fields { ${again} } } } }`);
		expect(circular).toBeGreaterThan(0.25 * types * 6 * 50 * 6);
	});

	it("is computed in bounded time for any operation", () => {
		const chain = (spread: (name: string) => string, last: string) =>
			`{ one { ...F0 } } ${Array.from({ length: 40 }, (_, i) => `fragment F${i} on Thing { ${spread(`F${i + 1}`)} }`).join(" ")} fragment F40 on Thing { ${last} }`;
		expect(costOf(chain((name) => `...${name} ...${name}`, "next { id }"))).toBe(2);
		const doubling = chain((name) => `a: next { ...${name} } b: next { ...${name} }`, "id");
		expect(() => costOf(doubling)).toThrow(TooManyFields);
		// Validation rejects this, but the rule does not rely on it.
		const repeated = `{ one { ${"id ".repeat(50_000)} } }`;
		expect(() => measureText(repeated)).toThrow(TooManyFields);
	});
});

type Field = { name: string; first?: number; inner: Field[] };

const LEAVES = ["id", "name"];
const OBJECTS = ["next", "few", "owned", "things"];

/** Selections on a Thing; those of `things` are on its nodes. */
const selection: fc.Memo<Field[]> = fc.memo((depth) =>
	fc
		.array(depth > 1 ? fc.oneof(leaf, object(depth - 1)) : leaf, { minLength: 1, maxLength: 4 })
		.map((fields) => [...new Map(fields.map((field) => [field.name, field])).values()]),
);
const leaf = fc.constantFrom(...LEAVES).map((name): Field => ({ name, inner: [] }));
const object = (depth: number) =>
	fc.record<Field>({
		name: fc.constantFrom(...OBJECTS),
		first: fc.option(fc.integer({ min: 0, max: 50 }), { nil: undefined }),
		inner: selection(depth),
	});

type Printing = { alias?: boolean; fragments?: string[]; values?: Record<string, number> };

function print(fields: Field[], how: Printing = {}): string {
	const texts = fields.map(({ name, first, inner }, index) => {
		const alias = how.alias ? `a${index}: ` : "";
		if (inner.length === 0) return alias + name;
		const set = print(inner, how);
		if (name !== "things") return `${alias}${name} { ${set} }`;
		let value = String(first);
		if (how.values && first !== undefined) {
			const variable = `v${Object.keys(how.values).length}`;
			how.values[variable] = first;
			value = `$${variable}`;
		}
		const given = first === undefined ? "" : `(first: ${value})`;
		return `${alias}things${given} { nodes { ${set} } }`;
	});
	if (!how.fragments) return texts.join(" ");
	const name = `F${how.fragments.length}`;
	how.fragments.push(`fragment ${name} on Thing { ${texts.join(" ")} }`);
	return `...${name} ... on Thing { ...${name} }`;
}

const plain = (fields: Field[]) => costOf(`{ one { ${print(fields)} } }`);

describe("the cost of any operation", () => {
	const anyFields = selection(4);

	it("never falls when a field is added or `first` is raised", () => {
		fc.assert(
			fc.property(anyFields, selection(3), fc.nat(20), fc.nat(), (fields, more, by, at) => {
				const before = plain(fields);
				const names = new Set(fields.map(({ name }) => name));
				const added = [...fields, ...more.filter(({ name }) => !names.has(name))];
				expect(plain(added)).toBeGreaterThanOrEqual(before);
				const deeper = structuredClone(fields);
				const all: Field[] = [];
				const gather = (list: Field[]) => {
					for (const one of list) {
						all.push(one);
						gather(one.inner);
					}
				};
				gather(deeper);
				const chosen = all[at % all.length];
				if (chosen?.name === "things") chosen.first = Math.max(chosen.first ?? 10, 10) + by;
				else if (chosen && chosen.inner.length > 0)
					chosen.inner.push({ name: "treasure", inner: [{ name: "id", inner: [] }] });
				expect(plain(deeper)).toBeGreaterThanOrEqual(before);
			}),
		);
	});

	it("is the same with fragments, aliases, variables and defaults as inline", () => {
		fc.assert(
			fc.property(anyFields, (fields) => {
				const expanded = plain(fields);
				expect(costOf(`{ one { ${print(fields, { alias: true })} } }`)).toBe(expanded);
				const fragments: string[] = [];
				const spread = print(fields, { fragments });
				expect(costOf(`{ one { ${spread} } } ${fragments.join(" ")}`)).toBe(expanded);
				const values: Record<string, number> = {};
				const text = print(fields, { values });
				const names = Object.keys(values);
				const head = (value: (name: string) => string) =>
					names.length === 0
						? "query"
						: `query(${names.map((name) => `$${name}: Int${value(name)}`).join(" ")})`;
				expect(costOf(`${head(() => "")} { one { ${text} } }`, values)).toBe(expanded);
				expect(costOf(`${head((name) => ` = ${values[name]}`)} { one { ${text} } }`)).toBe(
					expanded,
				);
				expect(costOf(`{ one { ${print(fields)} } one { ${print(fields)} } }`)).toBe(expanded);
			}),
		);
	});
});
