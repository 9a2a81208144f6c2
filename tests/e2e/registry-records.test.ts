import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Disclosure, OperationSeen } from "../../shared/registry.ts";
import type { Actor } from "../../shared/viewer/viewer.ts";
import {
	ADMIN,
	openRegistryFixture,
	type PartnerFixture,
	type RegistryFixture,
} from "../support/registry-fixture.ts";
import { ELSEWHERE, MANAGER, OFFICE } from "../support/viewers.ts";

let hub: RegistryFixture;
let college: PartnerFixture;
beforeAll(async () => {
	hub = await openRegistryFixture();
	college = await hub.partner("college");
	await hub.partner("mill");
});
afterAll(() => hub.close());

const today = new Date().toISOString().slice(0, 10);
const longAgo = "2020-01-01";
const operation = (hash: string, more: Partial<OperationSeen> = {}): OperationSeen => ({
	hash,
	document: `query Ranks { smes { ${hash} } }`,
	name: "Ranks",
	consumer: "dashboard",
	fields: ["Query.smes", `Sme.${hash}`],
	partners: ["college"],
	count: 1,
	errors: 0,
	day: today,
	...more,
});
const PARTNER: Actor = { role: "PARTNER", subject: "someone", organization: "college" };
const USAGE = `query($partnerId: ID!, $from: String!, $to: String!, $proof: String) {
  partnerUsage(partnerId: $partnerId, from: $from, to: $to, proof: $proof) { requests errors consumers { consumer requests } fields { field requests } disclosures { type requests representations } }
}`;
const days = { from: today, to: today };

describe("operations", () => {
	it("are counted by consumer and day, by several gateways at once, and none is lost", async () => {
		const other = await hub.again();
		const batch = ["a", "b", "c"].map((hash) => operation(hash, { count: 2, errors: 1 }));
		await Promise.all(
			Array.from({ length: 10 }, (_, index) =>
				(index % 2 ? other : hub).registry.recordOperations(
					index % 3 ? batch : [...batch].reverse(),
				),
			),
		);
		await other.close();
		await hub.registry.recordOperations([
			operation("a", { consumer: "phone", count: 5 }),
			operation("m", { partners: ["mill"] }),
		]);
		const { partnerUsage } = await hub.data(USAGE, { partnerId: "college", ...days }, ADMIN);
		expect(partnerUsage).toMatchObject({
			requests: 65,
			errors: 30,
			consumers: [
				{ consumer: "dashboard", requests: 60 },
				{ consumer: "phone", requests: 5 },
			],
			fields: [
				{ field: "Query.smes", requests: 65 },
				{ field: "Sme.a", requests: 25 },
				{ field: "Sme.b", requests: 20 },
				{ field: "Sme.c", requests: 20 },
			],
		});
	});

	it("that nobody asked for long are forgotten, too long ones are not kept", async () => {
		await hub.registry.recordOperations([
			operation("old", { day: longAgo }),
			operation("long", { document: "x".repeat(20_001) }),
		]);
		await hub.registry.recordOperations([operation("new")]);
		await hub.registry.purge({ operationsDays: 90 });
		const { recordedOperations } = await hub.data(
			"{ recordedOperations(first: 100) { document count consumers } }",
			{},
			ADMIN,
		);
		const text = JSON.stringify(recordedOperations);
		expect(text).toContain("{ new }");
		expect(text).not.toMatch(/\{ old \}|xxx/);
		const { partnerUsage } = await hub.data(
			USAGE,
			{ partnerId: "college", from: longAgo, to: longAgo },
			ADMIN,
		);
		expect(partnerUsage.requests).toBe(0);
	});

	it("are told to HUB_ADMIN; a usage statement to the partner too, by token or by key", async () => {
		expect(await hub.refusals("{ recordedOperations { count } }", {}, OFFICE)).toEqual([
			["PROGRAM_OFFICE may not read operations", "FORBIDDEN"],
		]);
		const mine = { partnerId: "college", ...days };
		expect(await hub.refusals(USAGE, mine, PARTNER)).toEqual([]);
		expect(
			await hub.refusals(USAGE, { ...mine, proof: await college.proof("partnerUsage", "", days) }),
		).toEqual([]);
		for (const [viewer, partnerId] of [
			[PARTNER, "mill"],
			[MANAGER, "college"],
		] as const)
			expect(await hub.refusals(USAGE, { partnerId, ...days }, viewer)).toEqual([
				[expect.stringContaining("without a proof"), "FORBIDDEN"],
			]);
		expect(await hub.refusals(USAGE, { ...mine, from: "today" }, PARTNER)).toEqual([
			['from: "today" is not a day such as 2026-11-24', "BAD_USER_INPUT"],
		]);
	});
});

describe("disclosures", () => {
	const disclosure = (minute: number, more: Partial<Disclosure> = {}): Disclosure => ({
		at: `${today}T00:${String(minute).padStart(2, "0")}:00.000Z`,
		requestId: `request-${minute}`,
		partnerId: "college",
		subgraph: "credentials",
		type: "Sme",
		fields: ["id"],
		representations: 2,
		ids: ["sme_a", "sme_b"],
		consumer: "dashboard",
		...more,
	});
	const LIST = `query($partnerId: ID, $type: String, $recordId: ID, $first: Int!, $after: String, $proof: String) {
	  disclosures(partnerId: $partnerId, type: $type, recordId: $recordId, first: $first, after: $after, proof: $proof) { totalCount nodes { requestId fields representations recordIds } pageInfo { hasNextPage endCursor } }
	}`;
	beforeAll(async () => {
		const made = Array.from({ length: 7 }, (_, minute) => disclosure(minute));
		await hub.registry.recordDisclosures(made);
		await hub.registry.recordDisclosures([
			disclosure(30, { ids: ["sme_c"], representations: 1, fields: ["id", "state"] }),
			disclosure(31, { partnerId: "mill", type: "Course", ids: [], representations: 9 }),
		]);
	});

	it("are read by the owner whole, a page at a time, and found by record", async () => {
		const seen: string[] = [];
		let after: string | null = null;
		for (let more = true; more; ) {
			const { disclosures: page } = await hub.data(LIST, { first: 3, after }, OFFICE);
			expect(page.totalCount).toBe(9);
			seen.push(...page.nodes.map(({ requestId }: { requestId: string }) => requestId));
			({ hasNextPage: more, endCursor: after } = page.pageInfo);
		}
		expect(seen).toEqual([31, 30, 6, 5, 4, 3, 2, 1, 0].map((minute) => `request-${minute}`));
		const { disclosures: of } = await hub.data(LIST, { first: 10, recordId: "sme_c" }, OFFICE);
		expect(of.nodes).toEqual([
			{
				requestId: "request-30",
				fields: ["id", "state"],
				representations: 1,
				recordIds: ["sme_c"],
			},
		]);
		expect(
			(await hub.data(LIST, { first: 10, type: "Course" }, OFFICE)).disclosures.totalCount,
		).toBe(1);
	});

	it("are read by a center's staff for a record that they see", async () => {
		const asked = { first: 10, type: "Sme", recordId: "sme_a" };
		expect((await hub.data(LIST, asked, MANAGER)).disclosures.totalCount).toBe(7);
		for (const [viewer, recordId] of [
			[ELSEWHERE, "sme_a"],
			[MANAGER, "sme_c"],
		] as const)
			expect(await hub.refusals(LIST, { ...asked, recordId }, viewer)).toEqual([
				[`There is no Sme with the id "${recordId}"`, "NOT_FOUND"],
			]);
	});

	it("are read without records by HUB_ADMIN, and each partner's by itself", async () => {
		const { disclosures: all } = await hub.data(LIST, { first: 1 }, ADMIN);
		expect([all.totalCount, all.nodes[0].recordIds]).toEqual([9, null]);
		const mine = { first: 10, partnerId: "college" };
		expect((await hub.data(LIST, mine, PARTNER)).disclosures.totalCount).toBe(8);
		expect(
			(await hub.data(LIST, { ...mine, proof: await college.proof("disclosures", "", {}) }))
				.disclosures.totalCount,
		).toBe(8);
		for (const [viewer, partnerId] of [
			[PARTNER, "mill"],
			[PARTNER, undefined],
			[MANAGER, undefined],
		] as const)
			expect(
				(await hub.refusals(LIST, { first: 10, partnerId }, viewer)).map(([, code]) => code),
			).toEqual(["FORBIDDEN"]);
		expect((await hub.refusals(LIST, { first: 10 })).map(([, code]) => code)).toEqual([
			"UNAUTHENTICATED",
		]);
	});

	it("are part of the usage statement", async () => {
		const { partnerUsage } = await hub.data(USAGE, { partnerId: "college", ...days }, ADMIN);
		expect(partnerUsage.disclosures).toEqual([{ type: "Sme", requests: 8, representations: 15 }]);
	});

	it("are found by the grant that allowed them, while it held", async () => {
		const GRANT =
			'mutation($field: String) { grantPartner(input: { partnerId: "college", kind: REQUIRES_FIELD, type: "Sme", field: $field, purpose: "Ranks by state", consumer: "advisers" }) { id grantedAt } }';
		const { grantPartner: grant } = await hub.data(GRANT, { field: "name" }, ADMIN);
		const at = (ms: number) => new Date(Date.parse(grant.grantedAt) + ms).toISOString();
		const sent = (ms: number, requestId: string, more: Partial<Disclosure> = {}) =>
			disclosure(0, { at: at(ms), requestId, type: "Sme", fields: ["id", "name"], ...more });
		await hub.registry.recordDisclosures([
			sent(-10, "before"),
			sent(10, "under", { ids: ["sme_g"] }),
			sent(20, "keys alone", { fields: ["id"] }),
			sent(30, "longer", { fields: ["id", "name_of_owner"] }),
			sent(40, "of another partner", { partnerId: "mill" }),
			sent(50, "of another type", { type: "Course" }),
			sent(3_600_000, "after"),
		]);
		const UNDER =
			"query($id: ID, $proof: String) { disclosures(grantId: $id, proof: $proof) { totalCount nodes { requestId } } }";
		const found = async (viewer: Actor, variables: object = { id: grant.id }) =>
			(await hub.data(UNDER, { ...variables }, viewer)).disclosures.nodes.map(
				({ requestId }: { requestId: string }) => requestId,
			);
		expect(await found(OFFICE)).toEqual(["after", "under"]);
		// What was sent "under" it was sent before it is revoked.
		await expect.poll(() => Date.now()).toBeGreaterThan(Date.parse(at(50)));
		await hub.data(
			'mutation($id: ID!) { revokeGrant(id: $id, reason: "no longer needed") { id } }',
			{ id: grant.id },
			ADMIN,
		);
		expect(await found(OFFICE)).toEqual(["under"]);
		expect(await found(PARTNER)).toEqual(["under"]);
		const refused = (viewer: Actor, id: string) => hub.refusals(UNDER, { id }, viewer);
		expect((await refused(MANAGER, grant.id)).map(([, code]) => code)).toEqual(["FORBIDDEN"]);
		expect((await refused(OFFICE, "grant_none")).map(([, code]) => code)).toEqual(["NOT_FOUND"]);
		const { disclosures } = await hub.data(UNDER, { id: grant.id }, OFFICE);
		expect(disclosures.totalCount).toBe(1);
	});
});
