import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import type { SubgraphSource } from "../../gateway/composition/supergraph.ts";
import { type RunningGateway, startGateway } from "../../gateway/server.ts";
import { createLog } from "../../shared/log.ts";
import { PUBLIC } from "../../shared/viewer/viewer.ts";
import { ask, serve } from "../support/hub.ts";
import { PATIENT } from "../support/limits.ts";

const LINK =
	'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])';

/** A small subgraph whose only field is set by the test. */
function fake(
	answer: () => Promise<object>,
	sdl = `${LINK} type Query { word: String }`,
): SubgraphSource {
	return {
		name: "words",
		url: "fake:words",
		readSdl: async () => sdl,
		transport: { process: answer as never },
	};
}

let gateway: RunningGateway | undefined;
afterEach(async () => {
	await gateway?.close();
	gateway = undefined;
});
const start = async (source: SubgraphSource) => {
	gateway = await startGateway({
		limits: PATIENT,
		sources: [source],
		readViewer: async () => PUBLIC,
		port: 0,
		log: createLog("silent"),
		retryMs: 20,
		watchMs: 20,
	});
	return gateway;
};

it("waits for a subgraph that is down at start, reports it, and serves once it is up", async () => {
	let up = false;
	const source = fake(async () => ({ data: { word: "here" } }));
	const { readSdl } = source;
	const hub = await start({
		...source,
		async readSdl() {
			if (!up) throw new Error("connect ECONNREFUSED");
			return readSdl();
		},
	});
	await sleep(50);
	const waiting = await ask(hub, "{ word }");
	expect([
		waiting.status,
		waiting.body.errors?.[0]?.message,
		waiting.body.errors?.[0]?.extensions.code,
	]).toEqual([
		503,
		"The hub is starting and waits for: words. Try again in a few seconds.",
		"UNAVAILABLE",
	]);
	expect(await (await fetch(`${hub.url}/health/ready`)).json()).toEqual({
		status: "waiting",
		subgraphs: { words: "connect ECONNREFUSED" },
	});
	expect((await fetch(`${hub.url}/health/live`)).status).toBe(200);
	up = true;
	await hub.ready;
	expect((await ask(hub, "{ word }")).body).toEqual({ data: { word: "here" } });
});

it("does not start if the subgraphs do not compose, and reports why", async () => {
	const hub = await start(fake(async () => ({ data: {} }), `${LINK} type Query { word: Missing }`));
	gateway = undefined;
	await expect(hub.ready).rejects.toThrow(/The subgraphs do not compose: .*Missing/);
	await expect(fetch(hub.url)).rejects.toThrow();
});

it("masks unknown errors and passes on known ones", async () => {
	const hub = await start(
		fake(async () => ({
			data: { word: null },
			errors: [{ message: "SQLITE_ERROR: no such column secret", path: ["word"] }],
		})),
	);
	await hub.ready;
	const { body } = await ask(hub, "{ word }");
	expect(body.errors?.[0]).toMatchObject({
		message: "Something went wrong in the hub; it has been logged.",
		extensions: { code: "INTERNAL_SERVER_ERROR", subgraph: "words" },
	});
	expect(JSON.stringify(body)).not.toContain("secret");
	const named = await fetch(`${hub.url}/graphql?query={word}`, {
		headers: { "x-request-id": "mine-1", "apollo-require-preflight": "1" },
	});
	expect(named.headers.get("x-request-id")).toBe("mine-1");
	expect((await ask(hub, "{ wort }")).body.errors?.[0]).toMatchObject({
		message: expect.stringContaining('Did you mean "word"?'),
		extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
	});
});

it("keeps the last valid supergraph if a new schema does not compose, and uses the next valid one", async () => {
	const source = fake(async () => ({ data: { word: "old", more: "new" } }));
	let sdl = await source.readSdl();
	const hub = await start({ ...source, readSdl: async () => sdl });
	await hub.ready;
	sdl = `${LINK} type Query { word: Missing }`;
	await sleep(100);
	expect((await ask(hub, "{ word }")).body).toEqual({ data: { word: "old" } });
	sdl = `${LINK} type Query { word: String more: String }`;
	await expect
		.poll(async () => (await ask(hub, "{ more }")).body)
		.toEqual({ data: { more: "new" } });
});

it("finishes running requests before it stops", async () => {
	const hub = await start(
		fake(async () => {
			await sleep(300);
			return { data: { word: "done" } };
		}),
	);
	await hub.ready;
	const answer = ask(hub, "{ word }");
	await sleep(100);
	await hub.close();
	gateway = undefined;
	expect((await answer).body).toEqual({ data: { word: "done" } });
});

it("rejects a body of more than 4 MB and an invalid one", async () => {
	const hub = await start(fake(async () => ({ data: { word: "x" } })));
	await hub.ready;
	const post = (body: string) =>
		fetch(`${hub.url}/graphql`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body,
		});
	expect((await post(JSON.stringify({ query: `{ word } #${"x".repeat(4_100_000)}` }))).status).toBe(
		413,
	);
	expect((await post("{")).status).toBe(400);
});

it("a part that cannot start reports why and exits with 1", async () => {
	await expect(serve("gateway", {})).rejects.toThrow(
		/ended with 1: Configuration is wrong\. HUB_SUBGRAPH_URLS: the address of institutes, mep, engagements is missing/,
	);
	await expect(serve("engagements", {})).rejects.toThrow(
		/ended with 1: Configuration is wrong\. HUB_SUBGRAPH_URLS: the address of institutes, mep is missing/,
	);
	await expect(serve("kitchen", {})).rejects.toThrow(
		/ended with 1: "kitchen" is not a part of the hub; expected institutes, mep, engagements, gateway/,
	);
	await expect(serve("mep", { PORT: "http" })).rejects.toThrow(
		/ended with 1: Configuration is wrong\. PORT: /,
	);
});
