import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
	buildSchema,
	type GraphQLArgument,
	type GraphQLField,
	getNamedType,
	isCompositeType,
	isEnumType,
	isObjectType,
	isRequiredArgument,
} from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { developmentToken } from "../../gateway/viewer/development.ts";
import { ask, type Hub, seededFolder, startEmbedded } from "../support/hub.ts";
import { ROOT } from "../support/paths.ts";
import { MANAGER } from "../support/viewers.ts";

const schema = buildSchema(readFileSync(join(ROOT, "docs/api.graphql"), "utf8"));
type Field = GraphQLField<unknown, unknown>;
type Place = { type: string; field: Field; arg: GraphQLArgument };

/** Every argument that has a default. */
const places: Place[] = Object.values(schema.getTypeMap())
	.filter(isObjectType)
	.filter(({ name }) => !name.startsWith("__"))
	.flatMap((type) =>
		Object.values(type.getFields()).flatMap((field) =>
			field.args
				.filter(({ defaultValue }) => defaultValue !== undefined)
				.map((arg) => ({ type: type.name, field, arg })),
		),
	);

/** Values of required arguments, by name. */
const VALUES: Record<string, string> = {
	centerId: '"ga-mep"',
	fiscalYear: "2020",
	quarter: "1",
	table: '"engagements-by-center"',
};

function sampleFor({ name, type }: GraphQLArgument): string | undefined {
	const named = getNamedType(type);
	return isEnumType(named) ? named.getValues()[0]?.name : VALUES[name];
}

/** A shortest path from the query root to each type, through fields whose arguments are known, including "nodes" and "edges". */
function waysFromRoot(): Map<string, string[]> {
	const ways = new Map<string, string[]>([["Query", []]]);
	for (const [name, way] of ways) {
		const type = schema.getType(name);
		if (!isObjectType(type)) continue;
		for (const field of Object.values(type.getFields())) {
			const next = getNamedType(field.type);
			if (!isObjectType(next) || ways.has(next.name)) continue;
			const needed = field.args.filter(isRequiredArgument);
			if (needed.some((arg) => sampleFor(arg) === undefined)) continue;
			const given = needed.map((arg) => `${arg.name}: ${sampleFor(arg)}`);
			if (field.args.some((arg) => arg.name === "first")) given.push("first: 2");
			const args = given.length > 0 ? `(${given.join(", ")})` : "";
			ways.set(next.name, [...way, `${field.name}${args}`]);
		}
	}
	return ways;
}
const ways = waysFromRoot();

function asked({ type, field, arg }: Place, value: string | undefined): string {
	const required = field.args.filter(isRequiredArgument);
	const given = required.map((one) => `${one.name}: ${sampleFor(one) ?? '"x"'}`);
	if (value !== undefined) given.push(`${arg.name}: ${value}`);
	const args = given.length > 0 ? `(${given.join(", ")})` : "";
	const inner = getNamedType(field.type);
	const leaf = isCompositeType(inner)
		? isObjectType(inner) && inner.getFields().nodes
			? " { nodes { __typename } }"
			: " { __typename }"
		: "";
	const way = type === "Mutation" ? [] : (ways.get(type) ?? []);
	return way.reduceRight((inside, step) => `${step} { ${inside} }`, `${field.name}${args}${leaf}`);
}

let hub: Hub;
let headers: Record<string, string>;
beforeAll(async () => {
	const dataDir = await seededFolder();
	hub = await startEmbedded(dataDir);
	headers = { authorization: `Bearer ${await developmentToken(dataDir, MANAGER, 1)}` };
});
afterAll(() => hub.close());

const shown = ({ type, field, arg }: Place) => `${type}.${field.name}(${arg.name}:)`;

it("finds a path to every type whose fields have a default", () => {
	expect(places.length).toBeGreaterThan(25);
	const lost = places.filter(({ type }) => type !== "Mutation" && !ways.has(type));
	expect(lost.map(shown)).toEqual([]);
});

describe("null means the default", () => {
	it.each(places.map((place) => [shown(place), place] as const))("%s", async (_, place) => {
		const kind = place.type === "Mutation" ? "mutation" : "query";
		const bare = String(place.arg.type).replace("!", "");
		const by = (query: string, variables?: object) => ask(hub, query, variables, headers);
		const without = await by(`${kind} { ${asked(place, undefined)} }`);
		const literal = await by(`${kind} { ${asked(place, "null")} }`);
		const byVariable = `${kind}($value: ${bare}) { ${asked(place, "$value")} }`;
		expect(literal).toEqual(without);
		expect(await by(byVariable, { value: null })).toEqual(without);
		expect(await by(byVariable, {})).toEqual(without);
		const codes = (without.body.errors ?? []).map(({ extensions }) => extensions.code);
		expect(codes).not.toContain("INTERNAL_SERVER_ERROR");
		expect(codes).not.toContain("GRAPHQL_VALIDATION_FAILED");
	});
});

describe("null without a default is a client error that names the argument", () => {
	it.each([
		['query($v: ID = "mxd") { institute(id: $v) { name } }', "ID!"],
		['query($v: ID = "mxd") { trace(where: { centerIds: [$v] }) { totalCount } }', "ID!"],
		["query($v: Boolean = true) { networks @skip(if: $v) { id } }", "Boolean!"],
		[
			"query($v: Boolean = true) { networks { ...F } } fragment F on Network { id @include(if: $v) }",
			"Boolean!",
		],
	])("%s", async (query, where) => {
		const { status, body } = await ask(hub, query, { v: null });
		expect(status).toBe(400);
		expect(body.errors).toMatchObject([
			{
				message: `Variable "$v" is null where ${where} is needed; leave the variable out or give it a value.`,
				extensions: { code: "BAD_USER_INPUT", fields: [{ path: "v" }] },
			},
		]);
	});
});
