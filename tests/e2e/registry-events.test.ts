import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PartnerServer, startPartner } from "../support/partner-server.ts";
import {
	ADMIN,
	activate,
	newKey,
	openRegistryFixture,
	type PartnerFixture,
	publish,
	type RegistryFixture,
	SCHEMA,
} from "../support/registry-fixture.ts";
import { OFFICE } from "../support/viewers.ts";

const NAME = "ranks";
const EVENTS = `query($partnerId: ID!, $first: Int!, $after: String, $proof: String) {
  partnerEvents(partnerId: $partnerId, first: $first, after: $after, proof: $proof) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { kind subgraph version detail mail { subject text } }
  }
}`;

type Told = { kind: string; version: number | null; detail: string; mail: Record<string, string> };

let hub: RegistryFixture;
let college: PartnerFixture;
let mill: PartnerFixture;
let server: PartnerServer;
beforeAll(async () => {
	hub = await openRegistryFixture();
	college = await hub.partner("college");
	mill = await hub.partner("mill");
	server = await startPartner(SCHEMA, {});
});
afterAll(async () => {
	await hub.close();
	await server.close();
});

/** What a partner is told, the newest first. */
async function told(partner: PartnerFixture, now?: Date): Promise<Told[]> {
	await hub.registry.tellPartners(now);
	const variables = { partnerId: partner.id, first: 200 };
	return (await hub.data(EVENTS, variables, ADMIN)).partnerEvents.nodes;
}

const byReason = async (mutation: string, reason: string) =>
	hub.data(
		`mutation($name: String!, $reason: String!) { ${mutation}(name: $name, reason: $reason) { name } }`,
		{ name: NAME, reason },
		ADMIN,
	);
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const deprecating = SCHEMA.replace(
	"collegeRank: Int",
	'collegeRank: Int @deprecated(reason: "nobody keeps it")',
);
const without = SCHEMA.replace("collegeRank: Int", "collegeGrade: Int");

describe("a partner", () => {
	it("is told what becomes of its subgraph, in order and in words", async () => {
		await publish(hub, college, { name: NAME, url: server.url, schema: SCHEMA });
		await activate(hub, college, { name: NAME });
		await hub.registry.promote(NAME, 1);
		const schema = `${SCHEMA} type CollegeTwo { name: String }`;
		await publish(hub, college, { name: NAME, url: server.url, schema });
		await activate(hub, college, { name: NAME, share: 20 });
		await hub.registry.rollBack(NAME, "5 of 5 requests failed", 2);
		await byReason("suspendSubgraph", "it is under attack");
		await byReason("resumeSubgraph", "the attack is over");
		const all = (await told(college)).reverse();
		expect(all.map(({ kind, version }) => [kind, version])).toEqual([
			["PUBLISHED", 1],
			["CANARY_BEGUN", 1],
			["PROMOTED", 1],
			["PUBLISHED", 2],
			["CANARY_BEGUN", 2],
			["ROLLED_BACK", 2],
			["SUSPENDED", 1],
			["RESUMED", 1],
		]);
		const [, , , , canary, back, suspended] = all;
		expect(canary?.mail.text).toContain("served to 20 % of callers");
		expect(back?.mail.subject).toBe('[Throughline] "ranks" version 2 was rolled back');
		expect(back?.mail.text).toMatch(
			/Version 1 is active now\.\nReason: 5 of 5 requests failed\n[\s\S]*by hub\n$/,
		);
		expect(suspended?.mail.text).toContain("Reason: it is under attack");
		for (const { mail } of all) expect(`${mail.subject}${mail.text}`).not.toMatch(/undefined|null/);
	});

	it("is told before a key and a grant end, twice, and when a grant is revoked", async () => {
		const grant = async (field: string, expiresAt: string) =>
			(
				await hub.data(
					"mutation($input: GrantPartnerInput!) { grantPartner(input: $input) { id } }",
					{
						input: {
							partnerId: mill.id,
							kind: "REQUIRES_FIELD",
							type: "Sme",
							field,
							purpose: "advice to its makers",
							consumer: "advisers",
							expiresAt,
						},
					},
					OFFICE,
				)
			).grantPartner.id;
		await grant("state", inDays(20));
		const revoked = await grant("size", inDays(20));
		await hub.data(
			'mutation($id: ID!) { revokeGrant(id: $id, reason: "no longer used") { id } }',
			{ id: revoked },
			OFFICE,
		);
		expect((await told(mill)).map(({ kind }) => kind).sort()).toEqual([
			"GRANT_MADE",
			"GRANT_MADE",
			"GRANT_REVOKED",
		]);
		const ending = async (days: number) =>
			(await told(mill, new Date(inDays(days)))).filter(({ kind }) => kind === "GRANT_ENDING");
		expect(await ending(7)).toHaveLength(1);
		expect(await ending(8)).toHaveLength(1);
		const both = await ending(19.5);
		expect(both).toHaveLength(2);
		expect(both[0]?.mail.subject).toMatch(/The grant REQUIRES_FIELD on Sme\.state ends on/);

		const { text } = await newKey();
		const rotation = { partnerId: mill.id, key: text, overlapHours: 240 };
		await hub.data(
			"mutation($partnerId: ID!, $key: String!, $overlapHours: Int!) { rotatePartnerKey(partnerId: $partnerId, key: $key, overlapHours: $overlapHours) { id } }",
			rotation,
			ADMIN,
		);
		const keys = async (days: number) =>
			(await told(mill, new Date(inDays(days)))).filter(({ kind }) => kind === "KEY_EXPIRING");
		expect(await keys(0)).toHaveLength(1);
		expect(await keys(9.5)).toHaveLength(2);
	});

	it("is told of a change ahead of what it asks, when that is deprecated and when its removal is tried", async () => {
		await hub.registry.recordOperations([
			{
				hash: "asked",
				document: "query Ranks { smes { collegeRank } }",
				name: "Ranks",
				consumer: mill.id,
				fields: ["Query.smes", "Sme.collegeRank"],
				partners: [college.id],
				count: 3,
				errors: 0,
				day: new Date().toISOString().slice(0, 10),
			},
		]);
		const ahead = async (partner: PartnerFixture) =>
			(await told(partner)).filter(({ kind }) => kind === "BREAKING_CHANGE_AHEAD");
		for (const _ of [1, 2]) {
			const subgraph = { name: NAME, url: server.url, schema: without };
			const { report } = await publish(hub, college, subgraph);
			expect(report.passed).toBe(false);
		}
		const [tried, ...none] = await ahead(mill);
		expect(none).toEqual([]);
		expect(JSON.parse(tried?.detail ?? "")).toEqual({
			publisher: "college",
			change: "REMOVAL_TRIED",
			fields: ["Sme.collegeRank"],
		});
		const { version } = await publish(hub, college, {
			name: NAME,
			url: server.url,
			schema: deprecating,
		});
		expect(version).not.toBeNull();
		const [deprecated] = await ahead(mill);
		expect(deprecated?.mail.text).toMatch(/with these fields deprecated[\s\S]*Sme\.collegeRank/);
		expect(await ahead(college)).toEqual([]);
	});

	it("reads its own events a page at a time, by its proof; nobody else does", async () => {
		const ask = async (first: number, after?: string) =>
			(
				await hub.data(EVENTS, {
					partnerId: college.id,
					first,
					after,
					proof: await college.proof("partnerEvents", "", {}),
				})
			).partnerEvents;
		const one = await ask(3);
		const rest = await ask(200, one.pageInfo.endCursor);
		expect(one.nodes.length + rest.nodes.length).toBe(one.totalCount);
		expect(rest.pageInfo.hasNextPage).toBe(false);
		const proof = await mill.proof("partnerEvents", "", {});
		const foreign = { partnerId: college.id, first: 5, proof };
		expect(await hub.refusals(EVENTS, foreign)).toEqual([[expect.any(String), "UNAUTHENTICATED"]]);
		expect(await hub.refusals(EVENTS, { partnerId: college.id, first: 5 }, OFFICE)).toEqual([
			[expect.any(String), "FORBIDDEN"],
		]);
	});

	it("is told once of each entry by several gateways, and of none after 90 days", async () => {
		const other = await hub.again();
		const before = (await told(college)).length;
		for (const n of [1, 2, 3]) {
			await byReason("suspendSubgraph", `test ${n}`);
			await byReason("resumeSubgraph", `test ${n}`);
		}
		await Promise.all([hub, other, hub, other].map(({ registry }) => registry.tellPartners()));
		await other.close();
		expect(await told(college)).toHaveLength(before + 6);
		expect(await told(college, new Date(inDays(91)))).toEqual([]);
	});
});
