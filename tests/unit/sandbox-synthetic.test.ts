import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
	type GraphQLField,
	type GraphQLObjectType,
	type GraphQLSchema,
	getNamedType,
	graphql,
	isInterfaceType,
	isObjectType,
	isRequiredArgument,
	isUnionType,
} from "graphql";
import { expect, it } from "vitest";
import { federatedSchema } from "../../gateway/cli/partner/sandbox/federated-schema.ts";
import { ROOT } from "../support/paths.ts";

const nobody = async () => {
	throw new Error("no partner is in this graph");
};
const schema = federatedSchema(
	readFileSync(join(ROOT, "gateway/supergraph.graphql"), "utf8"),
	"none",
	nobody,
	new Map([["Sme", ["sme_known"]]]),
);
const ask = (source: string) => graphql({ schema, source, contextValue: {} });

const VALUES: Record<string, string> = {
	ID: '"an-id"',
	String: '"2024"',
	Int: "1",
	Boolean: "true",
};

/** A field with its required arguments, and all that is below it without arguments, `depth` levels deep. */
function selection(field: GraphQLField<unknown, unknown>, depth: number): string | undefined {
	const given: string[] = [];
	for (const { name, type } of field.args.filter(isRequiredArgument)) {
		const value = VALUES[String(type).replace("!", "")];
		if (!value) return undefined;
		given.push(`${name}: ${value}`);
	}
	const head = field.name + (given.length > 0 ? `(${given.join(", ")})` : "");
	const type = getNamedType(field.type);
	if (isUnionType(type)) return `${head} { __typename }`;
	if (!isObjectType(type) && !isInterfaceType(type)) return head;
	if (depth === 0) return undefined;
	// Under names of their own: equal names of union members may have different types.
	const fields = Object.values(type.getFields()).flatMap((one) => selection(one, depth - 1) ?? []);
	return `${head} { __typename ${fields.join(" ")} }`;
}

const query = schema.getQueryType() as GraphQLObjectType;
const asked = Object.values(query.getFields()).flatMap((field) => selection(field, 4) ?? []);

/** Every text that a field of the type String has. */
function* texts(value: unknown, type: GraphQLObjectType, of: GraphQLSchema): Generator<string> {
	if (Array.isArray(value)) for (const item of value) yield* texts(item, type, of);
	else if (value && typeof value === "object") {
		const record = value as Record<string, unknown>;
		const own = (of.getType(String(record.__typename)) as GraphQLObjectType | undefined) ?? type;
		for (const [name, inner] of Object.entries(record)) {
			const field = own.getFields()[name];
			if (!field) continue;
			const named = getNamedType(field.type);
			if (named.name === "String") for (const text of [inner].flat(9)) yield String(text);
			else if (isObjectType(named) || isInterfaceType(named))
				yield* texts(inner, named as GraphQLObjectType, of);
		}
	}
}

it("answers every root field of the hub, the same each time, and every text says that it is synthetic", async () => {
	expect(asked.length).toBeGreaterThan(20);
	let told = 0;
	for (const one of asked) {
		const answer = await ask(`{ ${one} }`);
		expect([one, answer.errors]).toEqual([one, undefined]);
		for (const text of texts(answer.data, query, schema)) {
			if (text === "null") continue;
			expect(text).toMatch(/^synthetic /);
			told++;
		}
	}
	expect(told).toBeGreaterThan(200);
	const [first = ""] = asked;
	expect(await ask(`{ ${first} }`)).toEqual(await ask(`{ ${first} }`));
}, 120_000);

it("follows the id and the number that were asked, and begins lists with known ids", async () => {
	const { data } = await ask(
		'{ sme(id: "sme_mine") { id } smes(first: 4) { nodes { id } } more: smes(first: 100) { nodes { id } } }',
	);
	const { nodes } = (data as { smes: { nodes: Array<{ id: string }> } }).smes;
	expect(data?.sme).toEqual({ id: "sme_mine" });
	expect(nodes.map(({ id }) => id)).toEqual([
		"sme_known",
		"sme_synthetic_2",
		"sme_synthetic_3",
		"sme_synthetic_4",
	]);
	expect((data as { more: { nodes: object[] } }).more.nodes).toHaveLength(10);
});
