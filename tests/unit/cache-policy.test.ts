import { buildSchema, type DocumentNode, getOperationAST, parse } from "graphql";
import { expect, it } from "vitest";
import { cacheHintsOf } from "../../gateway/caching/hints.ts";
import { A_YEAR_S, cachePolicies, publicFor, secondsOf } from "../../gateway/caching/policy.ts";
import { apiSchemaOf } from "../../gateway/composition/api-schema.ts";
import { compose } from "../../gateway/composition/compose.ts";
import { partnerSchema } from "../../gateway/partners/transport/schema.ts";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@external", "@requires", "@shareable"])
directive @cacheControl(maxAge: Int, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION\n`;

const LABS = `${LINK}
type Query { lab(id: ID!): Lab labs: LabPage! node(id: ID!): Node first: Named things: [Thing!]! where: Place today: String }
interface Node { id: ID! }
interface Named { name: String! }
union Thing = Lab | Tool
type LabPage @cacheControl(maxAge: 300) { nodes: [Lab!]! total: Int! }
type Lab implements Node & Named @key(fields: "id") @cacheControl(maxAge: 300) {
	id: ID! name: String! place: Place tools: [Tool!]! visitors: Int @cacheControl(maxAge: 0)
}
type Tool implements Named @cacheControl(maxAge: 120) { name: String! }
type Place @shareable @cacheControl(inheritMaxAge: true) { city: String }
type Note implements Node { id: ID! }`;

const RECORDS = `${LINK}
type Query { records: [Record!]! table(release: ID): Table @cacheControl(maxAge: 60) }
type Lab @key(fields: "id") { id: ID! records: [Record!]! recordCount: Int! }
type Record { id: ID! place: Place lab: Lab }
type Place @shareable @cacheControl(inheritMaxAge: true) { city: String }
type Table @cacheControl(inheritMaxAge: true) { total: Int lab: Lab! }`;

/** One partner says of some of its fields that they may be cached; the other says nothing. */
const OPEN = `${LINK}
type Query { openBest: Lab openBooks: [OpenBook!]! }
type Lab @key(fields: "id") { id: ID! openRank: Int @cacheControl(maxAge: 30) openScore: Int openBook: OpenBook }
type OpenBook @key(fields: "code") @cacheControl(maxAge: 45) { code: ID! title: String secret: String @cacheControl(maxAge: 0) }`;
const QUIET = `${LINK.replace("inheritMaxAge: Boolean)", "inheritMaxAge: Boolean, scope: QuietScope)")}
enum QuietScope { PUBLIC PRIVATE }
type Lab @key(fields: "id") { id: ID! quietNote: String quietPage: QuietPage quietOwn: Int @cacheControl(maxAge: 60, scope: PRIVATE) }
type QuietPage { text: String }`;

const sdls = Object.entries({ labs: LABS, records: RECORDS, open: OPEN, quiet: QUIET }).map(
	([name, sdl]) => ({ name, url: `http://${name}.example`, sdl }),
);
const partners = sdls.slice(2).map(({ name, url, sdl }) => ({
	sdl,
	owned: partnerSchema(name, url, sdl).owned,
}));
const schema = buildSchema(apiSchemaOf(compose(sdls)));
const policyOf = cachePolicies(cacheHintsOf([LABS, RECORDS], partners));

/** For how many seconds the answer to a query may be cached. */
function seconds(text: string, lifetimes = {}): number {
	const document: DocumentNode = parse(text);
	const operation = getOperationAST(document);
	if (!operation) throw new Error("one operation was expected");
	return secondsOf(policyOf(schema, document, operation), lifetimes);
}

it.each([
	["the type that a field returns", '{ lab(id: "1") { id name } }', 300],
	["the shortest of the types selected", '{ lab(id: "1") { name tools { name } } }', 120],
	["a part of others lasts as long as they", '{ lab(id: "1") { place { city } } }', 300],
	["a part of others alone", "{ where { city } }", 0],
	["a page of a list and how long the list is", "{ labs { total nodes { id } } }", 300],
	["a type without a hint", "{ records { id } }", 0],
	["a record under reference data", "{ labs { nodes { records { id } } } }", 0],
	["a record's place", "{ records { place { city } } }", 0],
	["reference data under a record", "{ records { lab { name } } }", 0],
	["a number that another subgraph adds to reference data", '{ lab(id: "1") { recordCount } }', 0],
	["a key that several subgraphs have", '{ lab(id: "1") { id } }', 300],
	["a field that is never cached", '{ lab(id: "1") { name visitors } }', 0],
	["a scalar of the root", "{ today }", 0],
	["nothing but a type's name", "{ __typename }", 0],
	["a type's name beside others", '{ __typename lab(id: "1") { __typename name } }', 300],
	["an interface, by the strictest of its types", "{ first { name } }", 120],
	["an interface with one type without a hint", '{ node(id: "1") { id } }', 0],
	["a fragment on such an interface", '{ node(id: "1") { ... on Lab { name } } }', 0],
	["a union", "{ things { ... on Lab { name } ... on Tool { name } } }", 120],
	["fragments", 'query { lab(id: "1") { ...a } } fragment a on Lab { name records { id } }', 0],
	["what is skipped counts", '{ lab(id: "1") { name records @skip(if: true) { id } } }', 0],
	["introspection", "{ __schema { types { name } } }", 60],
	["introspection beside a record", "{ __schema { types { name } } records { id } }", 0],
	["a field with a lifetime of its own", "{ table { total lab { name } } }", 60],
	["two root fields", '{ a: table { total } lab(id: "1") { name } }', 60],
] as const)("policy of %s", (_, query, expected) => {
	expect(seconds(query)).toBe(expected);
});

it.each([
	["says so of a field", '{ lab(id: "1") { openRank } }', 30],
	["says nothing of a field beside one it says it of", '{ lab(id: "1") { openScore } }', 0],
	["says so of a type of its own, key included", "{ openBooks { code title } }", 45],
	["says so of a type, but not of one field", "{ openBooks { title secret } }", 0],
	["says so of the type that its field returns", '{ lab(id: "1") { name openBook { code } } }', 45],
	["returns the hub's objects, which says nothing of its choice", "{ openBest { name } }", 0],
	["says nothing at all", '{ lab(id: "1") { quietNote } }', 0],
	["says nothing of its own type", '{ lab(id: "1") { quietPage { text } } }', 0],
	["says that a field is private", '{ lab(id: "1") { quietOwn } }', 0],
] as const)("a partner that %s", (_, query, expected) => {
	expect(seconds(query)).toBe(expected);
});

it("a resolver may set a lifetime, which counts for its field and all that belongs to it", () => {
	const set = { "Query.table": A_YEAR_S };
	expect(seconds("{ table { total } }", set)).toBe(A_YEAR_S);
	expect(seconds("{ table { total lab { name } } }", set)).toBe(300);
	expect(seconds("{ table { total } }", { "Query.table": 0 })).toBe(0);
	expect(seconds("{ records { id } }", { "Query.records": A_YEAR_S })).toBe(0);
	expect(publicFor(60)).toBe("public, max-age=60, stale-while-revalidate=60");
	expect(publicFor(A_YEAR_S)).toBe("public, max-age=31536000, immutable");
});
