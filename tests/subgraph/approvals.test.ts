import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Actor, PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { importerOf } from "../support/importing.ts";
import { ELSEWHERE, MANAGER, OFFICE, STAFF } from "../support/viewers.ts";

const COLLEAGUE: Actor = { role: "FIELD_STAFF", subject: "staff-2", center: "ga-mep" };
const PARTNER: Viewer = { role: "PARTNER", subject: "partner-1", organization: "ga-mep" };
const WAITING = "{ statuses: [SUBMITTED] }";

let hub: EngagementsFixture;
/** Name in this file → id. */
const ids: Record<string, string> = {};
const nameOf = (id: string) => Object.keys(ids).find((name) => ids[name] === id) ?? id;

async function submitted(name: string, more: string, viewer: Viewer = STAFF) {
	const { made } = await hub.data(
		`mutation { made: logEngagement(input: { clientMutationId: "${name}", ${more} }) { id } }`,
		{},
		viewer,
	);
	ids[name] = made.id;
	await hub.data(`mutation { submitEngagement(id: "${made.id}", revision: 1) { id } }`, {}, viewer);
}

beforeAll(async () => {
	hub = await openEngagementsFixture();
	const visit = (day: string, kind = "EVENT", sme = "sme_a") =>
		`smeId: "${sme}", kind: ${kind}, startedOn: "${day}"`;
	await submitted("one", visit("2021-02-03"));
	await submitted("twin", visit("2021-02-03"), COLLEAGUE);
	await submitted("month", visit("2021-02"));
	await submitted("next day", visit("2021-02-04"));
	await submitted("other kind", visit("2021-02-03", "REFERRAL"));
	await submitted("other sme", visit("2021-02-03", "EVENT", "sme_b"));
	await submitted("elsewhere", visit("2021-02-03"), ELSEWHERE);
	await importerOf(hub).rows(STAFF, "id,sme_id,service_kind,date", [
		"imported,sme_c,EVENT,2021-03-01",
	]);
});
afterAll(() => hub.close());

describe("a record that waits", () => {
	it("says who logged it and since when it waits, to those who may know", async () => {
		const query = `query($id: ID!) { engagement(id: $id) { loggedBy submittedAt history { at } } }`;
		for (const viewer of [STAFF, MANAGER, OFFICE]) {
			const { engagement } = await hub.data(query, { id: ids.twin }, viewer);
			expect(engagement.loggedBy).toBe("staff-2");
			expect(engagement.submittedAt).toBe(engagement.history[1].at);
		}
		const open = '{ engagement(id: "eng-1") { loggedBy submittedAt } }';
		for (const viewer of [PUBLIC, PARTNER, ELSEWHERE])
			expect((await hub.data(open, {}, viewer)).engagement).toEqual({
				loggedBy: null,
				submittedAt: null,
			});
	});

	it("waits since it was imported, where it came by a file of field staff", async () => {
		const { engagements } = await hub.data(
			'{ engagements(where: { smeIds: ["sme_c"], statuses: [SUBMITTED] }) { nodes { loggedBy submittedAt history { at } } } }',
			{},
			MANAGER,
		);
		const [record] = engagements.nodes;
		expect(record).toMatchObject({ loggedBy: "staff-1", submittedAt: record.history[0].at });
	});

	it("names what may be the same service, as far as the viewer sees it", async () => {
		const query = `query($id: ID!) { engagement(id: $id) { likelyDuplicates { id } } }`;
		const twinsOf = async (name: string, viewer: Viewer) =>
			(await hub.data(query, { id: ids[name] }, viewer)).engagement.likelyDuplicates.map(
				({ id }: { id: string }) => nameOf(id),
			);
		expect(await twinsOf("one", MANAGER)).toEqual(["month", "twin"]);
		expect((await twinsOf("one", OFFICE)).sort()).toEqual(["elsewhere", "month", "twin"]);
		expect((await twinsOf("month", MANAGER)).sort()).toEqual(["next day", "one", "twin"]);
		for (const name of ["other kind", "other sme"])
			expect([name, await twinsOf(name, MANAGER)]).toEqual([name, []]);
		expect(await twinsOf("elsewhere", ELSEWHERE)).toEqual([]);
		const { _entities } = await hub.data(
			"query($all: [_Any!]!) { _entities(representations: $all) { ... on Engagement { loggedBy likelyDuplicates { id } } } }",
			{ all: [{ __typename: "Engagement", id: ids.one }] },
			PUBLIC,
		);
		expect(_entities).toEqual([null]);
		const { made } = await hub.data(
			`mutation { made: voidEngagement(id: "${ids.month}", revision: 2, reason: "twice") { id } }`,
			{},
			MANAGER,
		);
		expect(made.id).toBe(ids.month);
		expect(await twinsOf("one", MANAGER)).toEqual(["twin"]);
	});

	it("is read with all that in six statements, however many there are", async () => {
		const { engagements } = await hub.data(
			`{ engagements(where: ${WAITING}) { nodes { id sme { name } loggedBy submittedAt likelyDuplicates { id status } } } }`,
			{},
			MANAGER,
		);
		expect(engagements.nodes).toHaveLength(6);
		// Those that match, the page, manufacturers, origins, pairs, and the engagements of these.
		expect(hub.statements).toHaveLength(6);
	});
});

describe("those that wait are narrowed", () => {
	const listed = async (where: string, viewer: Viewer = MANAGER) =>
		(
			await hub.data(`{ engagements(where: ${where}) { nodes { id } } }`, {}, viewer)
		).engagements.nodes
			.map(({ id }: { id: string }) => nameOf(id))
			.sort();

	it("to those that wait longer, or are late", async () => {
		const { engagement } = await hub.data(
			`{ engagement(id: "${ids["next day"]}") { submittedAt } }`,
			{},
			MANAGER,
		);
		const before = `{ statuses: [SUBMITTED], submittedBefore: "${engagement.submittedAt}" }`;
		expect(await listed(before)).toEqual(["one", "twin"]);
		expect(await listed(before, ELSEWHERE)).toEqual([]);
		expect(await listed("{ statuses: [SUBMITTED], late: true }")).toEqual([]);
		expect(await listed("{ statuses: [SUBMITTED], late: false }")).toHaveLength(6);
		expect(
			await hub.refusals(
				'{ engagements(where: { submittedBefore: "soon" }) { totalCount } }',
				{},
				MANAGER,
			),
		).toEqual([
			[expect.stringMatching(/^where.submittedBefore: "soon" is not a date/), "BAD_USER_INPUT"],
		]);
		const asked = '{ engagements(where: { submittedBefore: "2030" }) { totalCount } }';
		expect((await hub.refusals(asked))[0]?.[1]).toBe("UNAUTHENTICATED");
		expect((await hub.refusals(asked, {}, PARTNER))[0]?.[1]).toBe("FORBIDDEN");
	});

	it("to what they share, which is counted", async () => {
		const counts = async (by: string, viewer: Viewer = MANAGER, more = "") =>
			(
				await hub.data(
					`{ engagementCounts(by: ${by}, where: ${WAITING} ${more}) { value count sme { name } } }`,
					{},
					viewer,
				)
			).engagementCounts;
		expect(await counts("LOGGED_BY")).toEqual([
			{ value: "staff-1", count: 5, sme: null },
			{ value: "staff-2", count: 1, sme: null },
		]);
		expect(await counts("LOGGED_BY", ELSEWHERE)).toMatchObject([{ value: "boss-2", count: 1 }]);
		expect(await counts("KIND", MANAGER, "first: 1")).toMatchObject([{ value: "EVENT", count: 5 }]);
		expect(await counts("SME")).toMatchObject([
			{ value: "sme_a", count: 4, sme: { name: "sme_a" } },
			{ value: "sme_b", count: 1 },
			{ value: "sme_c", count: 1 },
		]);
		expect(hub.statements).toHaveLength(2);
		expect(await counts("KIND", PUBLIC)).toEqual([]);
	});

	it("and who logged them is counted for insiders, of their own records only", async () => {
		const asked = "{ engagementCounts(by: LOGGED_BY) { value } }";
		expect((await hub.refusals(asked))[0]?.[1]).toBe("UNAUTHENTICATED");
		expect((await hub.refusals(asked, {}, PARTNER))[0]?.[1]).toBe("FORBIDDEN");
		const { engagementCounts } = await hub.data(asked, {}, ELSEWHERE);
		expect(JSON.stringify(engagementCounts)).not.toContain("staff-1");
		expect(
			await hub.refusals("{ engagementCounts(by: KIND, first: 201) { value } }", {}, MANAGER),
		).toEqual([["first: 201 is not 1 to 200", "BAD_USER_INPUT"]]);
	});
});

describe("a manager decides on many", () => {
	const decide = async (name: string, records: string[], more = "", viewer: Viewer = MANAGER) =>
		(
			await hub.data(
				`mutation { done: ${name}(records: [${records.join(", ")}] ${more}) { engagementId engagement { status revision history { reason about } } refusal { code message current { revision status note sme { name } } } } }`,
				{},
				viewer,
			)
		).done;

	it("each returned for a reason of its own or that of all, about a field", async () => {
		const answers = await decide(
			"returnEngagements",
			[
				`{ id: "${ids.one}", revision: 2, reason: "more than a day has", about: "hours" }`,
				`{ id: "${ids.twin}", revision: 2 }`,
				`{ id: "${ids["next day"]}", revision: 2, about: "nothing" }`,
			],
			`reason: "which plant?", about: "smeId"`,
		);
		expect(answers[0].engagement.history.at(-1)).toEqual({
			reason: "more than a day has",
			about: "hours",
		});
		expect(answers[1].engagement.history.at(-1)).toEqual({
			reason: "which plant?",
			about: "smeId",
		});
		expect(answers[2].refusal).toMatchObject({
			code: "BAD_USER_INPUT",
			message: expect.stringMatching(/^about: "nothing" is not one of smeId, kind/),
		});
		const [missing] = await decide("returnEngagements", [
			`{ id: "${ids["next day"]}", revision: 2 }`,
		]);
		expect(missing.refusal).toMatchObject({ message: "reason: is missing; say why" });
		const [approved] = await decide("approveEngagements", [
			`{ id: "${ids["next day"]}", revision: 2, about: "hours" }`,
		]);
		expect(approved.refusal.message).toMatch(/^about: only returning names a field/);
	});

	it("a return is taken back by submitting again, an approval by nothing", async () => {
		const [again] = await decide("submitEngagements", [`{ id: "${ids.one}", revision: 3 }`]);
		expect(again.engagement).toMatchObject({ status: "SUBMITTED", revision: 4 });
		const [approved] = await decide("approveEngagements", [`{ id: "${ids.one}", revision: 4 }`]);
		expect(approved.engagement.status).toBe("APPROVED");
		for (const way of ["submitEngagements", "returnEngagements"]) {
			const [refused] = await decide(way, [
				`{ id: "${ids.one}", revision: 5, reason: "too early" }`,
			]);
			expect(refused.refusal.code).toBe("BAD_USER_INPUT");
		}
	});

	it("who decides on an older revision is shown the present one", async () => {
		await hub.data(
			`mutation { amendEngagement(input: { id: "${ids["other kind"]}", revision: 2, note: "changed" }) { id } }`,
			{},
			STAFF,
		);
		const record = `{ id: "${ids["other kind"]}", revision: 2 }`;
		const [refused] = await decide("approveEngagements", [record]);
		expect(refused.refusal).toMatchObject({
			code: "CONFLICT",
			current: { revision: 3, status: "SUBMITTED", note: "changed", sme: { name: "sme_a" } },
		});
		// Those who do not see it are told nothing of it.
		const [hidden] = await decide("approveEngagements", [record], "", {
			role: "CENTER_MANAGER",
			subject: "boss-9",
			center: "oh-mep",
		});
		expect(hidden.refusal).toMatchObject({ code: "NOT_FOUND", current: null });
	});
});
