import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "../../shared/viewer/viewer.ts";
import { MembershipRow } from "../../subgraphs/engagements/database/rows.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { ELSEWHERE, MANAGER, OFFICE, STAFF } from "../support/viewers.ts";

let hub: EngagementsFixture;
beforeAll(async () => {
	hub = await openEngagementsFixture();
});
afterAll(() => hub.close());

const RECORD =
	"mutation($input: RecordMembershipInput!) { recordMembership(input: $input) { id revision tier { id } startsOn endsOn visibility source { document } sme { id } institute { id } } }";
const LOG =
	"mutation($input: LogEngagementInput!) { logEngagement(input: $input) { id feePaid entitlement } }";
const silver = {
	clientMutationId: "m-1",
	smeId: "sme_a",
	instituteId: "america-makes",
	tierId: "america-makes-silver",
	startsOn: "2018",
};
const access = (key: string, more: object = {}) => ({
	clientMutationId: key,
	smeId: "sme_a",
	kind: "FACILITY_ACCESS",
	instituteId: "america-makes",
	facilityId: "fac-am",
	startedOn: "2019-03-04",
	...more,
});

async function record(input: object, viewer: Viewer = MANAGER) {
	return (await hub.data(RECORD, { input }, viewer)).recordMembership;
}

async function seenBy(viewer?: Viewer) {
	const { _entities } = await hub.data(
		'{ _entities(representations: [{ __typename: "Institute", id: "america-makes" }]) { ... on Institute { memberships { totalCount nodes { id sme { id } } } } } }',
		{},
		viewer,
	);
	return _entities[0].memberships;
}

describe("recording a membership", () => {
	it("is for managers and the program office", async () => {
		for (const [viewer, code] of [
			[undefined, "UNAUTHENTICATED"],
			[STAFF, "FORBIDDEN"],
		] as const)
			expect(await hub.refusals(RECORD, { input: silver }, viewer)).toEqual([
				[expect.any(String), code],
			]);
	});

	it("reports all errors at once", async () => {
		const input = {
			...silver,
			clientMutationId: "m-bad",
			smeId: "sme_nobody",
			tierId: "gold",
			startsOn: "2019-02",
			endsOn: "2018",
			note: "\u0007",
		};
		const [[message, code] = []] = await hub.refusals(RECORD, { input }, MANAGER);
		expect(code).toBe("BAD_USER_INPUT");
		for (const part of [
			'input.smeId: there is no Sme with the id "sme_nobody"',
			'input.tierId: "gold" is no tier of america-makes; it has america-makes-gold, ',
			"input.endsOn: 2018 is before startsOn, 2019-02",
			"input.note: holds control characters",
		])
			expect(message).toContain(part);
		const without = { ...silver, clientMutationId: "m-none", tierId: undefined };
		expect(await hub.refusals(RECORD, { input: without }, MANAGER)).toEqual([
			[expect.stringContaining("input.tierId: is missing"), "BAD_USER_INPUT"],
		]);
	});

	it("happens once per key, and stores a revision", async () => {
		const first = await record(silver);
		expect(first).toMatchObject({
			revision: 1,
			tier: { id: "america-makes-silver" },
			startsOn: "2018",
			endsOn: null,
			visibility: "CONFIDENTIAL",
			source: { document: "recorded by boss-1" },
			sme: { id: "sme_a" },
			institute: { id: "america-makes" },
		});
		expect(await record(silver)).toEqual(first);
		expect(await hub.refusals(RECORD, { input: { ...silver, startsOn: "2017" } }, MANAGER)).toEqual(
			[[expect.stringContaining("clientMutationId"), "CONFLICT"]],
		);
		const { changes } = await hub.data(
			"{ changes(first: 200) { nodes { type recordId membership { id tier { id } } } } }",
			{},
			MANAGER,
		);
		expect(changes.nodes).toContainEqual({
			type: "MEMBERSHIP",
			recordId: first.id,
			membership: { id: first.id, tier: { id: "america-makes-silver" } },
		});
	});

	it("that overlaps another is rejected", async () => {
		const input = { ...silver, clientMutationId: "m-2", tierId: "america-makes-gold" };
		expect(await hub.refusals(RECORD, { input }, MANAGER)).toEqual([
			[expect.stringMatching(/^input\.startsOn: mem_\w+ is in force/), "BAD_USER_INPUT"],
		]);
	});

	it("is seen by the center and the program office only", async () => {
		expect((await seenBy(STAFF)).totalCount).toBe(1);
		expect((await seenBy(OFFICE)).nodes).toHaveLength(1);
		for (const viewer of [undefined, ELSEWHERE])
			expect(await seenBy(viewer)).toEqual({ totalCount: 0, nodes: [] });
	});
});

describe("facility access at an institute with tiers", () => {
	it("is rejected if the tier does not include it, unless a fee was paid", async () => {
		expect(await hub.refusals(LOG, { input: access("a-1") }, STAFF)).toEqual([
			[
				"input.feePaid: the silver membership at america-makes does not include the use of facilities; say that a fee was paid, or have a manager record the membership",
				"BAD_USER_INPUT",
			],
		]);
		const { logEngagement } = await hub.data(
			LOG,
			{ input: access("a-1", { feePaid: true }) },
			STAFF,
		);
		expect(logEngagement).toMatchObject({ feePaid: true, entitlement: "NONE" });
	});

	it("reveals nothing about a membership that another center recorded", async () => {
		const input = access("a-2", { smeId: "sme_b" });
		await record({ ...silver, clientMutationId: "m-3", smeId: "sme_b" }, ELSEWHERE);
		expect(await hub.refusals(LOG, { input }, STAFF)).toEqual([
			[
				expect.stringContaining("no membership at america-makes is known for that day"),
				"BAD_USER_INPUT",
			],
		]);
	});

	it("is allowed after the tier has changed", async () => {
		const { nodes } = await seenBy(MANAGER);
		const END =
			'mutation($id: ID!, $revision: Int!, $endsOn: String!) { endMembership(id: $id, revision: $revision, endsOn: $endsOn, reason: "moved up") { revision endsOn } }';
		const end = { id: nodes[0].id, revision: 1, endsOn: "2018" };
		expect(await hub.refusals(END, end, ELSEWHERE)).toEqual([
			[`There is no Membership with the id "${nodes[0].id}"`, "NOT_FOUND"],
		]);
		expect(await hub.refusals(END, { ...end, revision: 7 }, MANAGER)).toEqual([
			[expect.stringContaining("is not the current revision"), "CONFLICT"],
		]);
		expect((await hub.data(END, end, MANAGER)).endMembership).toEqual({
			revision: 2,
			endsOn: "2018",
		});
		await record({
			...silver,
			clientMutationId: "m-4",
			tierId: "america-makes-gold",
			startsOn: "2019",
		});
		const { logEngagement } = await hub.data(LOG, { input: access("a-3") }, STAFF);
		expect(logEngagement).toMatchObject({ feePaid: null, entitlement: "INCLUDED" });
	});

	it("is checked in imports of a center as well", async () => {
		const IMPORT =
			"mutation($input: ImportEngagementsInput!) { importEngagements(input: $input) { created failed failures { line column message } } }";
		const columns = [
			"id",
			"sme_id",
			"service_kind",
			"institute_id",
			"mep_center_id",
			"date",
			"fee_paid",
		];
		const row = (id: string, smeId: string, fee: string) => [
			id,
			smeId,
			"FACILITY_ACCESS",
			"america-makes",
			"ga-mep",
			"2019-05-06",
			fee,
		];
		const rows = [row("i-1", "sme_a", ""), row("i-2", "sme_c", ""), row("i-3", "sme_c", "true")];
		const { importEngagements } = await hub.data(
			IMPORT,
			{ input: { columns, rows: rows.map((cells, index) => ({ line: index + 2, cells })) } },
			STAFF,
		);
		expect(importEngagements).toEqual({
			created: 2,
			failed: 1,
			failures: [
				{ line: 3, column: "fee_paid", message: expect.stringContaining("no membership") },
			],
		});
	});
});

it("follows its manufacturer through a merge and back", async () => {
	const MERGE =
		'mutation($keep: ID!, $merge: ID!) { mergeSmes(keep: $keep, merge: $merge, revision: 1, reason: "same") { id memberships { totalCount } } }';
	const { mergeSmes } = await hub.data(MERGE, { keep: "sme_c", merge: "sme_b" }, OFFICE);
	expect(mergeSmes).toEqual({ id: "sme_c", memberships: { totalCount: 1 } });
	await hub.data(
		'mutation { unmergeSme(id: "sme_b", revision: 2, reason: "not") { id } }',
		{},
		OFFICE,
	);
	const { sme } = await hub.data(
		'{ sme(id: "sme_b") { memberships { nodes { sme { id } } } } }',
		{},
		OFFICE,
	);
	expect(sme.memberships.nodes).toEqual([{ sme: { id: "sme_b" } }]);
});

it("memberships of many manufacturers take one statement", async () => {
	await hub.data("{ smes { nodes { id memberships { totalCount nodes { id } } } } }", {}, OFFICE);
	expect(hub.statements.filter((one) => one.includes("memberships"))).toHaveLength(2);
	const all = await hub.database.write((manager) => manager.count(MembershipRow));
	expect(all).toBe(3);
});

describe("the list of memberships", () => {
	const list = async (where: string, viewer: Viewer = OFFICE) =>
		(
			await hub.data(
				`{ memberships(where: ${where}) { totalCount nodes { id startsOn sme { id name } institute { id } } } }`,
				{},
				viewer,
			)
		).memberships;

	it("can be narrowed, and shows what the viewer sees", async () => {
		const made = await record({
			...silver,
			clientMutationId: "list-1",
			smeId: "sme_b",
			startsOn: "2021-05",
			endsOn: "2022",
		});
		const all = await list("{}");
		expect(all.nodes[0].id).toBe(made.id);
		expect(hub.statements.length).toBeLessThanOrEqual(3);
		const ids = async (where: string, viewer?: Viewer) =>
			(await list(where, viewer)).nodes.map(({ id }: { id: string }) => id);
		expect(await ids('{ smeIds: ["sme_b"] }')).toContain(made.id);
		expect(await ids('{ smeIds: ["sme_c"] }')).not.toContain(made.id);
		expect(await ids('{ instituteIds: ["america-makes"] }')).toContain(made.id);
		expect(await ids('{ instituteIds: ["mxd"] }')).not.toContain(made.id);
		expect(await ids("{ visibilities: [CONFIDENTIAL] }")).toContain(made.id);
		expect(await ids("{ visibilities: [PUBLIC] }")).not.toContain(made.id);
		for (const [day, isIn] of [
			["2021-04-30", false],
			["2021-05-01", true],
			["2022-12-31", true],
			["2023-01-01", false],
		] as const)
			expect([day, (await ids(`{ inForceOn: "${day}" }`)).includes(made.id)]).toEqual([day, isIn]);
		for (const viewer of [ELSEWHERE, { role: "PUBLIC" } as Viewer])
			expect(await ids("{}", viewer)).not.toContain(made.id);
		expect(await ids("{}", STAFF)).toContain(made.id);
	});

	it("says which condition is wrong", async () => {
		for (const [where, argument] of [
			['{ inForceOn: "2021-05" }', "where.inForceOn"],
			['{ inForceOn: "soon" }', "where.inForceOn"],
			['{ inForceOn: "" }', "where.inForceOn"],
			['{ smeIds: ["sme_none"] }', "where.smeIds"],
			['{ instituteIds: ["none"] }', "where.instituteIds"],
		])
			expect(
				await hub.refusals(`{ memberships(where: ${where}) { totalCount } }`, {}, OFFICE),
			).toEqual([[expect.stringContaining(`${argument}: `), "BAD_USER_INPUT"]]);
	});
});
