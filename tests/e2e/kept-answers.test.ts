import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { GraphQLError, parse } from "graphql";
import { request } from "undici";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { embeddedSources } from "../../gateway/embedded.ts";
import { type RunningGateway, startGateway } from "../../gateway/server.ts";
import { createLog } from "../../shared/log.ts";
import { createExecutor } from "../../shared/subgraph/executor.ts";
import { PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";
import { PATIENT } from "../support/limits.ts";

const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])
directive @cacheControl(maxAge: Int, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT
directive @keptUntil(change: String!) on FIELD_DEFINITION | OBJECT
type Query {
  totals(of: String! = "all"): [Total!]! @keptUntil(change: "records")
  table: Table @cacheControl(maxAge: 60) @keptUntil(change: "releases")
  plain: String
}
type Total @keptUntil(change: "records") { count: Int viewer: String center: Center fails: String text: String }
type Table @cacheControl(inheritMaxAge: true) { title: String }
type Center @key(fields: "id") @cacheControl(maxAge: 1) { id: ID! name: String own: String @cacheControl(maxAge: 0) }`;

const state = { calls: [] as string[], records: 1, releases: 1, broken: false };
const told = (viewer: Viewer) => ("subject" in viewer ? viewer.subject : viewer.role);
type Context = { viewer: Viewer };

function subgraph() {
	const schema = buildSubgraphSchema({
		typeDefs: parse(SDL),
		resolvers: {
			Query: {
				totals(_: unknown, { of }: { of: string }, { viewer }: Context) {
					state.calls.push(`totals ${of}`);
					const center = { id: "c", name: `name ${state.calls.length}`, own: "x" };
					const text = "many words ".repeat(300);
					return [{ count: state.records, viewer: told(viewer), center, text }];
				},
				table() {
					state.calls.push("table");
					return { title: `release ${state.releases}` };
				},
				plain: () => "plain",
			},
			Total: {
				fails() {
					throw new GraphQLError("no", { extensions: { code: "UNAVAILABLE" } });
				},
			},
		} as never,
	});
	const contextFor = ({ viewer }: Context) => ({ viewer });
	return {
		...{
			name: "totals",
			sdl: SDL,
			schema,
			contextFor,
			execute: createExecutor(schema, contextFor),
		},
		versions: {
			async records(viewer: Viewer) {
				if (state.broken) throw new Error("the database is away");
				return `${state.records} ${told(viewer)}`;
			},
			releases: async () => String(state.releases),
		},
		close: async () => undefined,
	};
}

let hub: RunningGateway;
beforeAll(async () => {
	hub = await startGateway({
		sources: embeddedSources([subgraph()]),
		readViewer: async (header) => {
			const subject = header?.replace("Bearer ", "");
			return subject ? { role: "FIELD_STAFF", subject, center: "ga-mep" } : PUBLIC;
		},
		port: 0,
		limits: PATIENT,
		log: createLog("silent"),
	});
	await hub.ready;
});
afterAll(() => hub.close());
let serial = 0;
beforeEach(() => {
	state.calls.length = 0;
	state.broken = false;
	state.records = ++serial * 1000;
	state.releases = serial * 1000;
});

async function ask(query: string, headers: Record<string, string> = {}, variables = {}) {
	const answer = await request(`${hub.url}/graphql`, {
		method: "POST",
		headers: { "content-type": "application/json", ...headers },
		body: JSON.stringify({ query, variables }),
	});
	const body = Buffer.from(await answer.body.arrayBuffer());
	return { status: answer.statusCode, headers: answer.headers, body, text: body.toString() };
}
const as = (subject: string) => ({ authorization: `Bearer ${subject}` });
const get = (query: string, headers = {}) =>
	request(`${hub.url}/graphql?query=${encodeURIComponent(query)}`, { headers });

const TOTALS = "{ totals { count viewer center { id } } }";

describe("an answer is kept", () => {
	it("until the records change, to the letter", async () => {
		const [first, again] = [await ask(TOTALS), await ask(TOTALS)];
		expect(again.text).toBe(first.text);
		expect(again.text).toBe(
			`{"data":{"totals":[{"count":${state.records},"viewer":"PUBLIC","center":{"id":"c"}}]}}\n`,
		);
		expect(state.calls).toEqual(["totals all"]);
		state.records++;
		expect((await ask(TOTALS)).text).toContain(`"count":${state.records},`);
		expect(state.calls).toHaveLength(2);
	});

	it("of releases until the next one, whatever is written, also for those with a token", async () => {
		const query = "{ table { title } }";
		const first = await ask(query);
		state.records++;
		for (const headers of [{}, as("ann"), as("bob")])
			expect((await ask(query, headers)).text).toBe(first.text);
		expect(state.calls).toEqual(["table"]);
		state.releases++;
		expect((await ask(query)).text).toBe(
			`{"data":{"table":{"title":"release ${state.releases}"}}}\n`,
		);
	});

	it("for those who see the same, and nobody gets another's", async () => {
		for (let round = 0; round < 2; round++)
			for (const subject of ["ann", "bob", undefined])
				expect((await ask(TOTALS, subject ? as(subject) : {})).text).toContain(
					`"viewer":"${subject ?? "PUBLIC"}"`,
				);
		expect(state.calls).toHaveLength(3);
	});

	it("for each operation, variables and names that the client gives", async () => {
		const query = "query($of: String!) { named: totals(of: $of) { n: count } }";
		const n = state.records;
		for (const of of ["a", "b", "a"])
			expect((await ask(query, {}, { of })).text).toBe(`{"data":{"named":[{"n":${n}}]}}\n`);
		expect((await ask('{ totals(of: "a") { count } }')).text).toContain('"totals"');
		expect(state.calls).toEqual(["totals a", "totals b", "totals a"]);
	});

	it("without what a request asks for beside it", async () => {
		await ask(TOTALS);
		const costly = await ask(TOTALS, { "x-hub-cost": "true" });
		const { data, extensions } = JSON.parse(costly.text);
		expect({ data }).toEqual(JSON.parse((await ask(TOTALS)).text));
		expect(extensions.cost.requested).toBeGreaterThan(0);
		expect(state.calls).toHaveLength(1);
	});

	it("for as long as reference data that it shows", async () => {
		const query = "{ totals { center { name } } }";
		const first = await ask(query);
		expect((await ask(query)).text).toBe(first.text);
		await new Promise((done) => setTimeout(done, 1100));
		expect((await ask(query)).text).not.toBe(first.text);
	});
});

describe("an answer is not kept", () => {
	it.each([
		["{ plain }", 0],
		["{ totals { count } plain }", 2],
		["{ totals { center { own } } }", 2],
		["{ totals { fails } }", 2],
		["{ totals { count } __schema { queryType { name } } }", 2],
	])("%s", async (query, calls) => {
		await ask(query);
		await ask(query);
		expect(state.calls).toHaveLength(calls);
	});

	it("where the version cannot be read", async () => {
		state.broken = true;
		await ask(TOTALS);
		await ask(TOTALS);
		expect(state.calls).toHaveLength(2);
	});
});

describe("a kept answer", () => {
	const LONG = "{ totals { text } }";
	it.each([
		["br", brotliDecompressSync],
		["gzip", gunzipSync],
	])("is sent compressed: %s", async (encoding, unpack) => {
		const plain = await ask(LONG);
		for (let round = 0; round < 2; round++) {
			const sent = await ask(LONG, { "accept-encoding": encoding });
			expect(sent.headers["content-encoding"]).toBe(encoding);
			expect(sent.headers.vary).toContain("accept-encoding");
			expect(sent.body.length).toBeLessThan(500);
			expect(unpack(sent.body).toString()).toBe(plain.text);
		}
		expect((await ask(LONG, { "accept-encoding": "identity" })).text).toBe(plain.text);
		expect(state.calls).toHaveLength(1);
	});

	it("has the same tag as the first one, by which it need not be sent again", async () => {
		const query = "{ table { title } }";
		const first = await get(query);
		const again = await get(query);
		expect(again.headers.etag).toBe(first.headers.etag);
		expect(again.headers["cache-control"]).toBe(first.headers["cache-control"]);
		expect(await again.body.text()).toBe(await first.body.text());
		const third = await get(query, { "if-none-match": first.headers.etag });
		expect(third.statusCode).toBe(304);
		state.releases++;
		const other = await get(query, { "if-none-match": first.headers.etag });
		expect(other.statusCode).toBe(200);
	});
});
