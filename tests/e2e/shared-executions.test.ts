import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { GraphQLError, parse } from "graphql";
import { afterEach, describe, expect, it, vi } from "vitest";
import { embeddedSources } from "../../gateway/embedded.ts";
import { startGateway } from "../../gateway/server.ts";
import type { Limits } from "../../shared/limits/limits.ts";
import { createLog } from "../../shared/log.ts";
import { createExecutor } from "../../shared/subgraph/executor.ts";
import type { Subgraph } from "../../shared/subgraph/subgraph.ts";
import { PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";
import { get } from "../support/http.ts";
import { PATIENT } from "../support/limits.ts";

const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])
directive @cacheControl(maxAge: Int) on FIELD_DEFINITION | OBJECT
type Query { table(of: String! = "all"): Table mine: String }
type Table @cacheControl(maxAge: 60) { name: String viewer: String fails: String }`;

/** Calls of the root fields, by name; they wait until the gate opens. */
function counting() {
	const calls: string[] = [];
	let open: (() => void) | undefined;
	let gate = Promise.resolve();
	const faults = { left: 0 };
	type Context = { viewer: Viewer };
	const roleOf = (_: unknown, __: unknown, { viewer }: Context) => viewer.role;
	const schema = buildSubgraphSchema({
		typeDefs: parse(SDL),
		resolvers: {
			Query: {
				async table(_: unknown, { of }: { of: string }) {
					calls.push(of);
					await gate;
					return { name: of };
				},
				async mine(_: unknown, __: unknown, { viewer }: Context) {
					calls.push("mine");
					await gate;
					return "subject" in viewer ? viewer.subject : "nobody";
				},
			},
			Table: {
				viewer: roleOf,
				fails() {
					if (faults.left-- > 0)
						throw new GraphQLError("later", { extensions: { code: "UNAVAILABLE" } });
					return "not";
				},
			},
		} as never,
	});
	const contextFor = ({ viewer }: { viewer: Viewer }) => ({ viewer });
	const execute = createExecutor(schema, contextFor);
	const subgraph: Subgraph = {
		name: "tables",
		sdl: SDL,
		schema,
		execute,
		contextFor,
		close: async () => undefined,
	};
	return {
		calls,
		faults,
		subgraph,
		shut() {
			gate = new Promise((done) => {
				open = done;
			});
		},
		open: () => open?.(),
	};
}

const closing: Array<() => Promise<unknown>> = [];
afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

async function start(limits: Partial<Limits> = {}) {
	const tables = counting();
	const arrived = { count: 0 };
	const gateway = await startGateway({
		sources: embeddedSources([tables.subgraph]),
		readViewer: async (subject) =>
			subject ? { role: "FIELD_STAFF", subject, center: "ga-mep" } : PUBLIC,
		port: 0,
		limits: { ...PATIENT, ...limits },
		log: createLog("silent"),
	});
	closing.push(gateway.close);
	const arrive = () => {
		arrived.count++;
	};
	subscribe("http.server.request.start", arrive);
	closing.push(async () => unsubscribe("http.server.request.start", arrive));
	await gateway.ready;
	const pathOf = (query: string, variables = {}) =>
		`${gateway.url}/graphql?query=${encodeURIComponent(query)}&variables=${encodeURIComponent(JSON.stringify(variables))}`;
	return {
		...tables,
		arrived,
		pathOf,
		ask: (query: string, headers = {}, variables = {}) =>
			get(pathOf(query, variables), headers).then(({ text }) => JSON.parse(text)),
		post: (query: string) =>
			get(
				`${gateway.url}/graphql`,
				{ "content-type": "application/json" },
				"POST",
				JSON.stringify({ query, variables: {} }),
			).then(({ text }) => JSON.parse(text)),
	};
}

type Started = Awaited<ReturnType<typeof start>>;

/** Sends requests while the gate is shut, opens it when all have arrived and `calls` have begun, and returns the answers. */
async function together<T>(hub: Started, calls: number, send: () => Array<Promise<T>>) {
	hub.calls.length = 0;
	hub.arrived.count = 0;
	hub.shut();
	const answers = send();
	await vi.waitUntil(
		() => hub.arrived.count === answers.length && hub.calls.length >= calls,
		10_000,
	);
	await new Promise((done) => setTimeout(done, 100));
	hub.open();
	return Promise.all(answers);
}

const TABLE = "query($of: String!) { table(of: $of) { name viewer } }";
const many = <T>(count: number, send: () => Promise<T>) => Array.from({ length: count }, send);

describe("identical queries at the same time", () => {
	it("are executed once where the answer is the same for everybody, by GET and POST", async () => {
		const hub = await start();
		const query = "{ table { name viewer } }";
		const answers = await together(hub, 1, () => [
			...many(20, () => hub.ask(query)),
			...many(5, () => hub.post(query)),
		]);
		expect(hub.calls).toEqual(["all"]);
		for (const answer of answers)
			expect(answer).toEqual({ data: { table: { name: "all", viewer: "PUBLIC" } } });
		await together(hub, 1, () => many(3, () => hub.ask(query)));
		expect(hub.calls).toEqual(["all"]);
	});

	it("are executed for each where it depends on the viewer, and for each token", async () => {
		const hub = await start();
		const mine = await together(hub, 8, () => many(8, () => hub.ask("{ mine }")));
		expect(hub.calls).toHaveLength(8);
		expect(mine[0]).toEqual({ data: { mine: "nobody" } });
		const both = await together(hub, 8, () => many(8, () => hub.ask("{ mine table { name } }")));
		expect(both).toHaveLength(8);
		expect(hub.calls.filter((name) => name === "all")).toHaveLength(8);
		const viewers = ["a", "b", "c", ""];
		const answers = await together(hub, 4, () =>
			viewers.flatMap((who) =>
				many(2, () =>
					hub
						.ask("{ table { viewer } }", who ? { authorization: who } : {})
						.then(({ data }) => `${who} ${data.table.viewer}`),
				),
			),
		);
		// Six with a token, and one for both of the public.
		expect(hub.calls).toHaveLength(7);
		expect(answers).toEqual([
			...["a", "a", "b", "b", "c", "c"].map((who) => `${who} FIELD_STAFF`),
			" PUBLIC",
			" PUBLIC",
		]);
	});

	it("are told apart by variables, operation and selection", async () => {
		const hub = await start();
		const answers = await together(hub, 4, () => [
			...many(3, () => hub.ask(TABLE, {}, { of: "one" })),
			...many(3, () => hub.ask(TABLE, {}, { of: "two" })),
			hub.ask("{ table { name } }"),
			hub.ask("{ other: table { name } }"),
		]);
		expect([...hub.calls].sort()).toEqual(["all", "all", "one", "two"]);
		expect(answers.map(({ data }) => data.table?.name ?? data.other.name)).toEqual([
			"one",
			"one",
			"one",
			"two",
			"two",
			"two",
			"all",
			"all",
		]);
	});

	it("go on for the others when the client that came first leaves, and stop when all have left", async () => {
		const hub = await start();
		hub.shut();
		const leaving = new AbortController();
		const path = hub.pathOf("{ table { name viewer } }");
		const first = fetch(path, { signal: leaving.signal }).catch(() => "left");
		await vi.waitUntil(() => hub.calls.length === 1);
		const others = many(3, () => hub.ask("{ table { name viewer } }"));
		await new Promise((done) => setTimeout(done, 100));
		leaving.abort();
		expect(await first).toBe("left");
		await new Promise((done) => setTimeout(done, 100));
		hub.open();
		for (const answer of await Promise.all(others)) expect(answer.data.table.name).toBe("all");
		expect(hub.calls).toEqual(["all"]);

		hub.shut();
		const all = new AbortController();
		const gone = many(3, () => fetch(path, { signal: all.signal }).catch(() => "left"));
		await vi.waitUntil(() => hub.calls.length === 2);
		await new Promise((done) => setTimeout(done, 100));
		all.abort();
		expect(await Promise.all(gone)).toEqual(["left", "left", "left"]);
		await new Promise((done) => setTimeout(done, 100));
		// A later request begins anew, since the abandoned one was stopped.
		const later = hub.ask("{ table { name viewer } }");
		await vi.waitUntil(() => hub.calls.length === 3);
		hub.open();
		expect((await later).data.table.name).toBe("all");
	});

	it("share an error, which the next request does not see", async () => {
		const hub = await start();
		hub.faults.left = 1;
		const answers = await together(hub, 1, () => many(4, () => hub.ask("{ table { fails } }")));
		for (const { errors } of answers) expect(errors[0].extensions.code).toBe("UNAVAILABLE");
		expect(await hub.ask("{ table { fails } }")).toEqual({ data: { table: { fails: "not" } } });
	});

	it("each report their own cost", async () => {
		const hub = await start();
		const query = "{ table { name } }";
		const [plain, costly] = await together(hub, 1, () => [
			hub.ask(query),
			hub.ask(query, { "x-hub-cost": "true" }),
		]);
		expect(hub.calls).toEqual(["all"]);
		expect(plain).toEqual({ data: { table: { name: "all" } } });
		expect(costly?.extensions.cost.requested).toBeGreaterThan(0);
	});
});
