import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PartnerServer, startPartner } from "../support/partner-server.ts";
import {
	ADMIN,
	activate,
	openRegistryFixture,
	type PartnerFixture,
	publish,
	type RegistryFixture,
	SCHEMA,
} from "../support/registry-fixture.ts";
import { OFFICE } from "../support/viewers.ts";

const NAME = "credentials";
const versionOf = (n: number) =>
	`${SCHEMA}\ntype College${n} { name: String }\nextend type Query { college${n}: College${n} }`;

let hub: RegistryFixture;
let college: PartnerFixture;
let server: PartnerServer;
beforeAll(async () => {
	hub = await openRegistryFixture();
	college = await hub.partner("college");
	server = await startPartner(SCHEMA, {});
	for (const n of [1, 2, 3]) {
		const { version } = await publish(hub, college, {
			name: NAME,
			url: server.url,
			schema: versionOf(n),
		});
		expect(version).toMatchObject({ version: n, state: "PUBLISHED" });
	}
});
afterAll(async () => {
	await hub.close();
	await server.close();
});

const served = async () =>
	(await hub.registry.served()).map(({ name, version, canary }) => [
		name,
		version,
		canary && { share: canary.share, consumers: canary.consumers },
	]);
const step = async (
	mutation: "rollBackSubgraph" | "suspendSubgraph" | "resumeSubgraph",
	reason = "a test",
) =>
	hub.refusals(
		`mutation($name: String!, $reason: String!, $proof: String) { ${mutation}(name: $name, reason: $reason, proof: $proof) { name } }`,
		{ name: NAME, reason, proof: await college.proof(mutation, NAME, { reason }) },
	);

describe("publishing", () => {
	it("serves nothing yet, and the same again is the same version", async () => {
		expect(await served()).toEqual([]);
		const before = await hub.registry.changed();
		const { version } = await publish(hub, college, {
			name: NAME,
			url: server.url,
			schema: versionOf(3),
		});
		expect(version.version).toBe(3);
		expect(await hub.registry.changed()).toBe(before);
	});

	it("keeps nothing where the check finds an error", async () => {
		const schema = `${versionOf(3)}\nextend type Query { everything: String }`;
		const { report, version } = await publish(hub, college, {
			name: NAME,
			url: server.url,
			schema,
		});
		expect([report.passed, version]).toEqual([false, null]);
		expect(report.findings[0]).toMatchObject({
			rule: "OWNERSHIP_ROOT_FIELD",
			place: "Query.everything",
			line: expect.any(Number),
		});
		expect(
			(await hub.data(`{ subgraph(name: "${NAME}") { versions { version } } }`)).subgraph.versions,
		).toHaveLength(3);
	});

	it("is the partner's alone, under a name that is free", async () => {
		const rival = await hub.partner("rival");
		const MUTATION =
			"mutation($input: PublishSubgraphInput!, $proof: String) { publishSubgraph(input: $input, proof: $proof) { report { passed } } }";
		for (const [name, reason] of [
			[NAME, "belongs to another partner"],
			["hub", "one of the hub's own"],
			["registry", "one of the hub's own"],
			["No Name", "is not 2 to 40"],
		] as const) {
			const input = { partnerId: "rival", name, url: server.url, schema: versionOf(1) };
			const proof = await rival.proof("publishSubgraph", name, input);
			expect(await hub.refusals(MUTATION, { input, proof })).toEqual([
				[expect.stringContaining(reason), "BAD_USER_INPUT"],
			]);
		}
		const input = { partnerId: "college", name: NAME, url: server.url, schema: versionOf(1) };
		for (const viewer of [ADMIN, OFFICE])
			expect(await hub.refusals(MUTATION, { input }, viewer)).toEqual([
				[expect.stringContaining("without a proof by the key"), "FORBIDDEN"],
			]);
		// Nobody on the way sends another schema under the partner's proof.
		const proof = await college.proof("publishSubgraph", NAME, input);
		expect(
			await hub.refusals(MUTATION, { input: { ...input, schema: versionOf(2) }, proof }),
		).toEqual([[expect.stringContaining('its "digest" is'), "UNAUTHENTICATED"]]);
	});

	it("shows addresses and findings to those inside only", async () => {
		const query = `{ subgraph(name: "${NAME}") { versions { url findings { rule } schema } } }`;
		const [inside] = (await hub.data(query, {}, ADMIN)).subgraph.versions;
		expect([inside.url, inside.findings.length > 0]).toEqual([server.url, true]);
		const [outside] = (await hub.data(query)).subgraph.versions;
		expect(outside).toEqual({ url: null, findings: null, schema: versionOf(1) });
	});
});

describe("serving", () => {
	it("begins with everybody where nothing was served, then with a tenth", async () => {
		const first = await activate(hub, college, { name: NAME, version: 1 });
		expect(first.subgraph).toMatchObject({
			activeVersion: null,
			canary: { version: 1, share: 100 },
		});
		await hub.registry.promote(NAME, 1);
		expect(await served()).toEqual([[NAME, 1, null]]);
		await activate(hub, college, { name: NAME, version: 2 });
		expect(await served()).toEqual([
			[NAME, 1, null],
			[NAME, 2, { share: 10, consumers: [] }],
		]);
	});

	it("ends a canary that failed, once, however many gateways saw it fail", async () => {
		const other = await hub.again();
		await Promise.all(
			[hub, other, hub].map(({ registry }) => registry.rollBack(NAME, "errors", 2)),
		);
		expect(await served()).toEqual([[NAME, 1, null]]);
		// A verdict that comes late is about another canary.
		await activate(hub, college, { name: NAME, version: 3, consumers: ["dashboard"] });
		await other.registry.rollBack(NAME, "errors", 2);
		await other.registry.promote(NAME, 2);
		expect(await served()).toEqual([
			[NAME, 1, null],
			[NAME, 3, { share: 0, consumers: ["dashboard"] }],
		]);
		await other.close();
		const log = "{ publishLog(first: 200) { nodes { actor action version detail } } }";
		const { nodes } = (await hub.data(log)).publishLog;
		expect(nodes.filter(({ action }: { action: string }) => action === "rollBackSubgraph")).toEqual(
			[
				{
					actor: "hub",
					action: "rollBackSubgraph",
					version: 2,
					detail: '{"active":1,"canary":null,"reason":"errors"}',
				},
			],
		);
	});

	it("goes back a version by one command, and to nothing by the next", async () => {
		await hub.registry.promote(NAME);
		expect(await served()).toEqual([[NAME, 3, null]]);
		expect(await step("rollBackSubgraph")).toEqual([]);
		expect(await served()).toEqual([[NAME, 1, null]]);
		expect(await step("rollBackSubgraph")).toEqual([]);
		expect(await served()).toEqual([]);
	});

	it("stops at once with the partner's suspension, and comes back with it", async () => {
		await activate(hub, college, { name: NAME, version: 2 });
		await hub.registry.promote(NAME);
		const before = await hub.registry.changed();
		await hub.data(
			'mutation { suspendPartner(id: "college", reason: "a test") { id } }',
			{},
			ADMIN,
		);
		expect(await served()).toEqual([]);
		expect(await hub.registry.changed()).not.toBe(before);
		expect(await step("rollBackSubgraph")).toEqual([
			[expect.stringContaining("is suspended"), "FORBIDDEN"],
		]);
		await hub.data(
			'mutation { reinstatePartner(id: "college", reason: "a test") { id } }',
			{},
			ADMIN,
		);
		expect(await served()).toEqual([[NAME, 2, null]]);
	});

	it("a subgraph that the hub's staff suspended is not the partner's to resume", async () => {
		expect(await step("suspendSubgraph")).toEqual([]);
		expect(await served()).toEqual([]);
		expect(await step("resumeSubgraph")).toEqual([]);
		expect(await served()).toEqual([[NAME, 2, null]]);
		await hub.data(
			`mutation { suspendSubgraph(name: "${NAME}", reason: "a test") { name } }`,
			{},
			ADMIN,
		);
		expect(await step("resumeSubgraph")).toEqual([
			[expect.stringContaining("was suspended by HUB_ADMIN"), "FORBIDDEN"],
		]);
		await hub.data(
			`mutation { resumeSubgraph(name: "${NAME}", reason: "a test") { name } }`,
			{},
			ADMIN,
		);
	});

	it("is refused where the check no longer passes", async () => {
		await server.close();
		const { report, subgraph } = await activate(hub, college, { name: NAME, version: 3 });
		expect(report.findings.map(({ rule }: { rule: string }) => rule)).toContain(
			"PROBE_UNREACHABLE",
		);
		expect(subgraph).toMatchObject({ activeVersion: 2, canary: null });
		server = await startPartner(SCHEMA, {}, server.port);
	});
});

describe("kept supergraphs", () => {
	it("are listed, and one of them is brought back by one command", async () => {
		expect(await hub.registry.lastSupergraph()).toBeUndefined();
		const part = (version: number) => [
			{ name: "mep", version: 0 },
			{ name: NAME, version },
		];
		await hub.registry.keepSupergraph("schema one", part(1));
		await hub.registry.keepSupergraph("schema one", part(1).reverse());
		await hub.registry.keepSupergraph("schema two", [{ name: "mep", version: 0 }]);
		expect(await hub.registry.lastSupergraph()).toBe("schema two");
		const { supergraphVersions } = await hub.data(
			"{ supergraphVersions { version sdl parts { name version } hash } }",
		);
		expect(supergraphVersions.map(({ sdl }: { sdl: string }) => sdl)).toEqual([
			"schema two",
			"schema one",
		]);
		const RESTORE =
			'mutation($version: Int!) { restoreSupergraph(version: $version, reason: "a test") { name activeVersion } }';
		const [newest, oldest] = supergraphVersions.map(({ version }: { version: string }) =>
			Number(version),
		);
		expect(await hub.refusals(RESTORE, { version: oldest }, OFFICE)).toEqual([
			["PROGRAM_OFFICE may not restore supergraphs", "FORBIDDEN"],
		]);
		await hub.data(RESTORE, { version: oldest }, ADMIN);
		expect(await served()).toEqual([[NAME, 1, null]]);
		await hub.data(RESTORE, { version: newest }, ADMIN);
		expect(await served()).toEqual([]);
	});
});
