import { buildSubgraphSchema } from "@apollo/subgraph";
import fc from "fast-check";
import {
	buildClientSchema,
	type GraphQLSchema,
	getIntrospectionQuery,
	isInterfaceType,
	isObjectType,
	parse,
	validate,
} from "graphql";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type AliasGraph, startAliasGraph, YO_GRAPH } from "../support/alias-graph.ts";
import { PATIENT } from "../support/limits.ts";
import {
	type Aliases,
	aliasedText,
	plainText,
	queryOf,
	randomAliases,
	randomSelections,
} from "../support/random-operation.ts";

/** What is asked at random may be large. */
const BOUNDLESS = { ...PATIENT, aliases: 10_000, fields: 100_000, depth: 50 };

let graph: AliasGraph;
let schema: GraphQLSchema;
let fields: string[];
const partnerSchema = buildSubgraphSchema(parse(YO_GRAPH));
beforeAll(async () => {
	graph = await startAliasGraph({ options: { limits: BOUNDLESS } });
	const { data } = await graph.hub.ask(getIntrospectionQuery());
	schema = buildClientSchema(data as never);
	fields = [
		...new Set(
			Object.values(schema.getTypeMap()).flatMap((type) =>
				(isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith("__")
					? Object.keys(type.getFields())
					: [],
			),
		),
	];
});
afterAll(() => graph.close());

const sortedTexts = (values: unknown[]) =>
	[...new Set(values.map((one) => JSON.stringify(one)))].sort();

/** What a query was answered, and what partners were told for it. */
async function outcome(query: string, variables: object) {
	graph.partner.asked.length = 0;
	graph.other.asked.length = 0;
	graph.registry.disclosures.length = 0;
	const { data, errors = [] } = await graph.hub.ask(query, variables);
	for (const { body } of graph.partner.asked)
		expect(validate(partnerSchema, parse(body.query))).toEqual([]);
	return {
		data,
		errors,
		sent: sortedTexts(
			[...graph.partner.asked, ...graph.other.asked].flatMap(
				({ body }) => body.variables.representations ?? [],
			),
		),
		disclosed: sortedTexts(
			graph.registry.disclosures.map(({ subgraph, type, fields: told, ids }) => ({
				subgraph,
				type,
				told,
				ids,
			})),
		),
	};
}

/** Gives an aliased answer the fields' own names again, in the same order; what was asked twice must be there twice. */
function named(
	value: unknown,
	names: { first: Aliases["first"]; second: Aliases["second"] },
): unknown {
	if (Array.isArray(value)) return value.map((one) => named(one, names));
	if (value === null || typeof value !== "object") return value;
	const own = new Map<string, unknown>();
	const again = new Map<string, unknown>();
	for (const [alias, inner] of Object.entries(value)) {
		const name = names.first.get(alias);
		if (name !== undefined) own.set(name, named(inner, names));
		else again.set(names.second.get(alias) ?? `unknown ${alias}`, named(inner, names));
	}
	for (const [name, inner] of again) expect(inner).toEqual(own.get(name));
	return Object.fromEntries(own);
}

const inverse = (names: Map<string, string>) =>
	new Map([...names].map(([name, alias]) => [alias, name]));

it("whatever an operation calls its fields, its data, errors and disclosures are the same", async () => {
	await fc.assert(
		fc.asyncProperty(fc.gen(), async (gen) => {
			const selections = randomSelections(gen, schema);
			const aliases = randomAliases(gen, fields);
			const plain = plainText(selections);
			const aliased = queryOf(aliasedText(gen, selections, aliases));
			for (const text of [plain, aliased]) fc.pre(validate(schema, parse(text)).length === 0);
			const names = { first: inverse(aliases.first), second: inverse(aliases.second) };
			const both = `${plain}\n${aliased}`;
			const expected = await outcome(plain, {});
			const found = await outcome(aliased, { yes: true, no: false });
			expect(JSON.stringify(named(found.data, names)), both).toBe(JSON.stringify(expected.data));
			const toField = (step: string | number) =>
				names.first.get(step as string) ?? names.second.get(step as string) ?? step;
			const told = (errors: typeof expected.errors, name: (step: string | number) => unknown) =>
				sortedTexts(
					errors.map(({ message, path, extensions }) => ({
						message,
						path: (path as Array<string | number> | undefined)?.map(name),
						extensions,
					})),
				);
			expect(told(found.errors, toField), both).toEqual(told(expected.errors, (step) => step));
			expect(found.sent, both).toEqual(expected.sent);
			expect(found.disclosed, both).toEqual(expected.disclosed);
		}),
		{ numRuns: 40 },
	);
}, 300_000);
