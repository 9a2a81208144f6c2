import { connect } from "node:net";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import { request } from "undici";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningGateway } from "../../gateway/server.ts";
import { remoteSources } from "../../gateway/transport/remote-subgraphs.ts";
import type { Log } from "../../shared/log.ts";
import { createExecutor } from "../../shared/subgraph/executor.ts";
import { serveSubgraph } from "../../shared/subgraph/serve-http.ts";
import { createSubgraphClient } from "../../shared/subgraph/subgraph-client.ts";
import { MISTAKES } from "../support/mistakes.ts";
import { startWords } from "../support/words.ts";

type Logged = { message?: unknown; err?: Error; requestId?: unknown };

/** Collects log entries. */
function memoryLog(): Log & { lines: Logged[] } {
	const lines: Logged[] = [];
	const keep = (line: unknown) => void lines.push(line as Logged);
	return { lines, debug: keep, info: keep, warn: keep, error: keep } as never;
}

const log = memoryLog();
let answer: (asked: { request: { query: string; variables?: object } }) => Promise<object>;
let hub: RunningGateway;
beforeAll(async () => {
	hub = await startWords((asked) => answer(asked), {}, log);
});
afterAll(() => hub.close());

async function post(url: string, body: unknown, headers: Record<string, string> = {}) {
	const response = await request(`${url}/graphql`, {
		method: "POST",
		headers: { "content-type": "application/json", ...headers },
		body: typeof body === "string" ? body : JSON.stringify(body),
	});
	const text = await response.body.text();
	const { errors = [] } = JSON.parse(text) as {
		errors?: Array<{ message: string; extensions: Record<string, unknown> }>;
	};
	const [error] = errors;
	const answered = { status: response.statusCode, text, code: error?.extensions.code };
	return { ...answered, message: error?.message ?? "", extensions: error?.extensions };
}

describe("a client error has a 4xx status, a code and a reason", () => {
	it.each(MISTAKES)("%s", async (_, body, status, code, message) => {
		log.lines.length = 0;
		const refused = await post(hub.url, body);
		expect([refused.status, refused.code]).toEqual([status, code]);
		expect(refused.message).toMatch(message);
		expect(refused.text).not.toMatch(/call stack|node_modules|FST_/);
		expect(log.lines).toEqual([]);
	});

	it.each([
		[
			"a form",
			{ "content-type": "application/x-www-form-urlencoded" },
			415,
			/x-www-form-urlencoded is not supported/,
		],
		["plain text", { "content-type": "text/plain" }, 415, /text\/plain is not supported/],
		[
			"a compressed body",
			{ "content-encoding": "gzip" },
			415,
			/Compressed bodies are not supported/,
		],
		["an answer in XML", { accept: "text/xml" }, 406, /does not accept application\/json/],
	])("%s", async (_, headers, status, message) => {
		const refused = await post(hub.url, { query: "{ word }" }, headers);
		expect([refused.status, refused.code]).toEqual([status, "BAD_REQUEST"]);
		expect(refused.message).toMatch(message);
	});

	it("responds to a query that is too long for a URL, and to invalid HTTP", async () => {
		const url = `${hub.url}/graphql?query={word}&padding=${"x".repeat(20_000)}`;
		const long = await request(url);
		const { errors } = (await long.body.json()) as { errors: Array<{ message: string }> };
		expect([long.statusCode, errors[0]?.message]).toEqual([
			431,
			"The URL and headers are too large; send the query by POST",
		]);
		const { port } = new URL(hub.url);
		const said = await new Promise<string>((done, failed) => {
			const socket = connect(Number(port), "127.0.0.1", () => socket.write("nonsense\r\n\r\n"));
			socket.setEncoding("utf8").on("error", failed);
			let text = "";
			socket.on("data", (chunk) => {
				text += chunk;
			});
			socket.on("close", () => done(text));
		});
		expect(said).toMatch(/^HTTP\/1\.1 400 /);
		expect(said).toMatch(/\{"errors":\[\{"message":"This is not a valid HTTP request"/);
	});

	it("reports which variable is invalid, and why", async () => {
		const { extensions } = await post(hub.url, { query: "query($n: Int!) { words(count: $n) }" });
		const message = 'A value of required type "Int!" was not provided.';
		expect(extensions).toMatchObject({ fields: [{ path: "n", message }] });
	});

	it("null uses the default of a partner's schema", async () => {
		let asked: object | undefined;
		answer = async (question) => {
			asked = question.request;
			return { data: { words: ["a"] } };
		};
		const query = "query($n: Int) { words(count: $n) }";
		expect((await post(hub.url, { query, variables: { n: null } })).status).toBe(200);
		expect(asked).not.toHaveProperty("variables.n");
	});
});

const INTERNAL = "SQLITE_ERROR: no such column: sme.secret";
const SUBGRAPH_FAULTS: Array<[string, () => Promise<object>]> = [
	["an error without a code", async () => ({ data: null, errors: [{ message: INTERNAL }] })],
	...["INTERNAL_SERVER_ERROR", "GRAPHQL_VALIDATION_FAILED", "BAD_REQUEST", "ER_NO_SUCH_TABLE"].map(
		(code): [string, () => Promise<object>] => [
			code,
			async () => ({ data: null, errors: [{ message: INTERNAL, extensions: { code } }] }),
		],
	),
	[
		"an exception",
		() => Promise.reject(Object.assign(new Error(INTERNAL), { code: "SQLITE_ERROR" })),
	],
	[
		"a wrong representation",
		async () => ({
			errors: [{ message: `Variable "$representations" got invalid value ${INTERNAL}` }],
		}),
	],
];

describe("internal errors are masked", () => {
	it.each(SUBGRAPH_FAULTS)("%s", async (_, fault) => {
		log.lines.length = 0;
		answer = fault;
		const masked = await post(hub.url, { query: "{ word }" }, { "x-request-id": "mine-1" });
		expect([masked.code, masked.message]).toEqual([
			"INTERNAL_SERVER_ERROR",
			"Something went wrong in the hub; it has been logged.",
		]);
		expect(masked.text).not.toMatch(/SQLITE|secret/);
		expect(
			JSON.stringify(log.lines.map(({ message, requestId }) => [message, requestId])),
		).toContain(INTERNAL);
		expect(log.lines[0]?.requestId).toBe("mine-1");
	});

	it("between subgraphs", async () => {
		const ask = createSubgraphClient(async () => ({ errors: [{ message: INTERNAL }] }));
		const failed = await ask("mep", "{ x }", {}).catch((error: Error) => error);
		expect(failed).toMatchObject({
			message: "The mep subgraph could not answer; it has been logged",
			extensions: { code: "UNAVAILABLE" },
			originalError: { message: INTERNAL },
		});
		const told = createSubgraphClient(async () => ({
			errors: [{ message: "Try later", extensions: { code: "UNAVAILABLE" } }],
		}));
		await expect(told("mep", "{ x }", {})).rejects.toThrow("could not answer: Try later");
	});

	it("including the address of a subgraph", async () => {
		const [gone] = remoteSources({ mep: "http://127.0.0.1:9/graphql" }, 500, ["secret"]);
		const wanted = { request: { query: "{ x }" }, context: {} } as never;
		await expect(gone?.transport.process(wanted)).rejects.toThrow(
			/^The mep subgraph does not respond \(ECONNREFUSED\)$/,
		);
		await expect(gone?.readSdl()).rejects.toThrow(/^it does not respond \(ECONNREFUSED\)$/);
	});
});

it("a subgraph served alone masks and logs like the hub, and reports client errors", async () => {
	const lines = memoryLog();
	const resolve = () => {
		throw new Error(INTERNAL);
	};
	const schema = buildSubgraphSchema({
		typeDefs: parse("type Query { word: String id(id: ID!): String }"),
		resolvers: { Query: { word: resolve } },
	});
	const contextFor = () => ({});
	const subgraph = {
		name: "words",
		sdl: "",
		schema,
		execute: createExecutor(schema, contextFor),
		contextFor,
		close: async () => undefined,
	};
	const served = await serveSubgraph(subgraph, {
		port: 0,
		host: "127.0.0.1",
		secrets: ["x"],
		log: lines,
	});
	const url = served.url.replace("/graphql", "");
	const masked = await post(url, { query: "{ word }" }, { "x-request-id": "mine-2" });
	expect([masked.code, masked.text.includes("SQLITE")]).toEqual(["INTERNAL_SERVER_ERROR", false]);
	expect(lines.lines).toMatchObject([{ requestId: "mine-2", message: INTERNAL }]);
	const nulls = { query: 'query($v: ID = "a") { id(id: $v) }', variables: { v: null } };
	for (const [body, code] of [
		[nulls, "BAD_USER_INPUT"],
		[{ query: "subscription { word }" }, "OPERATION_RESOLUTION_FAILURE"],
		[{ query: "{ wort }" }, "GRAPHQL_VALIDATION_FAILED"],
	] as const)
		expect([(await post(url, body)).status, (await post(url, body)).code]).toEqual([400, code]);
	const page = await request(served.url, { headers: { accept: "text/html" } });
	expect(await page.body.text()).not.toContain("<html");
	await served.close();
});
