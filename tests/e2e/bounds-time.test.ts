import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { embeddedSources } from "../../gateway/embedded.ts";
import type { RunningGateway } from "../../gateway/server.ts";
import { remoteSources } from "../../gateway/transport/remote-subgraphs.ts";
import { DEFAULT_LIMITS } from "../../shared/limits/limits.ts";
import { ask } from "../support/hub.ts";
import {
	alone,
	CHAIN,
	closeAll,
	type Done,
	SECRET,
	served,
	start,
	subgraph,
} from "../support/limited-hub.ts";

afterEach(closeAll);

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
		remoteSources({ rows: await alone(done) }, 5000, [SECRET], 100_000),
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
		expect.stringMatching(/^The response is larger than 100000 bytes/),
	]);
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

	it.each([
		["a hub", async () => start({})],
		[
			"a subgraph that is served alone",
			async () => ({ url: await alone({ calls: 0, added: [] }) }),
		],
	])(
		"do not delay the stop of %s where they have sent nothing, but may still ask",
		async (_, of) => {
			const { port, origin } = new URL((await of()).url);
			const opened = Array.from({ length: 2 }, () => connect(Number(port), "127.0.0.1"));
			const heard = opened.map((socket) => text(socket).catch((error: Error) => error.message));
			await Promise.all(opened.map((socket) => once(socket, "connect")));
			// Once this is answered, those before it were accepted.
			await fetch(`${origin}/health/live`);
			const began = performance.now();
			const closed = closeAll();
			await sleep(100);
			opened[0]?.write("GET /health/live HTTP/1.1\r\nHost: hub\r\n\r\n");
			await closed;
			expect(performance.now() - began).toBeLessThan(DEFAULT_LIMITS.stopGraceMs / 2);
			const sentAway = /^HTTP\/1.1 200 .*^connection: close\r$/ims;
			expect(await Promise.all(heard)).toEqual([expect.stringMatching(sentAway), ""]);
		},
	);

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
