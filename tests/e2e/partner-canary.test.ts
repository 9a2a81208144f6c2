import { setTimeout as sleep } from "node:timers/promises";
import { GraphQLError } from "graphql";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { ReadViewer } from "../../gateway/viewer/verify.ts";
import { LOCAL_HTTP } from "../../shared/config-http.ts";
import { PUBLIC } from "../../shared/viewer/viewer.ts";
import { get } from "../support/http.ts";
import { type MemoryRegistry, memoryRegistry } from "../support/memory-registry.ts";
import { type PartnerHub, startPartnerHub } from "../support/partner-hub.ts";
import { COLLEGES, type PartnerServer, startPartner, version } from "../support/partner-server.ts";

const NEW = COLLEGES.replace("level: Int", "level: Int grade: Int");
const RESOLVERS = { Sme: { credentials: () => [{ name: "new", level: 1, grade: 5 }] } };

/** Tests name their organisation in place of a token. */
const readViewer: ReadViewer = async (organization) =>
	organization ? { role: "PARTNER", subject: `${organization}-1`, organization } : PUBLIC;
const ACME = { authorization: "acme" };
const BETA = { authorization: "beta" };

let registry: MemoryRegistry;
let old: PartnerServer;
let next: PartnerServer;
let hub: PartnerHub;
const open = async (canaryRules: object) => {
	hub = await startPartnerHub(registry, { readViewer, canaryRules });
};
const canary = (consumers = ["acme"], share = 100) => ({
	canary: { share, consumers, since: new Date().toISOString() },
});
beforeEach(async () => {
	registry = memoryRegistry();
	[old, next] = [await startPartner(), await startPartner(NEW, RESOLVERS)];
	registry.versions = [version(old.url), version(next.url, { version: 2, sdl: NEW, ...canary() })];
});
afterEach(async () => {
	await hub.close();
	await old.close();
	await next.close();
});

const OLD = "{ smes { name credentials { name } } }";
const GRADE = "{ smes { credentials { name grade } } }";
const text = async (query: string, who: Record<string, string> = {}) =>
	JSON.stringify(await hub.ask(query, {}, who));
const twenty = (query: string, who: Record<string, string> = {}) =>
	Promise.all(
		Array.from({ length: 4 }, async () => {
			for (let call = 0; call < 5; call++) await hub.ask(query, {}, who);
		}),
	);

it("the named consumers get the new version and all others the old one", async () => {
	await open({});
	expect(await text(GRADE, ACME)).toContain('"grade":5');
	expect(await text(GRADE, BETA)).toContain("Cannot query field");
	expect(await text(OLD, BETA)).toContain("Welding a");
	expect(await text(OLD)).toContain("Welding a");
	expect(registry.disclosures.map(({ consumer }) => consumer)).toEqual(["acme", "beta", "public"]);
});

it("a share of consumers gets it, the same ones each time", async () => {
	registry.versions = [
		version(old.url),
		version(next.url, { version: 2, sdl: NEW, ...canary([], 50) }),
	];
	await open({});
	const has = async (who: string) => (await text(OLD, { authorization: who })).includes('"new"');
	const everyone = Array.from({ length: 20 }, (_, index) => `consumer-${index}`);
	const first: boolean[] = [];
	for (const who of everyone) first.push(await has(who));
	expect(new Set(first).size).toBe(2);
	for (const [index, who] of everyone.entries()) expect(await has(who)).toBe(first[index]);
});

it("a caller without a token is its address, which only a trusted proxy may tell; no answer may be kept", async () => {
	registry.versions = [
		version(old.url),
		version(next.url, { version: 2, sdl: NEW, ...canary([], 50) }),
	];
	const addresses = Array.from({ length: 12 }, (_, index) => `10.0.0.${index}`);
	const answers = async () =>
		Promise.all(
			addresses.map(async (address) => {
				const query = `${hub.url}/graphql?query=${encodeURIComponent(OLD)}`;
				const { text, headers } = await get(query, { "x-forwarded-for": address });
				expect(headers["cache-control"]).toBe("private, no-store");
				return text.includes('"new"');
			}),
		);
	await open({});
	expect(new Set(await answers()).size).toBe(1);
	await hub.close();
	hub = await startPartnerHub(registry, {
		readViewer,
		http: { ...LOCAL_HTTP, trustedProxies: ["loopback"] },
	});
	expect(new Set(await answers()).size).toBe(2);
});

it("a canary that fails is rolled back by the hub, with the reason; others never noticed", async () => {
	await open({});
	next.behave((_, response) => response.writeHead(500).end());
	await twenty(OLD, BETA);
	const others = hub.ask(OLD, {}, BETA);
	for (let call = 0; call < 6; call++) await hub.ask(OLD, {}, ACME);
	await expect
		.poll(() => registry.acts)
		.toEqual([
			expect.stringMatching(
				/^rolled back colleges: \d of \d requests failed \(100 %; before: 0 %\)$/,
			),
		]);
	expect(await text(OLD, ACME)).toContain("Welding a");
	expect((await others).errors).toBeUndefined();
	await sleep(200);
	expect(registry.acts).toHaveLength(1);
});

it("a canary that lies about its types is rolled back", async () => {
	await open({});
	next.behave((_, response) => response.end('{"data":{"_entities":[7,8]}}'));
	for (let call = 0; call < 6; call++) await hub.ask(OLD, {}, ACME);
	await expect.poll(() => registry.acts.length).toBe(1);
});

it("a canary that is much slower than the version before is rolled back", async () => {
	await open({ slowMs: 50 });
	next.behave(async (_, response) => {
		await sleep(600);
		response.end('{"data":{"_entities":[null,null]}}');
	});
	await Promise.all([twenty(OLD, BETA), twenty(OLD, ACME)]);
	await expect
		.poll(() => registry.acts)
		.toEqual([expect.stringContaining("95 % of requests took up to")]);
});

it("a partner that is down altogether costs its new version nothing", async () => {
	await open({});
	for (const server of [old, next]) server.behave((_, response) => response.writeHead(500).end());
	await Promise.all([twenty(OLD, BETA), twenty(OLD, ACME)]);
	await sleep(200);
	expect(registry.acts).toEqual([]);
});

it("a canary that held becomes the version of all, once", async () => {
	await open({ holdMs: 500 });
	await twenty(OLD, ACME);
	await expect.poll(() => registry.acts).toEqual(["promoted colleges"]);
	await expect.poll(() => text(GRADE, BETA)).toContain('"grade":5');
	expect(await text(OLD)).toContain('"new"');
	expect(registry.acts).toHaveLength(1);
});

it("a canary that does not compose is rolled back, and the old version stays", async () => {
	registry.versions = [
		version(old.url),
		version(next.url, { version: 2, sdl: "type Query { x: Gone }", ...canary() }),
	];
	await open({});
	expect(registry.acts).toEqual([
		expect.stringContaining("rolled back colleges: it does not compose"),
	]);
	expect(await text(OLD, ACME)).toContain("Welding a");
});

it("a first version that everybody has is watched too: it ends when it fails, and holds up no other partner", async () => {
	const first = version(next.url, {
		name: "first",
		sdl: NEW.replaceAll("credentials", "awards").replaceAll("Credential", "Award"),
		...canary([]),
	});
	registry.versions = [version(old.url), first];
	await open({});
	expect(await text(OLD, BETA)).toContain("Welding a");
	expect(registry.acts).toEqual([]);
	next.behave((_, response) => response.end("{}"));
	for (let call = 0; call < 6; call++) await hub.ask("{ smes { name awards { name } } }");
	await expect.poll(() => registry.acts).toEqual([expect.stringMatching(/^rolled back first/)]);
	await expect.poll(() => text("{ smes { awards { name } } }")).toContain("Cannot query field");
	expect(await text(OLD)).toContain("Welding a");
});

it("a version for everybody that does not compose leaves the one before it in place", async () => {
	registry.versions = [version(old.url)];
	await open({});
	registry.versions = [
		version(old.url),
		version(next.url, { version: 2, sdl: "type Query { x: Gone }", ...canary([]) }),
	];
	registry.touch();
	await expect.poll(() => registry.acts.length).toBe(1);
	expect(await text(OLD)).toContain("Welding a");
});

const LOOKUP = `${COLLEGES} type Query { collegesProgram(id: ID!): String }`;
const lookup = {
	Query: {
		collegesProgram(_: unknown, { id }: { id: string }) {
			if (id === "crash") throw new Error("out of memory");
			if (/^\d+$/.test(id)) return `Program ${id}`;
			throw new GraphQLError(`id: "${id}" is not a number; send the number of a program`, {
				extensions: { code: "BAD_USER_INPUT", stacktrace: ["/srv/app.js"] },
			});
		},
	},
};
const program = (id: string) => `{ collegesProgram(id: "${id}") }`;

it("what a client gets wrong is the client's: it reads the partner's words, and it weighs nothing", async () => {
	const server = await startPartner(LOOKUP, lookup);
	registry.versions = [version(server.url, { sdl: LOOKUP, ...canary([]) })];
	await open({ holdMs: 500 });
	const { data, errors } = await hub.ask(program("x"), {}, ACME);
	expect(data).toEqual({ collegesProgram: null });
	expect(errors).toEqual([
		expect.objectContaining({
			message: 'id: "x" is not a number; send the number of a program',
			path: ["collegesProgram"],
			extensions: { code: "BAD_USER_INPUT", subgraph: "colleges" },
		}),
	]);
	for (const who of [ACME, BETA, {}])
		for (let call = 0; call < 25; call++) await hub.ask(program("x"), {}, who);
	await sleep(600);
	expect(registry.acts).toEqual([]);
	// Once there are answers, it is promoted by them.
	for (const who of [ACME, BETA])
		for (let call = 0; call < 12; call++) await hub.ask(program("7"), {}, who);
	await expect.poll(() => registry.acts).toEqual(["promoted colleges"]);
	await hub.close();
	hub = await startPartnerHub(registry, { readViewer });
	expect(registry.operations.length).toBeGreaterThan(0);
	expect(registry.operations.filter(({ errors: failed }) => failed > 0)).toEqual([]);
	await server.close();
});

it("one abusive caller cannot have a canary rolled back; two consumers for whom it fails can", async () => {
	const server = await startPartner(LOOKUP, lookup);
	registry.versions = [version(server.url, { sdl: LOOKUP, ...canary([]) })];
	await open({});
	for (const who of [ACME, {}])
		for (let call = 0; call < 40; call++) {
			const { errors } = await hub.ask(program("crash"), {}, who);
			expect(errors?.[0]?.extensions.code).toBe("UNAVAILABLE");
		}
	await sleep(1500);
	expect(registry.acts).toEqual([]);
	expect(await text(program("7"), BETA)).toContain("Program 7");
	for (let call = 0; call < 10; call++) await hub.ask(program("crash"), {}, BETA);
	await expect
		.poll(() => registry.acts)
		.toEqual([expect.stringMatching(/^rolled back colleges: \d+ of \d+ requests failed/)]);
	await server.close();
});

it("a canary that only one caller uses is rolled back where the hub's own request fails too", async () => {
	registry.versions = [version(next.url, { sdl: NEW, ...canary([]) })];
	await open({});
	next.behave((_, response) => response.writeHead(500).end());
	for (let call = 0; call < 6; call++) await hub.ask(OLD);
	await expect
		.poll(() => registry.acts)
		.toEqual([expect.stringContaining("the hub's own request failed too: the answer is not JSON")]);
});
