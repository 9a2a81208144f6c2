import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { MANAGER, OFFICE, STAFF } from "../support/viewers.ts";

let hub: EngagementsFixture;
beforeAll(async () => {
	hub = await openEngagementsFixture();
});
afterAll(() => hub.close());

let keys = 0;
const key = () => `record-${keys++}`;

describe("outcomes", () => {
	const REPORT =
		"mutation($input: ReportOutcomeInput!) { reportOutcome(input: $input) { id revision verification claims { metric value } covers { id } } }";
	const input = (more: object = {}) => ({
		clientMutationId: key(),
		smeId: "sme_a",
		windowStart: "2019-01",
		windowEnd: "2019-12",
		covers: ["eng-1"],
		claims: [{ metric: "NEW_SALES", value: 5000, currency: "USD" }],
		...more,
	});

	it("are reported once per window and metric, checked, verified, and included in totals only if valid", async () => {
		const once = input();
		const { reportOutcome: told } = await hub.data(REPORT, { input: once }, STAFF);
		expect(told).toMatchObject({
			revision: 1,
			verification: "SELF_REPORTED",
			covers: [{ id: "eng-1" }],
		});
		expect((await hub.data(REPORT, { input: once }, STAFF)).reportOutcome).toEqual(told);
		const [[overlap] = []] = await hub.refusals(
			REPORT,
			{ input: input({ windowStart: "2019-06", windowEnd: "2020-05" }) },
			STAFF,
		);
		expect(overlap).toMatch(
			/^input\.claims\.0\.metric: NEW_SALES was reported for 2019-01 to 2019-12 already/,
		);
		const jobs = input({ claims: [{ metric: "JOBS_CREATED", value: 2 }] });
		expect((await hub.data(REPORT, { input: jobs }, STAFF)).reportOutcome.verification).toBe(
			"SELF_REPORTED",
		);
		const totals = async (viewer: Viewer) =>
			(
				await hub.data(
					"{ traceTotals(by: []) { outcomes { metric value verification } } }",
					{},
					viewer,
				)
			).traceTotals[0].outcomes.filter((one: { metric: string }) => one.metric === "NEW_SALES");
		expect(await totals(STAFF)).toContainEqual({
			metric: "NEW_SALES",
			value: 6000,
			verification: "SELF_REPORTED",
		});
		expect(await totals(PUBLIC)).toEqual([
			{ metric: "NEW_SALES", value: 1000, verification: "SELF_REPORTED" },
		]);
		const review = (verification: string, revision: number) =>
			`mutation { reviewOutcome(id: "${told.id}", revision: ${revision}, verification: ${verification}, reason: "seen the books") { verification revision } }`;
		expect((await hub.refusals(review("VERIFIED", 1), {}, MANAGER))[0]?.[1]).toBe("FORBIDDEN");
		await hub.data(review("CENTER_CHECKED", 1), {}, MANAGER);
		expect((await hub.refusals(review("VERIFIED", 1), {}, OFFICE))[0]?.[1]).toBe("CONFLICT");
		await hub.data(review("VERIFIED", 2), {}, OFFICE);
		expect(await totals(STAFF)).toContainEqual({
			metric: "NEW_SALES",
			value: 5000,
			verification: "VERIFIED",
		});
		await hub.data(review("DISPUTED", 3), {}, OFFICE);
		expect(await totals(STAFF)).toEqual([
			{ metric: "NEW_SALES", value: 1000, verification: "SELF_REPORTED" },
		]);
		const history = `{ _entities(representations: [{ __typename: "Outcome", id: "${told.id}" }]) { ... on Outcome { history { action by } } } }`;
		expect((await hub.data(history, {}, STAFF))._entities[0].history).toEqual([
			{ action: "reported", by: "staff-1" },
			{ action: "center checked", by: "boss-1" },
			{ action: "verified", by: "office-1" },
			{ action: "disputed", by: "office-1" },
		]);
		expect((await hub.refusals(review("CENTER_CHECKED", 4), {}, MANAGER))[0]?.[0]).toMatch(
			/possible: VERIFIED, WITHDRAWN/,
		);
	});

	it("above the limit for the firm's size are outliers, excluded from totals until reviewed", async () => {
		const far = input({
			windowStart: "2016",
			windowEnd: "2016",
			claims: [{ metric: "COST_SAVINGS", value: 20_000_001, currency: "USD" }],
		});
		const { reportOutcome } = await hub.data(REPORT, { input: far }, STAFF);
		expect(reportOutcome.verification).toBe("OUTLIER");
		const { traceTotals } = await hub.data(
			"{ traceTotals(by: []) { outcomes { metric } } }",
			{},
			STAFF,
		);
		expect(traceTotals[0].outcomes.map((one: { metric: string }) => one.metric)).not.toContain(
			"COST_SAVINGS",
		);
	});

	it.each([
		[{ covers: [] }, ["covers"]],
		[{ covers: ["eng-4", "eng-none"] }, ["covers.0", "covers.1"]],
		[{ claims: [] }, ["claims"]],
		[
			{ claims: [{ metric: "JOBS_CREATED", value: 1.5, currency: "USD" }] },
			["claims.0.value", "claims.0.currency"],
		],
		[{ claims: [{ metric: "NEW_SALES", value: -5 }] }, ["claims.0.value", "claims.0.currency"]],
		[{ windowStart: "2020", windowEnd: "2019" }, ["windowEnd"]],
		[{ windowEnd: "2999" }, ["windowEnd"]],
		[{ smeId: "nobody", centerId: "oh-mep" }, ["centerId", "smeId"]],
	])("invalid input: %j", async (more, paths) => {
		const [[message, code] = []] = await hub.refusals(REPORT, { input: input(more) }, STAFF);
		expect(code).toBe("BAD_USER_INPUT");
		for (const path of paths) expect(message).toContain(`input.${path}: `);
	});
});
