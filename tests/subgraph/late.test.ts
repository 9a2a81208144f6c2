import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor, Viewer } from "../../shared/viewer/viewer.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { importerOf } from "../support/importing.ts";
import { MANAGER, STAFF } from "../support/viewers.ts";

let hub: EngagementsFixture;
beforeAll(async () => {
	hub = await openEngagementsFixture();
});
afterAll(() => hub.close());

const COLLEAGUE: Actor = { role: "FIELD_STAFF", subject: "staff-2", center: "ga-mep" };
const FIELDS = "id revision status late startedOn";
let keys = 0;
const change = async (mutation: string, viewer: Viewer) =>
	(await hub.data(`mutation { done: ${mutation} }`, {}, viewer)).done;
const refused = async (mutation: string, viewer: Viewer) =>
	(await hub.refusals(`mutation { done: ${mutation} }`, {}, viewer))[0];
const logging = (day: string, more = "") =>
	`logEngagement(input: { clientMutationId: "l-${keys++}", smeId: "sme_a", kind: EVENT, startedOn: "${day}" ${more} }) { ${FIELDS} }`;
type Seen = { id: string; revision: number };
const step = (name: string, { id, revision }: Seen, more = "") =>
	`${name}(id: "${id}", revision: ${revision} ${more}) { ${FIELDS} }`;
const reporting = (year: number, quarter: number, more = "") =>
	`reportQuarter(centerId: "ga-mep", fiscalYear: ${year}, quarter: ${quarter} ${more}) { engagementCount }`;

describe("an engagement of a reported quarter", () => {
	it("is logged as late with a reason, and approved by the manager as an amendment", async () => {
		await change(reporting(2021, 1), MANAGER);
		expect(await refused(logging("2020-11-05"), STAFF)).toEqual([
			expect.stringMatching(
				/^input\.startedOn: quarter 1 of 2021 was reported on .* set "late" and give a reason/,
			),
			"BAD_USER_INPUT",
		]);
		expect((await refused(logging("2020-11-05", "late: true"), STAFF))?.[0]).toMatch(
			/^input\.reason: is missing/,
		);
		expect((await refused(logging("2021-02-05", 'late: true, reason: "x"'), STAFF))?.[0]).toMatch(
			/^input\.late: the quarter has not been reported yet/,
		);
		const draft = await change(logging("2020-11-05", 'late: true, reason: "note found"'), STAFF);
		expect(draft).toMatchObject({ status: "DRAFT", late: true });
		const submitted = await change(step("submitEngagement", draft), STAFF);
		expect((await refused(step("approveEngagement", submitted), MANAGER))?.[0]).toMatch(
			/^reason: is missing; it is late work/,
		);
		expect(
			await change(step("approveEngagement", submitted, 'reason: "seen the note"'), MANAGER),
		).toMatchObject({ status: "AMENDED", late: true });
	});

	it("the report is rejected with a list of the drafts, or leaves them out as late", async () => {
		const draft = await change(logging("2021-02-10"), STAFF);
		const submitted = await change(
			step("submitEngagement", await change(logging("2021-02-11"), STAFF)),
			STAFF,
		);
		const answer = await hub.subgraph.execute({
			query: `mutation { ${reporting(2021, 2)} }`,
			viewer: MANAGER,
			requestId: "test",
		});
		expect(answer.errors?.[0]?.extensions.open).toEqual(
			[
				{ id: draft.id, status: "DRAFT" },
				{ id: submitted.id, status: "SUBMITTED" },
			].sort((one, other) => (one.id < other.id ? -1 : 1)),
		);
		for (const { id } of [draft, submitted]) expect(answer.errors?.[0]?.message).toContain(id);
		expect((await refused(reporting(2021, 2, "leaveDrafts: true"), MANAGER))?.[0]).toMatch(
			/1 engagements are open/,
		);
		await change(step("approveEngagement", submitted), MANAGER);
		expect(await change(reporting(2021, 2, "leaveDrafts: true"), MANAGER)).toEqual({
			engagementCount: 1,
		});
		expect((await refused(step("submitEngagement", draft), STAFF))?.[0]).toMatch(
			/amend the engagement with late: true and a reason first/,
		);
		const late = await change(
			`amendEngagement(input: { id: "${draft.id}", revision: 1, late: true, reason: "overlooked" }) { ${FIELDS} }`,
			STAFF,
		);
		const again = await change(step("submitEngagement", late), STAFF);
		expect(
			await change(step("approveEngagement", again, 'reason: "overlooked"'), MANAGER),
		).toMatchObject({ status: "AMENDED" });
	});

	it("is imported with a reason in its own column", async () => {
		const header = "id,sme_id,service_kind,date,late_reason";
		const answer = await importerOf(hub).rows(MANAGER, header, [
			"late-1,sme_a,EVENT,2020-12-01,",
			"late-2,sme_a,EVENT,2020-12-02,found in the drawer",
		]);
		expect(answer).toMatchObject({ created: 1, failed: 1 });
		expect(answer.failures[0]).toMatchObject({ line: 2, column: "date" });
		const { engagements } = await hub.data(
			`{ engagements(where: { from: "2020-12-02", to: "2020-12-02" }) { nodes { ${FIELDS} } } }`,
			{},
			MANAGER,
		);
		expect(engagements.nodes).toMatchObject([{ status: "AMENDED", late: true }]);
	});
});

describe("taking back", () => {
	it("a submission can be withdrawn until the manager decides, and not after", async () => {
		const submitted = await change(
			step("submitEngagement", await change(logging("2022-02-03"), STAFF)),
			STAFF,
		);
		const draft = await change(step("withdrawSubmission", submitted), STAFF);
		expect(draft.status).toBe("DRAFT");
		const approved = await change(
			step("approveEngagement", await change(step("submitEngagement", draft), STAFF)),
			MANAGER,
		);
		expect((await refused(step("withdrawSubmission", approved), STAFF))?.[0]).toMatch(
			/you can withdraw it only while it is SUBMITTED/,
		);
	});

	it("one's own draft can be discarded, a colleague's cannot", async () => {
		const draft = await change(logging("2022-02-03"), STAFF);
		expect((await refused(step("discardDraft", draft), COLLEAGUE))?.[1]).toBe("FORBIDDEN");
		expect(
			await change(step("discardDraft", draft, ', reason: "typed twice"'), STAFF),
		).toMatchObject({
			status: "VOIDED",
		});
		const { engagement } = await hub.data(
			`{ engagement(id: "${draft.id}") { history { action reason } } }`,
			{},
			STAFF,
		);
		expect(engagement.history.at(-1)).toEqual({ action: "discarded", reason: "typed twice" });
	});
});

describe("bulk mutations", () => {
	it("return a result for each record, and a rejected one does not affect the others", async () => {
		const drafts: Seen[] = [];
		for (let index = 0; index < 3; index++) drafts.push(await change(logging("2022-05-03"), STAFF));
		const [first, second, third] = drafts as [Seen, Seen, Seen];
		const records = (all: Seen[]) =>
			`records: [${all.map(({ id, revision }) => `{ id: "${id}", revision: ${revision} }`).join(", ")}]`;
		const ANSWER = "{ id: engagementId engagement { status revision } refusal { code message } }";
		const many = (name: string, all: Seen[], more = "") =>
			`${name}(${records(all)} ${more}) ${ANSWER}`;
		const stale = { ...second, revision: 7 };
		const mutation = many("submitEngagements", [first, stale, third], 'clientMutationId: "many"');
		const answers = await change(mutation, STAFF);
		expect(answers).toMatchObject([
			{ id: first.id, engagement: { status: "SUBMITTED", revision: 2 }, refusal: null },
			{ id: second.id, engagement: null, refusal: { code: "CONFLICT" } },
			{ id: third.id, engagement: { status: "SUBMITTED", revision: 2 }, refusal: null },
		]);
		// A retry returns the first result of each.
		expect(await change(mutation, STAFF)).toMatchObject(answers.map((one: object) => one));
		const seen = [first, third].map(({ id }) => ({ id, revision: 2 }));
		expect(await change(many("approveEngagements", seen), STAFF)).toMatchObject([
			{ refusal: { code: "FORBIDDEN" } },
			{ refusal: { code: "FORBIDDEN" } },
		]);
		expect(
			await change(many("returnEngagements", seen.slice(0, 1), 'reason: "hours?"'), MANAGER),
		).toMatchObject([{ engagement: { status: "RETURNED" } }]);
		expect(await change(many("approveEngagements", seen.slice(1)), MANAGER)).toMatchObject([
			{ engagement: { status: "APPROVED" } },
		]);
		expect(
			await change(
				many("voidEngagements", [{ id: third.id, revision: 3 }], 'reason: "twice"'),
				MANAGER,
			),
		).toMatchObject([{ engagement: { status: "VOIDED" } }]);
		expect((await refused(many("submitEngagements", []), STAFF))?.[0]).toMatch(/1 to 200/);
	});
});
