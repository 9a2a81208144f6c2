import { createRequire } from "node:module";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type MemoryRegistry, memoryRegistry } from "../support/memory-registry.ts";
import { type PartnerHub, startPartnerHub } from "../support/partner-hub.ts";
import {
	COLLEGES,
	LINK,
	type PartnerServer,
	startPartner,
	version,
} from "../support/partner-server.ts";

let registry: MemoryRegistry;
let partner: PartnerServer;
let hub: PartnerHub;
beforeEach(async () => {
	registry = memoryRegistry();
	partner = await startPartner();
	hub = await startPartnerHub(registry);
});
afterEach(async () => {
	await hub.close();
	await partner.close();
});

const QUERY = "{ smes { name credentials { name } } }";
const names = async (of: PartnerHub = hub) => JSON.stringify(await of.ask(QUERY));
const serve = (...versions: MemoryRegistry["versions"]) => {
	registry.versions = versions;
	registry.touch();
};
const served = (of: PartnerHub = hub) => expect.poll(() => names(of)).toContain("Welding a");

it("a partner's fields come and go while the hub is asked, and no request is dropped", async () => {
	let going = true;
	let answered = 0;
	const wrong: unknown[] = [];
	const asking = Array.from({ length: 6 }, async (_, index) => {
		while (going) {
			const slow = index === 0;
			const body = await hub
				.ask(slow ? "{ slowly(ms: 200) }" : "{ smes { id name } }")
				.catch((error: Error) => ({ errors: [error.message], data: undefined }));
			if (body.errors || !body.data) wrong.push(body);
			answered++;
		}
	});
	serve(version(partner.url));
	await served();
	const sdl = COLLEGES.replace("level: Int", "level: Int grade: Int");
	const next = await startPartner(sdl);
	serve(version(next.url, { version: 2, sdl }));
	await expect
		.poll(async () => (await hub.ask("{ smes { credentials { grade } } }")).errors)
		.toBeUndefined();
	serve();
	await expect.poll(names).toContain("Cannot query field");
	await expect.poll(() => answered).toBeGreaterThan(100);
	going = false;
	await Promise.all(asking);
	expect(wrong).toEqual([]);
	expect(registry.supergraphs).toHaveLength(4);
	await next.close();
});

it("what was asked lately is planned before the new graph is served, and asks nobody", async () => {
	const inGateway = createRequire(createRequire(import.meta.url).resolve("@apollo/gateway"));
	const { QueryPlanner } = inGateway("@apollo/query-planner");
	const query = "query Warm($id: ID!) { sme(id: $id) { name state } }";
	await hub.ask(query, { id: "a" });
	const planned = vi.spyOn(QueryPlanner.prototype, "buildQueryPlan");
	serve(version(partner.url));
	await served();
	expect(planned.mock.calls.map(([operation]) => String(operation))).toContainEqual(
		expect.stringContaining("query Warm"),
	);
	planned.mockClear();
	expect((await hub.ask(query, { id: "b" })).data).toEqual({
		sme: { name: "Maker b", state: "US-GA" },
	});
	expect(planned).not.toHaveBeenCalled();
	planned.mockRestore();
	await hub.close();
	expect(
		registry.operations
			.filter(({ name }) => name === "Warm")
			.reduce((sum, { count }) => sum + count, 0),
	).toBe(2);
});

it("a restart while the partner is down comes back with the same graph, and with the partner when it does", async () => {
	serve(version(partner.url));
	await served();
	const before = registry.supergraphs.at(-1);
	await hub.close();
	await partner.close();
	hub = await startPartnerHub(registry);
	expect((await hub.ask(QUERY)).data).toEqual({
		smes: [
			{ name: "Maker a", credentials: null },
			{ name: "Maker b", credentials: null },
		],
	});
	expect(registry.supergraphs).toEqual([registry.supergraphs[0], before]);
	partner = await startPartner(COLLEGES, undefined, partner.port);
	await served();
});

it("a partner that does not compose, or takes the name of one of the hub's own, is left out and holds up no other", async () => {
	const posing = version(partner.url, {
		name: "own",
		sdl: COLLEGES.replaceAll("redential", "rest"),
	});
	const broken = version(partner.url, {
		name: "broken",
		partnerId: "other",
		sdl: "type Query { x: Gone }",
	});
	const unreadable = version(partner.url, {
		name: "unreadable",
		partnerId: "other",
		sdl: "type Query {",
	});
	serve(posing, broken, unreadable, version(partner.url));
	await served();
	await hub.close();
	hub = await startPartnerHub(registry);
	expect(await names()).toContain("Welding a");
});

it("where nothing can be composed the last good graph is served, at a restart too", async () => {
	serve(version(partner.url));
	await served();
	const compose = await import("../../gateway/composition/compose-in-worker.ts");
	const failing = vi
		.spyOn(compose, "composeInWorker")
		.mockRejectedValue(new Error("out of memory"));
	serve(
		version(partner.url),
		version(partner.url, { name: "more", sdl: `${LINK}type Query { more: Int }` }),
	);
	await expect.poll(() => failing.mock.calls.length).toBeGreaterThan(0);
	expect(await names()).toContain("Welding a");
	await hub.close();
	hub = await startPartnerHub(registry);
	expect(await names()).toContain("Welding a");
	failing.mockRestore();
});

it("what could not be composed is tried again, without anything having changed", async () => {
	await hub.close();
	hub = await startPartnerHub(registry, { retryMs: 50 });
	serve(version(partner.url));
	await served();
	const compose = await import("../../gateway/composition/compose-in-worker.ts");
	const failing = vi
		.spyOn(compose, "composeInWorker")
		.mockRejectedValueOnce(new Error("out of memory"))
		.mockRejectedValueOnce(new Error("out of memory"));
	serve(
		version(partner.url),
		version(partner.url, { name: "more", sdl: `${LINK}type Query { more: Int }` }),
	);
	const fields = async () => (await hub.ask("{ __schema { queryType { fields { name } } } }")).data;
	await expect.poll(async () => JSON.stringify(await fields())).toContain('"more"');
	expect(failing.mock.calls.length).toBeGreaterThan(2);
	failing.mockRestore();
});

it("operations are counted by consumer as their shape, with no value in them", async () => {
	serve(version(partner.url));
	await served();
	registry.operations.length = 0;
	const secret =
		'query Q($id: ID!) { sme(id: $id) { name } other: sme(id: "literal-secret") { credentials { level } } }';
	await hub.ask(secret, { id: "variable-secret" });
	await hub.ask(secret, { id: "another" });
	await hub.ask("{ __schema { queryType { name } } }");
	await hub.ask("{ nonsense }");
	await hub.close();
	const [operation] = registry.operations.filter(({ name }) => name === "Q");
	expect(operation).toMatchObject({
		hash: expect.stringMatching(/^[\w-]{43}$/),
		consumer: "public",
		fields: ["Credential.level", "Query.sme", "Sme.credentials", "Sme.name"],
		partners: ["state-colleges"],
		count: 2,
		errors: 0,
		day: new Date().toISOString().slice(0, 10),
	});
	expect(JSON.stringify(registry.operations)).not.toMatch(/secret|nonsense|__schema/);
});
