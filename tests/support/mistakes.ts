import { createHash } from "node:crypto";

const chain = (length: number) =>
	`{ ...f0 } ${Array.from({ length }, (_, index) => `fragment f${index} on Query { ${index + 1 < length ? `...f${index + 1}` : "word"} }`).join(" ")}`;
const persisted = (version: number, sha256Hash: string) => ({
	persistedQuery: { version, sha256Hash },
});
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
const TWO = "query A { word } query B { word }";
const DEEP = /nested more than 200 levels/;

type Case = [name: string, body: unknown, status: number, code: string, message: RegExp];
/** Invalid requests: name, body, and expected error. The graph is that of words.ts. */
export const MISTAKES: Case[] = [
	[
		"an unknown hash",
		{ extensions: persisted(1, hashOf("{ word }")) },
		200,
		"PERSISTED_QUERY_NOT_FOUND",
		/^PersistedQueryNotFound$/,
	],
	[
		"another hash's text",
		{ query: "{ word }", extensions: persisted(1, "0") },
		400,
		"BAD_REQUEST",
		/sha does not match/,
	],
	[
		"a protocol that is unknown",
		{ extensions: persisted(2, "0") },
		400,
		"BAD_REQUEST",
		/persisted query version/,
	],
	[
		"a subscription",
		{ query: "subscription { word }" },
		400,
		"OPERATION_RESOLUTION_FAILURE",
		/no subscriptions/,
	],
	[
		"an operation that is not there",
		{ query: TWO, operationName: "C" },
		400,
		"OPERATION_RESOLUTION_FAILURE",
		/no operation "C"; it has A, B/,
	],
	[
		"no name among several",
		{ query: TWO },
		400,
		"OPERATION_RESOLUTION_FAILURE",
		/several operations; .*A, B/,
	],
	["a chain of 300 fragments", { query: chain(300) }, 400, "GRAPHQL_VALIDATION_FAILED", DEEP],
	[
		"a chain of 20,000 fragments",
		{ query: chain(20_000) },
		400,
		"GRAPHQL_PARSE_FAILED",
		/more that \d+ tokens/,
	],
	["20,000 open braces", { query: "{a".repeat(20_000) }, 400, "GRAPHQL_VALIDATION_FAILED", DEEP],
	[
		"a list in 20,000 lists",
		{ query: `{ words(of: ${"[".repeat(20_000)}1${"]".repeat(20_000)}) }` },
		400,
		"GRAPHQL_VALIDATION_FAILED",
		DEEP,
	],
	[
		"3,000 fragments inside each other",
		{ query: `{ ${"... { ".repeat(3000)}word${" }".repeat(3000)} }` },
		400,
		"GRAPHQL_VALIDATION_FAILED",
		DEEP,
	],
	[
		"a fragment that leads to itself",
		{
			query: `{ ...f } fragment f on Query { ...g #${"x".repeat(2000)}\n } fragment g on Query { ...f }`,
		},
		400,
		"GRAPHQL_VALIDATION_FAILED",
		/Cannot spread fragment "f" within itself/,
	],
	[
		"a variable of another kind",
		{ query: "query($n: Int) { words(count: $n) }", variables: { n: "two" } },
		400,
		"BAD_USER_INPUT",
		/^Variable "\$n" got invalid value "two"/,
	],
	[
		"a variable that is missing",
		{ query: "query($n: Int!) { words(count: $n) }" },
		400,
		"BAD_USER_INPUT",
		/required type "Int!" was not provided/,
	],
	[
		"a variable that nobody uses",
		{ query: "query($n: Int) { word }" },
		400,
		"GRAPHQL_VALIDATION_FAILED",
		/never used/,
	],
	[
		"null where a condition is needed",
		{ query: "query($n: Boolean = true) { word @skip(if: $n) }", variables: { n: null } },
		400,
		"BAD_USER_INPUT",
		/^Variable "\$n" is null where Boolean! is needed/,
	],
	[
		"null in a list",
		{ query: 'query($n: ID = "a") { words(of: [$n]) }', variables: { n: null } },
		400,
		"BAD_USER_INPUT",
		/is null where ID! is needed/,
	],
	["broken JSON", '{"query":', 400, "BAD_REQUEST", /^The body is not JSON/],
	["JSON in 500,000 brackets", "[".repeat(500_000), 400, "BAD_REQUEST", /^The body is not JSON/],
	[
		"a key __proto__",
		'{"__proto__":{"a":1},"query":"{ word }"}',
		400,
		"BAD_REQUEST",
		/^The body is not JSON/,
	],
	["null for a request", "null", 400, "BAD_REQUEST", /POST body missing/],
	["a text for a request", '"{ word }"', 400, "BAD_REQUEST", /POST body missing/],
	["no operations at all", "[]", 400, "BAD_REQUEST", /batching disabled/],
	["no body", "", 400, "BAD_REQUEST", /^The body is empty/],
	["an empty query", { query: "" }, 400, "BAD_REQUEST", /non-empty `query`/],
	[
		"a batch",
		[{ query: "{ word }" }, { query: "{ word }" }],
		400,
		"BAD_REQUEST",
		/batching disabled/,
	],
	[
		"five megabytes",
		{ query: `{ word } #${"x".repeat(5_000_000)}` },
		413,
		"BAD_REQUEST",
		/larger than the hub takes/,
	],
];
