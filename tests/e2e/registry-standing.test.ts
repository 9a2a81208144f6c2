import { afterAll, beforeAll, expect, it } from "vitest";
import type { CallCount } from "../../shared/registry.ts";
import type { Actor } from "../../shared/viewer/viewer.ts";
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

const NAME = "ranks";
const STANDING = `query($partnerId: ID!, $from: String!, $to: String!, $proof: String) {
  partnerStanding(partnerId: $partnerId, from: $from, to: $to, proof: $proof) {
    subgraph calls faults errorShare p50Ms p95Ms busiestMinute
    days { version day calls faults errorShare p50Ms p95Ms }
    budget { target days calls faults allowedFaults faultsLeft requestsPerMinute requestsLeft }
  }
}`;

const dayAgo = (days: number) =>
	new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const period = { from: dayAgo(1), to: dayAgo(0) };

let hub: RegistryFixture;
let college: PartnerFixture;
let server: PartnerServer;
beforeAll(async () => {
	hub = await openRegistryFixture();
	college = await hub.partner("college");
	server = await startPartner(SCHEMA, {});
	await publish(hub, college, { name: NAME, url: server.url, schema: SCHEMA });
	await activate(hub, college, { name: NAME });
});
afterAll(async () => {
	await hub.close();
	await server.close();
});

const count = (more: Partial<CallCount>): CallCount => ({
	subgraph: NAME,
	version: 1,
	day: dayAgo(0),
	calls: 10,
	faults: 1,
	busiestMinute: 10,
	buckets: { 10: 5, 250: 4 },
	...more,
});

async function standing(viewer: Actor = ADMIN) {
	const variables = { partnerId: college.id, ...period };
	return (await hub.data(STANDING, variables, viewer)).partnerStanding[0];
}

it("adds up what several gateways counted, by version and day, and over days", async () => {
	const other = await hub.again();
	await Promise.all(
		Array.from({ length: 10 }, (_, index) =>
			(index % 2 ? other : hub).registry.recordCalls([
				count({ busiestMinute: index }),
				count({ version: 2, day: dayAgo(1), faults: 0, calls: 1, buckets: { 4000: 1 } }),
			]),
		),
	);
	await other.close();
	expect(await standing()).toEqual({
		subgraph: NAME,
		calls: 110,
		faults: 10,
		errorShare: 10 / 110,
		p50Ms: 10,
		p95Ms: 4000,
		busiestMinute: 10,
		days: [
			{
				version: 2,
				day: dayAgo(1),
				calls: 10,
				faults: 0,
				errorShare: 0,
				p50Ms: 4000,
				p95Ms: 4000,
			},
			{
				version: 1,
				day: dayAgo(0),
				calls: 100,
				faults: 10,
				errorShare: 0.1,
				p50Ms: 10,
				p95Ms: 250,
			},
		],
		budget: {
			target: 0.99,
			days: 28,
			calls: 110,
			faults: 10,
			allowedFaults: 1,
			faultsLeft: -9,
			requestsPerMinute: 1200,
			requestsLeft: 1190,
		},
	});
});

it("is the partner's own, by proof, by token and on its subgraph; the public and others see none", async () => {
	const mill = await hub.partner("mill");
	const asked = { partnerId: college.id, ...period };
	const proof = await college.proof("partnerStanding", "", period);
	expect((await hub.data(STANDING, { ...asked, proof })).partnerStanding).toHaveLength(1);
	expect((await standing(OFFICE)).calls).toBe(110);
	const own: Actor = { role: "PARTNER", subject: "s", organization: college.id };
	const other: Actor = { role: "PARTNER", subject: "s", organization: mill.id };
	const field = `{ subgraph(name: "${NAME}") { standing { calls p95Ms } } }`;
	expect((await hub.data(field, {}, own)).subgraph.standing).toEqual({ calls: 110, p95Ms: 4000 });
	for (const viewer of [other, undefined]) {
		expect((await hub.data(field, {}, viewer)).subgraph.standing).toBeNull();
		const [[, code] = []] = await hub.refusals(STANDING, asked, viewer);
		expect(code).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
	}
	const backwards = { ...asked, from: period.to, to: period.from };
	expect(await hub.refusals(STANDING, backwards, ADMIN)).toEqual([
		[expect.stringMatching(/is after/), "BAD_USER_INPUT"],
	]);
});

it("forgets days that are long past, and counts nothing of a subgraph that is none", async () => {
	const past = count({ day: dayAgo(200), version: 9 });
	await hub.registry.recordCalls([past, count({ subgraph: "unknown" })]);
	await hub.registry.recordCalls([count({ calls: 0, faults: 0, buckets: {} })]);
	const variables = { partnerId: college.id, from: dayAgo(300), to: dayAgo(0) };
	const { partnerStanding } = await hub.data(STANDING, variables, ADMIN);
	expect(partnerStanding.map(({ subgraph }: { subgraph: string }) => subgraph)).toEqual([NAME]);
	expect(partnerStanding[0].days.map(({ day }: { day: string }) => day)).not.toContain(dayAgo(200));
});

it("tells field by field what consumers ask of the partner's own fields", async () => {
	const seen = (hash: string, consumer: string, times: number, errors = 0) => ({
		hash,
		document: `query Q { smes { id ${hash} } }`,
		name: "Q",
		consumer,
		fields: ["Query.smes", "Sme.id", "Sme.collegeRank", "Sme.name"],
		partners: [college.id],
		count: times,
		errors,
		day: dayAgo(0),
	});
	await hub.registry.recordOperations([
		seen("a", "dashboard", 3, 1),
		seen("b", "dashboard", 4),
		seen("a", "mill", 2),
	]);
	const USAGE = `query($partnerId: ID!, $from: String!, $to: String!) {
  partnerUsage(partnerId: $partnerId, from: $from, to: $to) { ownFields { field consumer day requests errors } }
}`;
	const { partnerUsage } = await hub.data(USAGE, { partnerId: college.id, ...period }, ADMIN);
	const day = dayAgo(0);
	expect(partnerUsage.ownFields).toEqual([
		{ field: "Sme.collegeRank", consumer: "dashboard", day, requests: 7, errors: 1 },
		{ field: "Sme.collegeRank", consumer: "mill", day, requests: 2, errors: 0 },
	]);
});
