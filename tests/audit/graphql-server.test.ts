import { auditServer } from "graphql-http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { get, type Headers } from "../support/http.ts";
import { type Hub, seededFolder, startEmbedded } from "../support/hub.ts";

let hub: Hub;
let url: string;
beforeAll(async () => {
	hub = await startEmbedded(await seededFolder());
	url = `${hub.url}/graphql`;
});
afterAll(() => hub.close());

it("passes all 61 checks of graphql-http", async () => {
	const found = await auditServer({ url });
	expect(found).toHaveLength(61);
	const wrong = found.filter(({ status }) => status !== "ok");
	expect(wrong.map(({ id, name }) => `${id} ${name}`)).toEqual([]);
});

type Answer = {
	data?: Record<string, unknown> | null;
	errors?: Array<{ message: string; extensions?: Record<string, unknown> }>;
	extensions?: object;
};
async function ask(body: unknown, headers: Headers = { "content-type": "application/json" }) {
	const text = typeof body === "string" ? body : JSON.stringify(body);
	return JSON.parse((await get(url, headers, "POST", text)).text) as Answer;
}
const cop = (query: string) => ask({ query, operationName: "cop" });
const byGet = async (query: string) =>
	JSON.parse((await get(`${url}?query=${encodeURIComponent(query)}`)).text) as Answer;

/** The checks of graphql-cop (https://github.com/dolevf/graphql-cop); each must get the response of a server without the vulnerability. */
describe("graphql-cop finds no vulnerability", () => {
	it("alias overloading", async () => {
		const aliases = Array.from({ length: 101 }, (_, index) => `alias${index}:__typename \n`);
		const { data, errors } = await cop(`query cop { ${aliases.join("")} }`);
		expect([data, errors?.length]).toEqual([undefined, 1]);
		expect(errors?.[0]?.message).toContain("101 aliases");
	});
	it("directive overloading", async () => {
		const { data, errors } = await cop(`query cop { __typename ${"@aa".repeat(10)} }`);
		expect(data).toBeUndefined();
		expect(errors?.length).toBeLessThan(10);
		const known = await cop(`query cop { __typename ${"@skip(if: false)".repeat(200)} }`);
		expect(known.data).toBeUndefined();
		expect(known.errors?.length).toBeLessThan(10);
	});
	it("batch queries", async () => {
		const { data, errors } = await ask(
			Array.from({ length: 10 }, () => ({ query: "query cop { __typename }" })),
		);
		expect([data, errors?.length]).toEqual([undefined, 1]);
	});
	it("circular queries by introspection", async () => {
		const { data, errors } = await cop(
			"query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }",
		);
		expect(data).toBeUndefined();
		expect(errors?.[0]?.message).toBe("Maximum introspection depth exceeded");
	});
	it("circular fragments", async () => {
		const { data, errors } = await cop(
			"query cop { ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
		);
		expect(data).toBeUndefined();
		expect(errors?.[0]?.extensions?.code).toBe("GRAPHQL_VALIDATION_FAILED");
	});
	it("mutations by GET", async () => {
		expect((await byGet("mutation cop {__typename}")).data).toBeUndefined();
	});
	it("forged requests by GET: rejected with a cookie", async () => {
		const forged = await get(`${url}?query={__typename}`, { cookie: "session=1" });
		expect(forged.status).toBe(403);
	});
	it("forged requests by a form", async () => {
		const form = { "content-type": "application/x-www-form-urlencoded" };
		expect((await ask("query=query%20cop%20%7B__typename%7D", form)).data).toBeUndefined();
	});
	it("trace mode", async () => {
		const answer = await cop("query cop { __typename }");
		expect(answer).toEqual({ data: { __typename: "Query" } });
	});
	it("unhandled errors", async () => {
		const { errors, ...more } = await cop("qwerty cop { abc }");
		expect(errors).toEqual([
			{
				message: 'Syntax Error: Unexpected Name "qwerty".',
				locations: [{ line: 1, column: 1 }],
				extensions: { code: "GRAPHQL_PARSE_FAILED" },
			},
		]);
		expect(more).toEqual({});
	});
});

describe("graphql-cop finds only what docs/security.md leaves open on purpose", () => {
	it("introspection: the graph is public", async () => {
		const { data } = await cop("query cop { __schema { types { name fields { name } } } }");
		expect(data).toBeDefined();
	});
	it("suggestions: they reveal nothing that introspection does not", async () => {
		const { errors } = await cop("query cop { __schema { directive } }");
		expect(errors?.[0]?.message).toContain('Did you mean "directives"?');
	});
	it("queries by GET: they change nothing, and use no cookie", async () => {
		expect((await byGet("query cop {__typename}")).data).toEqual({ __typename: "Query" });
	});
	it("repeated fields: executed once, and limited by the number of tokens", async () => {
		const { data } = await cop(`query cop { ${"__typename \n".repeat(500)} }`);
		expect(data).toEqual({ __typename: "Query" });
		expect((await cop(`query cop { ${"__typename \n".repeat(5000)} }`)).data).toBeUndefined();
	});
	it("GraphiQL: it has the rights of its user", async () => {
		const page = await get(`${hub.url}/graphiql`, { accept: "text/html" });
		expect(page.text).toContain("GraphiQL");
	});
});
