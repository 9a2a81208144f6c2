// Over 300 lines: one hub and one partner, which misbehaves in every way that is tried.
import { createPublicKey, verify } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { verifySignature } from "http-message-sig";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Quota } from "../../shared/registry.ts";
import { type MemoryRegistry, memoryRegistry } from "../support/memory-registry.ts";
import { type PartnerHub, startPartnerHub } from "../support/partner-hub.ts";
import {
	LINK,
	type PartnerServer,
	saying,
	startPartner,
	version,
} from "../support/partner-server.ts";

let registry: MemoryRegistry;
let partner: PartnerServer;
let hub: PartnerHub;

async function open(quota: Partial<Quota> = {}): Promise<void> {
	registry = memoryRegistry();
	partner = await startPartner();
	registry.versions = [version(partner.url, { quota: { ...version("").quota, ...quota } })];
	hub = await startPartnerHub(registry);
}
async function close(): Promise<void> {
	await hub.close();
	await partner.close();
}

const QUERY = "query Mine { smes { id name credentials { name level } } }";
const OWN = [
	{ id: "a", name: "Maker a" },
	{ id: "b", name: "Maker b" },
];
const GOOD = {
	data: {
		smes: OWN.map((sme) => ({ ...sme, credentials: [{ name: `Welding ${sme.id}`, level: 2 }] })),
	},
};
const entities = (...of: unknown[]) => saying({ data: { _entities: of } });
const right = (id: string, credentials: unknown) => ({
	__typename: "Sme",
	hubKey_id: id,
	credentials,
});

describe("a partner that behaves", () => {
	beforeAll(() => open());
	afterAll(close);
	beforeEach(() => {
		partner.asked.length = 0;
		registry.disclosures.length = 0;
	});

	it("adds its fields to the hub's records", async () => {
		expect(await hub.ask(QUERY)).toEqual(GOOD);
	});

	it("learns the keys and nothing of who asks; the request is signed with the hub's published key", async () => {
		await hub.ask(QUERY, {}, { authorization: "Bearer secret-token", "x-request-id": "mine-7" });
		const [asked] = partner.asked;
		expect(partner.asked).toHaveLength(1);
		expect(asked?.body.variables).toEqual({
			representations: OWN.map(({ id }) => ({ __typename: "Sme", id })),
		});
		expect(Object.keys(asked?.headers ?? {}).sort()).toEqual([
			"accept",
			"connection",
			"content-digest",
			"content-length",
			"content-type",
			"host",
			"signature",
			"signature-input",
		]);
		expect(asked?.text).not.toMatch(/Mine|secret|Maker|mine-7/);

		const published = await fetch(`${hub.url}/.well-known/http-message-signatures-directory`);
		const { keys } = (await published.json()) as { keys: Array<{ kid: string }> };
		const verified = await verifySignature(
			{
				kind: "request",
				method: "POST",
				targetUri: partner.url,
				fields: Object.entries(asked?.headers ?? {}).map(([name, value]) => ({
					name,
					value: String(value),
				})),
			},
			{
				policy: {
					algorithms: ["ed25519"],
					requiredComponents: ["@method", "@authority", "@path", "content-digest"],
					requiredParameters: ["created", "expires", "nonce"],
					maxAge: 60,
				},
				resolveVerifier: ({ parameters }) => {
					const key = keys.find(({ kid }) => kid === parameters.keyid);
					return {
						algorithm: "ed25519",
						verify: (data, signature) =>
							verify(null, data, createPublicKey({ key: key as never, format: "jwk" }), signature),
					};
				},
			},
		);
		expect(verified.parameters.keyid).toBe("hub-1");
	});

	it("has what it was told recorded before it is told; where that fails, it is not told", async () => {
		await hub.ask(QUERY, {}, { "x-request-id": "mine-8" });
		expect(registry.disclosures).toEqual([
			{
				at: expect.stringMatching(/^\d{4}-/),
				requestId: "mine-8",
				partnerId: "state-colleges",
				subgraph: "colleges",
				type: "Sme",
				fields: ["id"],
				representations: 2,
				ids: ["a", "b"],
				consumer: "public",
			},
		]);
		registry.failing = true;
		const { data, errors } = await hub.ask(QUERY);
		expect(data).toEqual({ smes: OWN.map((sme) => ({ ...sme, credentials: null })) });
		expect(errors?.[0]?.message).toMatch(/was not asked, since that could not be recorded/);
		expect(partner.asked).toHaveLength(1);
	});
});

describe("a partner that misbehaves loses its own fields and nothing else", () => {
	beforeAll(() => open());
	afterAll(close);
	// Good answers between the bad ones keep the breaker closed.
	afterEach(async () => {
		partner.behave(undefined);
		for (let call = 0; call < 2; call++) expect(await hub.ask(QUERY)).toEqual(GOOD);
	});

	const cases: Array<[string, () => Parameters<PartnerServer["behave"]>[0]]> = [
		["never answers", () => () => undefined],
		[
			"never ends its answer",
			() => (_, response) => {
				response.writeHead(200, { "content-type": "application/json" });
				const more = () => {
					while (!response.destroyed && response.write('{"data":'.repeat(1000)));
				};
				response.on("drain", more);
				more();
			},
		],
		["hangs up", () => (request) => request.socket.destroy()],
		[
			"answers HTTP 500 with a page",
			() => (_, response) => response.writeHead(500).end("<h1>secret stack</h1>"),
		],
		[
			"redirects into the private network",
			() => (_, response) =>
				response.writeHead(307, { location: "http://169.254.169.254/latest/meta-data" }).end(),
		],
		["answers no JSON", () => saying("{")],
		["nests deeper than it may", () => saying(`{"data":${"[".repeat(500)}${"]".repeat(500)}}`)],
		[
			"sets prototypes",
			() =>
				saying('{"data":{"_entities":[{"__proto__":{"polluted":true},"__typename":"Sme"},null]}}'),
		],
		[
			"sets prototypes by constructor",
			() => saying('{"data":{"_entities":[{"constructor":{"prototype":{"polluted":true}}},null]}}'),
		],
		["answers too few entities", () => entities(right("a", []))],
		["answers too many entities", () => entities(right("a", []), right("b", []), right("c", []))],
		["answers no list", () => saying({ data: { _entities: { length: 2 } } })],
		["answers other records", () => entities(right("b", []), right("a", []))],
		[
			"answers null keys",
			() =>
				entities({ ...right("a", []), hubKey_id: null }, { ...right("b", []), hubKey_id: null }),
		],
		[
			"answers no keys",
			() =>
				entities({ __typename: "Sme", credentials: [] }, { __typename: "Sme", credentials: [] }),
		],
		["answers another type", () => entities({ ...right("a", []), __typename: "Query" }, 7)],
		["answers wrong types", () => entities(right("a", "many"), right("b", { 0: { name: "x" } }))],
		[
			"answers only errors",
			() =>
				saying({ errors: [{ message: "secret stack at /srv/app.js", path: ["_entities", 0] }] }),
		],
	];

	it.each(cases)("when it %s", async (_, behaviour) => {
		partner.behave(behaviour());
		const { data, errors } = await hub.ask(QUERY);
		expect(data).toEqual({ smes: OWN.map((sme) => ({ ...sme, credentials: null })) });
		expect(errors?.length).toBeGreaterThan(0);
		for (const error of errors ?? [])
			expect(error.extensions).toEqual({ code: "UNAVAILABLE", subgraph: "colleges" });
		expect(JSON.stringify(errors)).not.toMatch(/secret|127\.0\.0\.1|169\.254/);
		expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
		expect(await hub.ask("{ smes { name } }")).toEqual({
			data: { smes: OWN.map(({ name }) => ({ name })) },
		});
	});

	it("and cannot overwrite what the hub says of a record, nor add to it", async () => {
		partner.behave(
			entities(
				{ ...right("a", [{ name: "x", level: 1, extra: 1 }]), name: "PWNED", id: "z" },
				null,
			),
		);
		const { data, errors } = await hub.ask(QUERY);
		expect(errors).toBeUndefined();
		expect(data).toEqual({
			smes: [
				{ ...OWN[0], credentials: [{ name: "x", level: 1 }] },
				{ ...OWN[1], credentials: null },
			],
		});
	});

	it("in the places that are wrong, and keeps the others", async () => {
		partner.behave(
			entities(
				right("a", [
					{ name: "x", level: "high" },
					{ name: null, level: 1 },
				]),
				right("b", [{ name: "y", level: 1 }]),
			),
		);
		const { data, errors } = await hub.ask(QUERY);
		expect(data).toMatchObject({
			smes: [{ name: "Maker a", credentials: null }, { credentials: [{ name: "y", level: 1 }] }],
		});
		expect(errors?.map(({ path }) => path)).toEqual([
			["smes", 0, "credentials", 0, "level"],
			["smes", 0, "credentials", 1, "name"],
		]);
	});
});

describe("bounds", () => {
	beforeEach(() => open());
	afterEach(close);

	it("a partner whose process is gone loses its fields and nothing else", async () => {
		await partner.close();
		const { data, errors } = await hub.ask(QUERY);
		expect(data).toEqual({ smes: OWN.map((sme) => ({ ...sme, credentials: null })) });
		expect(JSON.stringify(errors)).not.toContain("ECONNREFUSED");
	});

	it("a breaker stops asking a partner that fails, and asks again later", async () => {
		partner.behave((_, response) => response.writeHead(500).end());
		for (let call = 0; call < 12; call++) await hub.ask(QUERY);
		expect(partner.asked).toHaveLength(5);
		partner.behave(undefined);
		expect((await hub.ask(QUERY)).errors).toHaveLength(1);
		await expect.poll(async () => hub.ask(QUERY), { interval: 200 }).toEqual(GOOD);
	});
});

it("while one request tries whether a partner is back, the others do not wait for it", async () => {
	await open({ timeoutMs: 3000 });
	partner.behave((_, response) => response.writeHead(500).end());
	for (let call = 0; call < 6; call++) await hub.ask(QUERY);
	partner.behave(() => undefined);
	const failed = partner.asked.length;
	const order: string[] = [];
	let trying: Promise<number> | undefined;
	// How long the breaker stays open depends on how often it has tried already.
	while (!trying) {
		const answer = hub.ask(QUERY).then(() => order.push("tried"));
		await sleep(200);
		if (partner.asked.length > failed) trying = answer;
		else {
			await answer;
			order.length = 0;
		}
	}
	for (let call = 0; call < 3; call++) {
		await hub.ask(QUERY);
		order.push("answered");
	}
	await trying;
	expect(order).toEqual(["answered", "answered", "answered", "tried"]);
	expect(partner.asked).toHaveLength(failed + 1);
	await close();
});

it("no more than a partner's concurrency are asked at once; the hub's own answers do not wait for it", async () => {
	await open({ timeoutMs: 20_000 });
	const release: Array<() => void> = [];
	partner.behave((_, response) => {
		release.push(() => response.end('{"data":{"_entities":[null,null]}}'));
	});
	let waiting = 20;
	const touching = Array.from({ length: 20 }, async () => {
		const answer = await hub.ask(QUERY);
		waiting--;
		return answer;
	});
	await expect.poll(() => waiting, { timeout: 10_000 }).toBe(8);
	expect(release).toHaveLength(4);
	expect((await hub.ask("{ smes { name } }")).errors).toBeUndefined();
	expect([waiting, release.length]).toEqual([8, 4]);
	for (let answered = 0; answered < 8; answered++) {
		await expect.poll(() => release.length, { timeout: 10_000 }).toBeGreaterThan(0);
		release.shift()?.();
	}
	const answers = await Promise.all(touching);
	expect(partner.asked).toHaveLength(8);
	expect(answers.filter(({ errors }) => !errors)).toHaveLength(8);
	for (const { data } of answers) expect(data).toMatchObject({ smes: OWN });
	await close();
});

it("no more than a partner's requests a minute are sent", async () => {
	await open({ requestsPerMinute: 3 });
	const answers = [];
	for (let call = 0; call < 6; call++) answers.push(await hub.ask(QUERY));
	expect(partner.asked).toHaveLength(3);
	expect(answers.at(-1)?.errors?.[0]?.message).toContain("3 times a minute");
	await close();
});

describe("suspension", () => {
	// Longer than a test waits: what is given up is given up by the suspension.
	beforeEach(() => open({ timeoutMs: 60_000 }));
	afterEach(close);

	const suspend = () => hub.ask('mutation { suspendSubgraph(name: "colleges") }');

	it("gives up what is under way, and holds when its mutation is answered", async () => {
		partner.behave(() => undefined);
		const answer = hub.ask(QUERY);
		await expect.poll(() => partner.asked.length).toBe(1);
		await suspend();
		const { data, errors } = await answer;
		expect(data).toEqual({ smes: OWN.map((sme) => ({ ...sme, credentials: null })) });
		expect(errors?.[0]?.message).toContain("is suspended");
		await hub.ask(QUERY);
		expect(partner.asked).toHaveLength(1);
		await expect
			.poll(async () => JSON.stringify(await hub.ask(QUERY)))
			.toContain("Cannot query field");
	});

	it("is seen by another gateway on the same registry", async () => {
		const other = await startPartnerHub(registry);
		expect(await other.ask(QUERY)).toEqual(GOOD);
		await suspend();
		await expect
			.poll(async () => JSON.stringify((await other.ask(QUERY)).errors))
			.toMatch(/is suspended|Cannot query field/);
		const before = partner.asked.length;
		expect((await other.ask(QUERY)).errors).toBeDefined();
		expect(partner.asked).toHaveLength(before);
		await other.close();
	});
});

it("a required field is sent only while a grant for it holds", async () => {
	await open();
	const sdl = `${LINK}type Sme @key(fields: "id") { id: ID! state: String! @external near: [String!]! @requires(fields: "state") }`;
	const nearby = await startPartner(sdl, {
		Sme: { near: ({ state }: { state: string }) => [`near ${state}`] },
	});
	const grant = {
		id: "1",
		partnerId: "p",
		kind: "REQUIRES_FIELD" as const,
		type: "Sme",
		field: "state",
		purpose: "To find colleges nearby",
		consumer: "p",
		expiresAt: null,
	};
	const served = version(nearby.url, { name: "nearby", sdl, grants: [grant] });
	registry.versions = [version(partner.url), served];
	registry.touch();
	const query = "{ smes { id near credentials { name } } }";
	await expect
		.poll(async () => (await hub.ask(query)).data)
		.toMatchObject({ smes: [{ near: ["near US-GA"] }, {}] });
	expect(nearby.asked.at(-1)?.body.variables.representations).toEqual(
		OWN.map(({ id }) => ({ __typename: "Sme", id, state: "US-GA" })),
	);
	const told = registry.disclosures.filter(({ subgraph }) => subgraph === "nearby");
	expect(told.at(-1)?.fields).toEqual(["id", "state"]);
	registry.versions = [version(partner.url), { ...served, grants: [] }];
	registry.touch();
	await expect.poll(async () => (await hub.ask(query)).errors?.[0]?.message).toContain("no grant");
	const before = nearby.asked.length;
	const { data, errors } = await hub.ask(query);
	expect(data).toMatchObject({ smes: [{ near: null, credentials: [{ name: "Welding a" }] }, {}] });
	expect(errors?.[0]?.message).toContain("no grant");
	expect(nearby.asked).toHaveLength(before);
	await nearby.close();
	await close();
});
