import { buildSchema, getOperationAST, parse } from "graphql";
import { expect, it } from "vitest";
import { cacheHintsOf } from "../../gateway/caching/hints.ts";
import { keptHintsOf, keptPolicies } from "../../gateway/caching/kept-policy.ts";

const DIRECTIVES = `directive @cacheControl(maxAge: Int, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT
directive @keptUntil(change: String!) on FIELD_DEFINITION | OBJECT
directive @key(fields: String!) on OBJECT
`;
const OWN = `${DIRECTIVES}type Query { totals: [Total!]! @keptUntil(change: "records") table: Table @cacheControl(maxAge: 60) @keptUntil(change: "releases") centers: [Center!]! }
type Mutation { change: Total }
type Total @keptUntil(change: "records") { count: Int center: Center sme: Sme }
type Table @key(fields: "id") @cacheControl(inheritMaxAge: true) { id: ID! title: String }
type Center @key(fields: "id") @cacheControl(maxAge: 300) { id: ID! name: String records: [Total!]! }
type Sme @key(fields: "id") { id: ID! name: String }`;
/** A partner declares that its fields may be cached for a year, and would have them kept. */
const PARTNER = `${DIRECTIVES}extend type Table @key(fields: "id") @keptUntil(change: "releases") { id: ID! rating: Int @cacheControl(maxAge: 31536000) @keptUntil(change: "releases") }`;
const schema = buildSchema(`${OWN}\nextend type Table { rating: Int }`);
const owned = new Set(["Table.rating"]);

const policyOf = keptPolicies({
	kept: keptHintsOf([OWN]),
	cacheHints: cacheHintsOf([OWN], [{ sdl: PARTNER, owned }]),
	ownerOf: new Map([["Table.rating", "a-partner"]]),
});
const policy = (query: string) => {
	const document = parse(query);
	const operation = getOperationAST(document);
	return operation && policyOf(schema, document, operation);
};

it.each([
	["{ totals { count __typename center { id } sme { id } } }", ["records"], 300],
	["{ totals { count sme { id } } }", ["records"], Number.POSITIVE_INFINITY],
	[
		"{ ... on Query { totals { ...f } } } fragment f on Total { center { name } }",
		["records"],
		300,
	],
	["{ table { id title } }", ["releases"], Number.POSITIVE_INFINITY],
	["{ table { title } totals { count } }", ["records", "releases"], Number.POSITIVE_INFINITY],
	["{ table { title } centers { name } }", ["releases"], 300],
])("%s is kept until %j change", (query, changes, seconds) => {
	expect(policy(query)).toEqual({ changes, seconds });
});

it.each([
	"{ table { title rating } }",
	"{ totals { sme { name } } }",
	"{ table { title } centers { records { count } } }",
	"{ table { title } __schema { description } }",
	"{ centers { name } }",
	"{ __typename }",
	"mutation { change { count } }",
])("%s is not kept", (query) => {
	expect(policy(query)).toBeUndefined();
});
