import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "../../shared/viewer/viewer.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { STAFF } from "../support/viewers.ts";

let hub: EngagementsFixture;
beforeAll(async () => {
	hub = await openEngagementsFixture();
});
afterAll(() => hub.close());

const FIELDS = "id revision status kind startedOn note hours sme { id } loggedSmeId visibility";
const LOG = `mutation($input: LogEngagementInput!) { logEngagement(input: $input) { ${FIELDS} } }`;
const AMEND = `mutation($input: AmendEngagementInput!) { amendEngagement(input: $input) { ${FIELDS} } }`;
let keys = 0;
const input = (more: object = {}) => ({
	clientMutationId: `key-${keys++}`,
	smeId: "sme_a",
	kind: "ASSISTANCE",
	startedOn: "2020-05-04",
	practice: "LEAN",
	...more,
});
const log = async (more: object = {}, viewer: Viewer = STAFF) =>
	(await hub.data(LOG, { input: input(more) }, viewer)).logEngagement;
const refused = async (query: string, variables: object, viewer?: Viewer) =>
	(await hub.refusals(query, variables as Record<string, unknown>, viewer)).map(([, code]) => code);

describe("invalid input reports all errors at once, and nothing is lost", () => {
	it.each([
		[{ kind: "TRAINING", hours: 3, mrlFrom: 2, practice: undefined }, ["hours", "mrlFrom"]],
		[{ startedOn: "2018-02-30" }, ["startedOn"]],
		[{ startedOn: "2999" }, ["startedOn"]],
		[{ startedOn: "2020-05", endedOn: "2020-04" }, ["endedOn"]],
		[{ startedOn: null }, ["startedOn"]],
		[{ kind: "FACILITY_ACCESS", facilityId: "fac-1", practice: undefined }, ["facilityId"]],
		[
			{
				kind: "FACILITY_ACCESS",
				facilityId: "fac-1",
				instituteId: "nextflex",
				practice: undefined,
			},
			["facilityId"],
		],
		[{ kind: "FACILITY_ACCESS", hours: -1, practice: undefined }, ["hours"]],
		[
			{ kind: "TECH_TRANSFER", instituteId: "mxd", mrlFrom: 7, mrlTo: 4, practice: undefined },
			["mrlTo"],
		],
		[{ kind: "TECH_TRANSFER", mrlFrom: 0, mrlTo: 11, practice: undefined }, ["mrlFrom", "mrlTo"]],
		[{ note: new Array(1_000_001).join("x") }, ["note"]],
		[{ note: "bell\u0007", title: "\u202egnp.exe" }, ["title", "note"]],
		[{ practice: "lean" }, ["practice"]],
		[{ smeId: "sme_none", instituteId: "nowhere", title: " " }, ["title", "smeId", "instituteId"]],
		[{ smeId: "sme_secret_elsewhere" }, ["smeId"]],
		[{ clientMutationId: "" }, ["clientMutationId"]],
	] as Array<[object, string[]]>)("case %#", async (more, paths) => {
		const answer = await hub.subgraph.execute({
			query: LOG,
			variables: { input: input(more) },
			viewer: STAFF,
			requestId: "test",
		});
		const { code, fields } = (answer.errors?.[0]?.extensions ?? {}) as {
			code?: string;
			fields?: Array<{ path: string }>;
		};
		expect([code, fields?.map(({ path }) => path)]).toEqual([
			"BAD_USER_INPUT",
			paths.map((path) => `input.${path}`),
		]);
	});

	it("a rejected change leaves the draft unchanged", async () => {
		const draft = await log({ startedOn: "2021-02-03", note: "kept" });
		expect(
			await refused(
				AMEND,
				{ input: { id: draft.id, revision: 1, note: "\u0000", hours: 2 } },
				STAFF,
			),
		).toEqual(["BAD_USER_INPUT"]);
		expect(
			(await hub.data(`{ engagement(id: "${draft.id}") { ${FIELDS} } }`, {}, STAFF)).engagement,
		).toEqual(draft);
	});

	it("if another subgraph cannot be reached, the write is UNAVAILABLE and can be retried with the same key", async () => {
		const once = input({ startedOn: "2021-02-03" });
		hub.ownersDown(true);
		expect(await refused(LOG, { input: once }, STAFF)).toEqual(["UNAVAILABLE"]);
		hub.ownersDown(false);
		expect((await hub.data(LOG, { input: once }, STAFF)).logEngagement.status).toBe("DRAFT");
		// A retry of an acknowledged write succeeds even if the other subgraphs cannot be reached.
		hub.ownersDown(true);
		expect((await hub.data(LOG, { input: once }, STAFF)).logEngagement.revision).toBe(1);
		hub.ownersDown(false);
	});

	it("accepts a name in Chinese", async () => {
		const { registerSme } = await hub.data(
			'mutation { registerSme(input: { clientMutationId: "cn", name: "青岛海尔模具有限公司" }) { sme { name } duplicates { score } } }',
			{},
			STAFF,
		);
		expect(registerSme).toEqual({ sme: { name: "青岛海尔模具有限公司" }, duplicates: [] });
	});
});
