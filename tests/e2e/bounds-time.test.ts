import { createHash } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import { afterEach, describe, expect, it } from "vitest";
import type { SubgraphSource } from "../../gateway/composition/supergraph.ts";
import { embeddedSources } from "../../gateway/embedded.ts";
import { type RunningGateway, startGateway } from "../../gateway/server.ts";
import { remoteSources } from "../../gateway/transport/remote-subgraphs.ts";
import { DEFAULT_LIMITS, type Limits } from "../../shared/limits/limits.ts";
import { createLog } from "../../shared/log.ts";
import { createExecutor } from "../../shared/subgraph/executor.ts";
import { serveSubgraph } from "../../shared/subgraph/serve-http.ts";
import { makeStoppable } from "../../shared/subgraph/stoppable.ts";
import type { Subgraph } from "../../shared/subgraph/subgraph.ts";
import { PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";
import { ask } from "../support/hub.ts";
import { memoryRegistry } from "../support/memory-registry.ts";
import { startPartnerHub } from "../support/partner-hub.ts";
import { startPartner, version } from "../support/partner-server.ts";

const SDL =
	'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"]) type Query { word: String slowly: Row rows(first: Int = 10): [Row!]! } type Row { id: ID! next: Row rows(first: Int = 10): [Row!]! text(length: Int!): String } type Mutation { add(ms: Int = 10): Int }';

/** Records of the subgraph: resolver calls, and who added when. */
type Done = { calls: number; added: string[] };

/** A subgraph whose rows are resolved one by one, yielding to the event loop in between. */
function subgraph(done: Done): Subgraph {
	const row = async () => {
		done.calls++;
		return { id: "1" };
	};
	const rows = async (_: unknown, { first }: { first: number }) =>
		Promise.all(Array.from({ length: first }, row));
	const schema = buildSubgraphSchema({
		typeDefs: parse(SDL),
		resolvers: {
			Query: {
				word: () => "here",
				rows,
				async slowly() {
					done.calls++;
					await sleep(200);
					return { id: "1" };
				},
			},
			Row: {
				rows,
				async next() {
					done.calls++;
					await sleep(50);
					return { id: "2" };
				},
				text: (_: unknown, { length }: { length: number }) => "x".repeat(length),
			},
			Mutation: {
				async add(_: unknown, { ms }: { ms: number }, context: unknown) {
					const { viewer } = context as { viewer: Viewer };
					await sleep(ms);
					done.added.push("subject" in viewer ? viewer.subject : "public");
					return done.added.length;
				},
			},
		},
	});
	makeStoppable(schema);
	const contextFor = ({ viewer }: { viewer: Viewer }) => ({ viewer });
	const execute = createExecutor(schema, contextFor);
	return { name: "rows", sdl: SDL, schema, execute, contextFor, close: async () => undefined };
}

const closing: Array<() => Promise<unknown>> = [];
afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

/** "Bearer x" authenticates as field staff x. */
async function readViewer(authorization: string | undefined): Promise<Viewer> {
	if (!authorization) return PUBLIC;
	return { role: "FIELD_STAFF", subject: authorization.slice(7), center: "ga-mep" };
}

type Started = RunningGateway & { done: Done };

async function start(
	limits: Partial<Limits>,
	sources?: (done: Done) => Promise<SubgraphSource[]>,
): Promise<Started> {
	const done: Done = { calls: 0, added: [] };
	const gateway = await startGateway({
		sources: (await sources?.(done)) ?? embeddedSources([subgraph(done)]),
		readViewer,
		port: 0,
		importsDir: mkdtempSync(join(tmpdir(), "imports-")),
		limits: { ...DEFAULT_LIMITS, ...limits },
		log: createLog("silent"),
	});
	closing.push(gateway.close);
	await gateway.ready;
	return { ...gateway, done };
}

/** Rate limits apply to all addresses, including loopback. */
const NOBODY_EXEMPT = { rateExempt: [] };
const CHAIN = `{ slowly { ${"next { ".repeat(15)} id ${"} ".repeat(15)} } }`;

const SECRET = "s".repeat(32);

/** The subgraph as a separate process would serve it. */
async function alone(done: Done): Promise<string> {
	const log = createLog("silent");
	const options = { port: 0, host: "127.0.0.1", secret: SECRET, log };
	const server = await serveSubgraph(subgraph(done), options);
	closing.push(server.close);
	return server.url;
}

const served = async (done: Done) => remoteSources({ rows: await alone(done) }, 5000, SECRET);

describe.each([
	["in this process", undefined],
	["over HTTP", served],
] as const)("execution of a request, %s,", (_, sources) => {
	it("stops at the timeout, with an error", async () => {
		const hub = await start({ deadlineMs: 150 }, sources);
		const began = performance.now();
		const { status, body } = await ask(hub, CHAIN);
		expect(performance.now() - began).toBeLessThan(1500);
		expect([status, body]).toEqual([
			504,
			{
				data: null,
				errors: [
					{
						message: expect.stringMatching(/^The answer was not ready within 150 ms, so the hub/),
						extensions: { code: "UNAVAILABLE" },
					},
				],
			},
		]);
		const { calls } = hub.done;
		await sleep(400);
		expect(hub.done.calls).toBeLessThanOrEqual(calls + 1);
	});

	it("stops when the client disconnects", async () => {
		const hub = await start({}, sources);
		const leaving = new AbortController();
		const answer = fetch(`${hub.url}/graphql`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ query: CHAIN }),
			signal: leaving.signal,
		});
		await expect.poll(() => hub.done.calls).toBe(1);
		leaving.abort(new Error("left"));
		await expect(answer).rejects.toThrow("left");
		await sleep(900);
		// On a busy machine, some of the sixteen may start before the disconnect is noticed.
		expect(hub.done.calls).toBeLessThan(6);
	});

	it("is cancelled at the end of the grace period when the hub stops", async () => {
		const hub = await start({ stopGraceMs: 150 }, sources);
		const answer = ask(hub, CHAIN).catch((error: Error) => error.message);
		await expect.poll(() => hub.done.calls).toBe(1);
		const began = performance.now();
		await hub.close();
		expect(performance.now() - began).toBeLessThan(1500);
		expect(await answer).toBe("fetch failed");
	});
});

it("a subgraph that is served alone also limits lists, but not the representations of _entities", async () => {
	const url = await alone({ calls: 0, added: [] });
	const long = Array.from({ length: 1001 }, (_, i) => ({ __typename: "Row", id: `${i}` }));
	const post = async (variables: object) => {
		const response = await fetch(url, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ query: "{ word }", variables }),
		});
		return (await response.json()) as object;
	};
	expect(await post({ where: { ids: long } })).toMatchObject({
		errors: [
			{
				message: "where.ids: the list has 1001 items; 1000 are the most",
				extensions: { code: "BAD_USER_INPUT" },
			},
		],
	});
	expect(await post({ representations: long })).toEqual({ data: { word: "here" } });
});

describe("a subgraph that is served alone", () => {
	const post = async (url: string, query: string) => {
		const response = await fetch(url, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ query }),
		});
		return { status: response.status, body: (await response.json()) as Answered };
	};
	type Answered = { data?: object; errors?: Array<{ message: string }> };
	const nested = (levels: number) =>
		`{ slowly { ${"next { ".repeat(levels)} id ${"} ".repeat(levels)} } }`;
	const many = (count: number, one: (i: number) => string) =>
		`{ ${Array.from({ length: count }, (_, i) => one(i)).join(" ")} }`;
	const doubled = `${Array.from({ length: 14 }, (_, i) => `fragment F${i} on Row { ...F${i + 1} ...F${i + 1} }`).join(" ")} fragment F14 on Row { id } { slowly { ...F0 } }`;

	it.each([
		["levels", nested(30), /more than 25 levels of fields/],
		["levels that would overflow a stack", nested(3000), /nested more than 200 levels/],
		["aliases", many(2200, (i) => `a${i}: word`), /more than 2100 aliases/],
		["fragments that multiply", doubled, /more than 8000 fields/],
		["tokens", many(20_001, () => "word"), /more tha[nt] 20000 tokens/],
	])("rejects too many %s", async (_, query, words) => {
		const done = { calls: 0, added: [] };
		const { status, body } = await post(await alone(done), query);
		expect([status, body.data ?? null]).toEqual([400, null]);
		expect(body.errors?.[0]?.message).toMatch(words);
		expect(done.calls).toBe(0);
	});

	it("accepts what a gateway may send for an operation within its own limits", async () => {
		const url = await alone({ calls: 0, added: [] });
		for (const query of [nested(20), many(2000, (i) => `a${i}: word`)])
			expect((await post(url, query)).status).toBe(200);
	});

	it("rejects a body of more than 16 MB", async () => {
		const { status } = await post(await alone({ calls: 0, added: [] }), "x".repeat(16_100_000));
		expect(status).toBe(413);
	});
});

it("a response of an own subgraph over HTTP above the size limit only affects its fields", async () => {
	const hub = await start({ cost: { ...DEFAULT_LIMITS.cost, PUBLIC: 1e9 } }, async (done) =>
		remoteSources({ rows: await alone(done) }, 5000, SECRET, 100_000),
	);
	const rows = (length: number) => ask(hub, `{ rows(first: 50) { text(length: ${length}) } }`);
	expect((await rows(1500)).status).toBe(200);
	const { body } = await rows(2500);
	expect([body.data, body.errors]).toEqual([
		null,
		[
			expect.objectContaining({
				message: "The rows subgraph does not respond (its answer has more than 100000 bytes)",
				extensions: { code: "UNAVAILABLE", subgraph: "rows" },
			}),
		],
	]);
	expect((await ask(hub, "{ word }")).body.data).toEqual({ word: "here" });
});

it("execution stops at the timeout and the step limit even if no timer can fire", async () => {
	const busy = `{ rows(first: 30) { ${"rows(first: 30) { ".repeat(3)} id ${"} ".repeat(3)} } }`;
	const cost = { ...DEFAULT_LIMITS.cost, PUBLIC: 10_000_000 };
	const late = await start({ cost, deadlineMs: 100 });
	const began = performance.now();
	const { status } = await ask(late, busy);
	expect(status).toBe(504);
	expect(performance.now() - began).toBeLessThan(3000);
	expect(late.done.calls).toBeLessThan(30 * 30 * 30 * 30);
	const short = await start({ cost, steps: 1000 });
	const { body } = await ask(short, busy);
	expect(body.errors?.[0]?.message).toMatch(/^The answer took more than 1000 steps/);
	expect(short.done.calls).toBeLessThanOrEqual(30 * 1000);
});

it("a response has at most the configured size", async () => {
	const hub = await start({ answerBytes: 100_000 });
	const rows = (length: number) => ask(hub, `{ rows(first: 50) { text(length: ${length}) } }`);
	expect((await rows(1500)).status).toBe(200);
	const { status, body } = await rows(2500);
	expect([status, body.data, body.errors?.[0]?.message]).toEqual([
		400,
		null,
		expect.stringMatching(/^The answer is larger than 100000 bytes/),
	]);
});

describe("requests", () => {
	it("are counted by address or token, with RateLimit headers, and rejected above the limit", async () => {
		const hub = await start({
			...NOBODY_EXEMPT,
			rateRequests: { ...DEFAULT_LIMITS.rateRequests, PUBLIC: 3, FIELD_STAFF: 5 },
		});
		const get = (path: string, headers: Record<string, string> = {}) =>
			fetch(hub.url + path, { headers, redirect: "manual" });
		const first = await get("/data/");
		expect(first.headers.get("ratelimit-policy")).toBe('"requests";q=3;w=60');
		expect(first.headers.get("ratelimit")).toMatch(/^"requests";r=2;t=(60|59)$/);
		await ask(hub, "{ word }");
		await get("/");
		const refused = await get("/graphql?query={word}", { "apollo-require-preflight": "1" });
		expect([refused.status, await refused.json()]).toEqual([
			429,
			{
				errors: [
					{
						message: expect.stringMatching(/^You may ask 3 requests a minute; ask again in \d+ s$/),
						extensions: { code: "RATE_LIMITED" },
					},
				],
			},
		]);
		expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
		expect(refused.headers.get("ratelimit")).toMatch(/^"requests";r=0;t=\d+$/);
		const own = await ask(hub, "{ word }", {}, { authorization: "Bearer staff-1" });
		expect(own.status).toBe(200);
		for (let i = 0; i < 10; i++) expect((await get("/health/live")).status).toBe(200);
	});

	it("are also counted by cost; rejected operations are not", async () => {
		const hub = await start({
			...NOBODY_EXEMPT,
			rateCost: { ...DEFAULT_LIMITS.rateCost, PUBLIC: 400 },
		});
		const query = "query($first: Int!) { rows(first: $first) { id } }";
		const rows = (first: number) => ask(hub, query, { first });
		// The first time, two fields have no cached plan: a hundred each.
		expect((await rows(160)).status).toBe(200);
		const { status, body } = await rows(50);
		expect([status, body.errors?.[0]]).toEqual([
			429,
			{
				message: expect.stringMatching(/^You may ask 400 units of cost a minute; ask again in/),
				extensions: { code: "RATE_LIMITED" },
			},
		]);
		const last = await fetch(`${hub.url}/graphql`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ query, variables: { first: 30 } }),
		});
		expect([last.status, last.headers.get("ratelimit")]).toEqual([
			200,
			expect.stringMatching(/^"requests";r=597;t=\d+, "cost";r=10;t=\d+$/),
		]);
	});

	it("for trusted operations may cost more, and others can be disallowed", async () => {
		const known = "query Known { rows(first: 300) { id } }";
		const hash = (text: string) => createHash("sha256").update(text).digest("hex");
		const trustedFile = join(mkdtempSync(join(tmpdir(), "trusted-")), "manifest.json");
		writeFileSync(
			trustedFile,
			JSON.stringify({
				format: "apollo-persisted-query-manifest",
				version: 1,
				operations: [{ id: hash(known), name: "Known", type: "query", body: known }],
			}),
		);
		const hub = await start({
			trustedFile,
			trustedCostFactor: 4,
			trustedOnly: ["PUBLIC"],
			cost: { ...DEFAULT_LIMITS.cost, PUBLIC: 100, FIELD_STAFF: 100 },
		});
		const staff = { authorization: "Bearer staff-1" };
		const { status, body } = await ask(hub, "{ word }");
		expect([status, body.errors?.[0]?.extensions.code]).toEqual([403, "FORBIDDEN"]);
		expect((await ask(hub, "{ word }", {}, staff)).status).toBe(200);
		const asked = await ask(hub, known.replace("Known", "Other"), {}, staff);
		expect(asked.body.errors?.[0]?.message).toMatch(/may cost 300; you may ask for 100\./);
		expect((await ask(hub, known)).body.data?.rows).toHaveLength(300);
		const byId = await fetch(`${hub.url}/graphql`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({
				extensions: { persistedQuery: { version: 1, sha256Hash: hash(known) } },
			}),
		});
		expect(((await byId.json()) as { data: { rows: object[] } }).data.rows).toHaveLength(300);
		writeFileSync(trustedFile, "[]");
		await expect(start({ trustedFile })).rejects.toThrow(/^HUB_TRUSTED_OPERATIONS: .* is no mani/);
	});

	it("for mutations are queued fairly by caller", async () => {
		const hub = await start({ mutationsAtOnce: 2, mutationsWaiting: 20 });
		const add = (subject: string) =>
			ask(hub, "mutation { add(ms: 40) }", {}, { authorization: `Bearer ${subject}` });
		const flood = Array.from({ length: 60 }, () => add("flood"));
		await sleep(100);
		const other = await add("other");
		expect(other.status).toBe(200);
		const before = hub.done.added.indexOf("other");
		const answers = await Promise.all(flood);
		const refused = answers.filter(({ status }) => status === 429);
		expect(refused.length).toBeGreaterThan(0);
		expect(refused[0]?.body.errors?.[0]).toMatchObject({
			message: "You have 20 mutations waiting; send the next one when they are answered",
			extensions: { code: "RATE_LIMITED" },
		});
		expect(hub.done.added).toHaveLength(61 - refused.length);
		expect(hub.done.added.slice(before + 1).length).toBeGreaterThan(5);
	});

	it("are rejected while the event loop lags, except health checks", async () => {
		const hub = await start({ lagMs: 30 });
		let busy = true;
		const block = async () => {
			while (busy) {
				const end = performance.now() + 80;
				while (performance.now() < end);
				await sleep(1);
			}
		};
		const blocking = block();
		await expect
			.poll(async () => (await ask(hub, "{ word }")).status, { timeout: 20_000, interval: 20 })
			.toBe(503);
		const refused = await fetch(`${hub.url}/data/`);
		expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "5"]);
		expect(await refused.json()).toMatchObject({
			errors: [{ extensions: { code: "UNAVAILABLE" } }],
		});
		expect((await fetch(`${hub.url}/health/live`)).status).toBe(200);
		busy = false;
		await blocking;
		await expect
			.poll(async () => (await ask(hub, "{ word }")).status, { timeout: 20_000 })
			.toBe(200);
	});
});

describe("a partner", () => {
	it("gets no further requests when the client disconnects, which is not its failure", async () => {
		const partner = await startPartner();
		closing.push(partner.close);
		const registry = memoryRegistry();
		registry.versions = [version(partner.url)];
		const hub = await startPartnerHub(registry);
		closing.push(hub.close);
		const query = "{ smes { credentials { name } } }";
		let dropped = 0;
		partner.behave((_, response) => response.on("close", () => dropped++));
		for (let i = 0; i < 8; i++)
			await expect(
				fetch(`${hub.url}/graphql`, {
					method: "POST",
					headers: { "content-type": "application/json" },
					body: JSON.stringify({ query }),
					signal: AbortSignal.timeout(100),
				}),
			).rejects.toThrow(/timeout/);
		await expect.poll(() => dropped).toBe(8);
		partner.behave(undefined);
		expect(await hub.ask(query)).toMatchObject({ data: { smes: [{ credentials: [{}] }, {}] } });
	});

	it("declares the cost of its fields; lists without a size count as a hundred", async () => {
		const partner = await startPartner();
		closing.push(partner.close);
		const registry = memoryRegistry();
		const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@cost", "@listSize"])
type Sme @key(fields: "id") { id: ID! credentials: [Credential!]! few: [Credential!] @listSize(assumedSize: 3) score: Int @cost(weight: 40) }
type Credential { name: String! }`;
		registry.versions = [version(partner.url, { sdl })];
		const hub = await startPartnerHub(registry);
		closing.push(hub.close);
		const costOf = async (fields: string) => {
			const query = `{ sme(id: "none") { ${fields} } }`;
			const answer = await hub.ask(query, {}, { "x-hub-cost": "true" });
			return (answer as { extensions?: { cost: { requested: number } } }).extensions?.cost
				.requested;
		};
		expect(await costOf("credentials { name }")).toBe(101);
		expect(await costOf("few { name }")).toBe(4);
		expect(await costOf("score")).toBe(41);
	});
});

/** Sends `head` and then a byte every 20 ms; returns what it receives until the connection is closed. */
function trickle(hub: RunningGateway, head: string): Promise<{ heard: string; ms: number }> {
	const began = performance.now();
	const socket = connect(Number(new URL(hub.url).port), "127.0.0.1");
	let heard = "";
	socket.write(head);
	const timer = setInterval(() => socket.write("x"), 20);
	socket.on("data", (chunk) => {
		heard += chunk;
	});
	socket.on("error", () => undefined);
	return new Promise((done) =>
		socket.on("close", () => {
			clearInterval(timer);
			done({ heard, ms: performance.now() - began });
		}),
	);
}

const post = (path: string, type: string) =>
	`POST ${path} HTTP/1.1\r\nHost: hub\r\nContent-Type: ${type}\r\nContent-Length: 100000\r\n\r\n`;

describe("slow clients", () => {
	it("do not keep a connection: headers, body, idle", async () => {
		const hub = await start({ headersTimeoutMs: 300, requestTimeoutMs: 500, idleTimeoutMs: 400 });
		const [headers, body, silence] = await Promise.all([
			trickle(hub, "POST /graphql HTTP/1.1\r\nHost: hub\r\nX-Slow: "),
			trickle(hub, post("/graphql", "application/json")),
			new Promise<number>((done) => {
				const began = performance.now();
				const socket = connect(Number(new URL(hub.url).port), "127.0.0.1");
				socket.write(post("/graphql", "application/json"));
				socket.on("error", () => undefined).on("close", () => done(performance.now() - began));
				socket.resume();
			}),
		]);
		for (const { heard, ms } of [headers, body]) {
			expect(heard).toMatch(/^HTTP\/1.1 408 /);
			expect(ms).toBeLessThan(3000);
		}
		expect(silence).toBeLessThan(3000);
	});

	it("get a response even if execution takes longer than the idle timeout", async () => {
		const hub = await start({ idleTimeoutMs: 100 });
		expect((await ask(hub, "{ slowly { next { next { id } } } }")).status).toBe(200);
	});

	it("do not delay a stop beyond its grace period, nor do uploads", async () => {
		const engagements = (done: Done) => async () => [
			...embeddedSources([{ ...subgraph(done), name: "engagements" }]),
		];
		const hub = await start({ stopGraceMs: 300 }, (done) => engagements(done)());
		const clients = Array.from({ length: 50 }, (_, i) =>
			i % 2
				? trickle(hub, post("/imports/engagements", "text/csv"))
				: trickle(hub, post("/graphql", "application/json")),
		);
		await sleep(200);
		const began = performance.now();
		await hub.close();
		expect(performance.now() - began).toBeLessThan(2000);
		await Promise.all(clients);
	});
});
