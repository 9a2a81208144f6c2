import fc from "fast-check";
import sql from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "../../shared/viewer/viewer.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { ELSEWHERE, MANAGER, OFFICE, STAFF } from "../support/viewers.ts";

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
const step = async (
	name: string,
	of: { id: string; revision: number },
	viewer: Viewer,
	more = "",
) =>
	(
		await hub.data(
			`mutation { ${name}Engagement(id: "${of.id}", revision: ${of.revision} ${more}) { ${FIELDS} } }`,
			{},
			viewer,
		)
	)[`${name}Engagement`];
const refused = async (query: string, variables: object, viewer?: Viewer) =>
	(await hub.refusals(query, variables as Record<string, unknown>, viewer)).map(([, code]) => code);

describe("from draft to report", () => {
	it("is logged, submitted, returned, amended, approved, reported and amended again, with complete history", async () => {
		const draft = await log();
		expect(draft).toMatchObject({ status: "DRAFT", revision: 1, visibility: "CONFIDENTIAL" });
		const submitted = await step("submit", draft, STAFF);
		const returned = await step("return", submitted, MANAGER, 'reason: "hours?"');
		const amended = (
			await hub.data(
				AMEND,
				{ input: { id: draft.id, revision: returned.revision, note: "two visits" } },
				STAFF,
			)
		).amendEngagement;
		expect(amended).toMatchObject({ status: "RETURNED", note: "two visits", revision: 4 });
		const approved = await step("approve", await step("submit", amended, STAFF), MANAGER);
		expect(approved.status).toBe("APPROVED");
		const { reportQuarter } = await hub.data(
			'mutation { reportQuarter(centerId: "ga-mep", fiscalYear: 2020, quarter: 3) { engagementCount smeCount } }',
			{},
			MANAGER,
		);
		expect(reportQuarter).toEqual({ engagementCount: 1, smeCount: 1 });
		const change = { id: draft.id, revision: 7, note: "three visits", reason: "miscounted" };
		expect(await refused(AMEND, { input: change }, MANAGER)).toEqual(["FORBIDDEN"]);
		const { amendEngagement } = await hub.data(AMEND, { input: change }, OFFICE);
		expect(amendEngagement).toMatchObject({ status: "AMENDED", revision: 8 });
		const history =
			"query($id: ID!) { engagement(id: $id) { history { action by reason changes { field after } } } }";
		const { engagement } = await hub.data(history, { id: draft.id }, STAFF);
		expect(
			engagement.history.map((one: { action: string; by: string }) => `${one.action} by ${one.by}`),
		).toEqual([
			"logged by staff-1",
			"submitted by staff-1",
			"returned by boss-1",
			"amended by staff-1",
			"submitted by staff-1",
			"approved by boss-1",
			"reported by boss-1",
			"amended by office-1",
		]);
		expect(engagement.history.at(-1)).toMatchObject({
			reason: "miscounted",
			changes: [
				{ field: "note", after: "three visits" },
				{ field: "status", after: "AMENDED" },
			],
		});
		// A locked quarter accepts nothing new.
		expect(await hub.refusals(LOG, { input: input() }, STAFF)).toEqual([
			[
				expect.stringMatching(/^input\.startedOn: quarter 3 of 2020 was reported on/),
				"BAD_USER_INPUT",
			],
		]);
	});

	it("allows only transitions of the state machine, in any order", async () => {
		const after: Record<string, string[]> = {
			DRAFT: ["submit", "void"],
			SUBMITTED: ["return", "approve", "void"],
			RETURNED: ["submit", "void"],
			APPROVED: ["void"],
			VOIDED: [],
		};
		const leads: Record<string, string> = {
			submit: "SUBMITTED",
			return: "RETURNED",
			approve: "APPROVED",
			void: "VOIDED",
		};
		const steps = fc.array(fc.constantFrom("submit", "return", "approve", "void"), {
			maxLength: 8,
		});
		await fc.assert(
			fc.asyncProperty(steps, async (names) => {
				let now = await log({ startedOn: "2021-02-03" });
				for (const name of names) {
					const reason = ["return", "void"].includes(name) ? 'reason: "why"' : "";
					const query = `mutation { ${name}Engagement(id: "${now.id}", revision: ${now.revision} ${reason}) { ${FIELDS} } }`;
					if (after[now.status]?.includes(name)) {
						now = (await hub.data(query, {}, MANAGER))[`${name}Engagement`];
						expect(now.status).toBe(leads[name]);
					} else expect(await refused(query, {}, MANAGER)).toEqual(["BAD_USER_INPUT"]);
				}
			}),
			{ numRuns: 25 },
		);
	});
});

describe("permissions", () => {
	it("log: staff of a center, for it alone", async () => {
		expect(await refused(LOG, { input: input() })).toEqual(["UNAUTHENTICATED"]);
		expect(await refused(LOG, { input: input() }, OFFICE)).toEqual(["FORBIDDEN"]);
		expect(await hub.refusals(LOG, { input: input({ centerId: "oh-mep" }) }, STAFF)).toEqual([
			["input.centerId: you may log for ga-mep only", "BAD_USER_INPUT"],
		]);
	});

	it("change: nobody of another center, to whom the record does not exist", async () => {
		const draft = await log({ startedOn: "2021-02-03" });
		const query = (id: string) => `mutation { submitEngagement(id: "${id}", revision: 1) { id } }`;
		const [hidden] = await hub.refusals(query(draft.id), {}, ELSEWHERE);
		const [missing] = await hub.refusals(query("eng_none"), {}, ELSEWHERE);
		expect(hidden?.[1]).toBe("NOT_FOUND");
		expect(String(hidden?.[0]).replace(draft.id, "x")).toBe(
			String(missing?.[0]).replace("eng_none", "x"),
		);
		expect(
			await refused('mutation { approveEngagement(id: "eng-4", revision: 1) { id } }', {}, MANAGER),
		).toEqual(["FORBIDDEN"]);
		expect(
			await refused(
				`mutation { approveEngagement(id: "${draft.id}", revision: 1) { id } }`,
				{},
				STAFF,
			),
		).toEqual(["FORBIDDEN"]);
	});

	it("see: the own center's records, drafts included, and nobody else's", async () => {
		const draft = await log({ startedOn: "2021-02-03" });
		const query = "query($id: ID!) { engagement(id: $id) { id history { by } } }";
		for (const viewer of [STAFF, MANAGER, OFFICE])
			expect((await hub.data(query, { id: draft.id }, viewer)).engagement).toMatchObject({
				id: draft.id,
			});
		expect((await hub.data(query, { id: draft.id })).engagement).toBeNull();
		expect((await hub.data(query, { id: draft.id }, ELSEWHERE)).engagement).toBeNull();
		expect((await hub.data(query, { id: "eng-1" })).engagement.history).toEqual([]);
	});

	it("count: drafts are in no trace, not even for viewers who can see them", async () => {
		const traced = async () =>
			(await hub.data("{ trace { nodes { engagementCount } } }", {}, STAFF)).trace.nodes;
		const before = await traced();
		await log({ startedOn: "2021-02-03" });
		expect(await traced()).toEqual(before);
	});
});

describe("idempotency", () => {
	it("the same key and content create one record, even if sent concurrently", async () => {
		const once = input({ startedOn: "2021-02-03" });
		const answers = await Promise.all(
			Array.from({ length: 20 }, () => hub.data(LOG, { input: { ...once } }, STAFF)),
		);
		expect(new Set(answers.map((one) => one.logEngagement.id)).size).toBe(1);
		const [row] = await hub.database.read<{ n: number }>(
			sql`SELECT COUNT(*) AS n FROM revisions WHERE record_id = ${answers[0].logEngagement.id}`,
		);
		expect(Number(row?.n)).toBe(1);
		const submitted = await step("submit", answers[0].logEngagement, STAFF);
		expect(submitted.status).toBe("SUBMITTED");
		expect((await hub.data(LOG, { input: once }, STAFF)).logEngagement).toEqual(
			answers[0].logEngagement,
		);
	});

	it("with a hundred concurrent clients, half of whose writes roll back, nothing is lost or leaked", async () => {
		const count = async () => {
			const [row] = await hub.database.read<{ n: number; r: number; k: number }>(
				sql`SELECT (SELECT COUNT(*) FROM engagements) AS n, (SELECT COUNT(*) FROM revisions) AS r, (SELECT COUNT(*) FROM requests) AS k`,
			);
			return [Number(row?.n), Number(row?.r), Number(row?.k)];
		};
		const before = await count();
		const pairs = Array.from({ length: 50 }, () => input({ startedOn: "2021-02-03" }));
		const answers = await Promise.all(
			pairs.flatMap((one) =>
				["first", "second"].map((note) =>
					hub.subgraph.execute({
						query: LOG,
						variables: { input: { ...one, note } },
						viewer: STAFF,
						requestId: "test",
					}),
				),
			),
		);
		const acknowledged = answers.filter((answer) => !answer.errors);
		expect(acknowledged).toHaveLength(50);
		const codes = answers.flatMap(
			(answer) => answer.errors?.map((error) => error.extensions.code) ?? [],
		);
		expect(codes).toEqual(Array.from({ length: 50 }, () => "CONFLICT"));
		expect(await count()).toEqual(before.map((n) => n + 50));
	});

	it("the same key with other content is a CONFLICT, and the same key of another center is another", async () => {
		const once = input({ startedOn: "2021-02-03" });
		const first = await hub.data(LOG, { input: once }, STAFF);
		expect(await refused(LOG, { input: { ...once, note: "other" } }, STAFF)).toEqual(["CONFLICT"]);
		const elsewhere = await hub.data(LOG, { input: { ...once, smeId: "sme_b" } }, ELSEWHERE);
		expect(elsewhere.logEngagement.id).not.toBe(first.logEngagement.id);
	});

	it("a change of an older revision is a CONFLICT with both versions", async () => {
		const draft = await log({ startedOn: "2021-02-03" });
		await hub.data(AMEND, { input: { id: draft.id, revision: 1, note: "new" } }, STAFF);
		const answer = await hub.subgraph.execute({
			query: AMEND,
			variables: { input: { id: draft.id, revision: 1, note: "newer" } },
			viewer: STAFF,
			requestId: "test",
		});
		expect(answer.errors?.[0]?.extensions).toMatchObject({
			code: "CONFLICT",
			current: { revision: 2, note: "new", startedOn: "2021-02-03", sme: { id: "sme_a" } },
			seen: { revision: 1, note: null },
		});
	});
});
