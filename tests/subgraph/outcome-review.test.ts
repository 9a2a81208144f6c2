// Over 300 lines: one fixture of reports that are compared with each other, corrected and reviewed.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Actor, PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";
import {
	OutcomeClaimRow,
	OutcomeCoverRow,
	OutcomeRow,
	SmeRow,
} from "../../subgraphs/engagements/database/rows.ts";
import { newOutcome } from "../../subgraphs/engagements/outcome/new.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { smeRow } from "../support/rows.ts";
import { walk } from "../support/subgraph.ts";
import { ELSEWHERE, MANAGER, OFFICE, STAFF } from "../support/viewers.ts";

const ADMIN: Viewer = { role: "HUB_ADMIN", subject: "admin-1" };

type Given = {
	id: string;
	sme?: string;
	start?: string;
	verification?: string;
	value: number;
	metric?: string;
	covers?: string;
	center?: string;
};

let hub: EngagementsFixture;

async function insert(rows: Given[]) {
	await hub.database.write(async (manager) => {
		for (const {
			id,
			sme = "sme_b",
			start = "2012",
			verification = "SELF_REPORTED",
			...row
		} of rows) {
			const { value, metric = "COST_SAVINGS", covers, center = "oh-mep" } = row;
			const outcome = newOutcome({
				...{ id, sme_id: sme, logged_sme_id: sme, center_id: center, verification },
				...{ window_start: start, window_end: start, source_document: "test" },
			});
			await manager.insert(OutcomeRow, outcome);
			const currency = metric === "JOBS_CREATED" ? null : "USD";
			await manager.insert(OutcomeClaimRow, {
				...{ id: `${id}~${metric}`, outcome_id: id, metric, value, currency, qualifier: null },
			});
			if (covers)
				await manager.insert(OutcomeCoverRow, {
					...{ id: `${id}~${covers}`, outcome_id: id, engagement_id: covers },
				});
		}
	});
}

let keys = 0;
const key = () => `review-${keys++}`;
const REPORT =
	"mutation($input: ReportOutcomeInput!) { made: reportOutcome(input: $input) { id } }";
async function report(more: object = {}): Promise<string> {
	const input = {
		...{ clientMutationId: key(), smeId: "sme_a", covers: ["eng-1"] },
		...{ windowStart: "2019-01", windowEnd: "2019-12" },
		claims: [{ metric: "NEW_SALES", value: 5000, currency: "USD" }],
		...more,
	};
	return (await hub.data(REPORT, { input }, STAFF)).made.id;
}

beforeAll(async () => {
	hub = await openEngagementsFixture();
	await hub.database.write((manager) =>
		manager.insert(SmeRow, [
			smeRow("sme_small", { employees: 12, center_id: "oh-mep" }),
			smeRow("sme_unsized", { employees: null, center_id: "oh-mep" }),
		]),
	);
	await insert([
		...[100, 200, 300, 400, 500].map((value, index) => ({
			...{ id: `out-peer-${index}`, start: `200${index}`, value },
			covers: index < 2 ? "eng-4" : "eng-6",
		})),
		{ id: "out-small", sme: "sme_small", start: "2001", value: 250 },
		{ id: "out-jobs", start: "2003", value: 3, metric: "JOBS_CREATED" },
		{ id: "out-disputed", start: "2004-02", verification: "DISPUTED", value: 9e9 },
		{ id: "out-withdrawn", start: "2005", verification: "WITHDRAWN", value: 9e9 },
		{
			...{ id: "out-far", sme: "sme_small", start: "2010", verification: "OUTLIER" },
			...{ value: 13_000_000, covers: "eng-4" },
		},
		{ id: "out-unsized", sme: "sme_unsized", start: "2010", value: 300 },
	]);
});
afterAll(() => hub.close());

describe("a preview of a report", () => {
	const PREVIEW =
		"query($input: OutcomePreviewInput!) { outcomePreview(input: $input) { verification outliers overlaps { metric ruling outcome { id claims { value } } } } }";
	const input = (more: object = {}) => ({
		...{ smeId: "sme_a", windowStart: "2015-06", windowEnd: "2016-05" },
		...more,
	});
	const preview = async (more: object, viewer: Viewer = STAFF) =>
		(await hub.data(PREVIEW, { input: input(more) }, viewer)).outcomePreview;

	it("names what would be counted twice and is refused, what counts beside it, and what is set aside", async () => {
		const same = await report({ windowStart: "2015", windowEnd: "2015" });
		const aside = await report({ windowStart: "2016", windowEnd: "2016" });
		await hub.data(
			`mutation { reviewOutcome(id: "${aside}", revision: 1, verification: DISPUTED, reason: "too round") { id } }`,
			{},
			OFFICE,
		);
		const gone = await report({ windowStart: "2016", windowEnd: "2016" });
		await hub.data(
			`mutation { withdrawOutcome(id: "${gone}", revision: 1, reason: "twice") { id } }`,
			{},
			STAFF,
		);
		await insert([
			{
				...{ id: "out-other", sme: "sme_a", start: "2015-08", value: 7 },
				...{ metric: "NEW_SALES", center: "oh-mep" },
			},
		]);
		const claims = [{ metric: "NEW_SALES", value: 5, currency: "USD" }];
		const own = [
			{ metric: "NEW_SALES", ruling: "REFUSED", outcome: { id: same, claims: [{ value: 5000 }] } },
			{
				...{ metric: "NEW_SALES", ruling: "EARLIER_SET_ASIDE" },
				outcome: { id: aside, claims: [{ value: 5000 }] },
			},
		];
		expect(await preview({ claims })).toEqual({
			...{ verification: "SELF_REPORTED", outliers: [], overlaps: own },
		});
		// Every metric, where none is given; only the program office sees the other center's.
		expect((await preview({})).overlaps).toEqual(own);
		expect((await preview({ centerId: "ga-mep", claims }, OFFICE)).overlaps).toContainEqual({
			...{ metric: "NEW_SALES", ruling: "BOTH_COUNT" },
			outcome: { id: "out-other", claims: [{ value: 7 }] },
		});
		expect((await preview({ windowStart: "2014", windowEnd: "2014" })).overlaps).toEqual([]);
		// What it says is what the mutation does.
		const [[message] = []] = await hub.refusals(
			REPORT,
			{ input: input({ claims, covers: ["eng-1"], clientMutationId: key() }) },
			STAFF,
		);
		expect(message).toContain(same);
	});

	it("names figures beyond the bound for the firm's size", async () => {
		const claims = [
			{ metric: "COST_SAVINGS", value: 20_000_001, currency: "USD" },
			{ metric: "JOBS_CREATED", value: 40 },
		];
		expect(await preview({ claims })).toMatchObject({
			...{ verification: "OUTLIER", outliers: ["COST_SAVINGS"] },
		});
	});

	it.each([
		[PUBLIC, {}, "UNAUTHENTICATED", "input.centerId"],
		[ADMIN, {}, "FORBIDDEN", "input.centerId"],
		[ELSEWHERE, { centerId: "ga-mep" }, "FORBIDDEN", "input.centerId"],
		[OFFICE, {}, "BAD_USER_INPUT", "input.centerId"],
		[ELSEWHERE, { smeId: "sme_secret" }, "BAD_USER_INPUT", "input.smeId"],
		[STAFF, { windowEnd: "2014" }, "BAD_USER_INPUT", "input.windowEnd"],
		[STAFF, { claims: [{ metric: "NEW_SALES", value: -1 }] }, "BAD_USER_INPUT", "input.claims.0"],
	])("is for those inside, with what can be reported (%#)", async (viewer, more, code, path) => {
		const [[message, found] = []] = await hub.refusals(PREVIEW, { input: input(more) }, viewer);
		expect(found).toBe(code);
		expect(message).toContain(path);
	});

	it("reads a few statements, however much was reported", async () => {
		await preview({});
		expect(hub.statements).toHaveLength(3);
	});
});

describe("the comparison of a figure", () => {
	const COMPARED =
		"comparisons { metric employees limit kind employeesFrom employeesTo comparisons { basis reports median deviation timesMedian exceeds isUnusual } }";
	const compared = async (id: string, viewer: Viewer = OFFICE) =>
		(
			await hub.data(
				`{ _entities(representations: [{ __typename: "Outcome", id: "${id}" }]) { ... on Outcome { ${COMPARED} } } }`,
				{},
				viewer,
			)
		)._entities[0]?.comparisons;
	const few = { median: null, deviation: null, timesMedian: null, exceeds: null, isUnusual: null };

	it("is with the metric, the kind, the size and its own earlier windows, without what was set aside", async () => {
		expect(await compared("out-far")).toEqual([
			{
				...{ metric: "COST_SAVINGS", employees: 12, limit: 12_000_000, kind: "TECH_TRANSFER" },
				...{ employeesFrom: 0, employeesTo: 19 },
				comparisons: [
					{
						...{ basis: "METRIC", reports: 7, median: 300, deviation: 100 },
						...{ timesMedian: 13_000_000 / 300, exceeds: 7, isUnusual: true },
					},
					{ basis: "KIND", reports: 2, ...few },
					{ basis: "SIZE_CLASS", reports: 1, ...few },
					{
						...{ basis: "OWN_EARLIER", reports: 1, median: 250, deviation: 0 },
						...{ timesMedian: 52_000, exceeds: 1, isUnusual: null },
					},
				],
			},
		]);
	});

	it("says that there are too few, and nothing of a size that is not known", async () => {
		expect(await compared("out-jobs")).toMatchObject([
			{
				limit: 1200,
				comparisons: [
					{ basis: "METRIC", reports: 0, ...few },
					{ basis: "SIZE_CLASS", reports: 0, ...few },
					{ basis: "OWN_EARLIER", reports: 0, ...few },
				],
			},
		]);
		const [{ employees, limit, employeesFrom, comparisons }] = await compared("out-unsized");
		expect([employees, limit, employeesFrom]).toEqual([null, 50_000_000, null]);
		expect(comparisons.map(({ basis }: { basis: string }) => basis)).not.toContain("SIZE_CLASS");
	});

	it("is over the records that the viewer sees, and for those inside only", async () => {
		expect((await compared("out-far", ELSEWHERE))[0].comparisons[0].reports).toBe(7);
		expect(await compared("out-1", PUBLIC)).toEqual([]);
		expect(await compared("out-1", ELSEWHERE)).toEqual([]);
		expect(await compared("out-far", STAFF)).toBeUndefined();
		// Another center's confidential reports are not among those of this one.
		const id = await report({
			...{ windowStart: "2017", windowEnd: "2017" },
			claims: [{ metric: "COST_SAVINGS", value: 1, currency: "USD" }],
		});
		expect((await compared(id, STAFF))[0].comparisons[0].reports).toBe(0);
		expect((await compared(id, OFFICE))[0].comparisons[0].reports).toBe(7);
	});

	it("of a page is read in one statement", async () => {
		const page = (first: number) =>
			hub.data(`{ outcomes(first: ${first}) { nodes { ${COMPARED} } } }`, {}, OFFICE);
		await page(1);
		const one = hub.statements.length;
		await page(10);
		expect(hub.statements).toHaveLength(one);
	});
});

describe("the list of outcomes", () => {
	it("goes from the earliest reported or from the largest, page by page", async () => {
		const all = (orderBy: string, where = '{ centerIds: ["oh-mep"] }') =>
			walk(
				{
					...hub,
					data: (query, variables) => hub.data(query, variables, OFFICE),
				},
				`query($first: Int!, $after: String) { list: outcomes(first: $first, after: $after, orderBy: ${orderBy}, where: ${where}) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
				3,
			);
		const latest = await all("REPORTED_DESC");
		expect(await all("REPORTED_ASC")).toEqual(latest.toReversed());
		const largest = await all("LARGEST_FIRST");
		expect(largest.toSorted()).toEqual(latest.toSorted());
		expect(largest.slice(0, 4)).toEqual([
			...["out-withdrawn", "out-disputed", "out-far", "out-peer-4"],
		]);
		expect(largest.at(-1)).toBe("out-jobs");
		expect(await all("LARGEST_FIRST", "{ metrics: [JOBS_CREATED] }")).toEqual(["out-jobs"]);
		expect(await all("LARGEST_FIRST", "{ metrics: [] }")).toEqual([]);
	});
});

describe("a report is corrected and withdrawn by its center", () => {
	const CORRECT =
		"mutation($input: CorrectOutcomeInput!) { done: correctOutcome(input: $input) { revision verification claims { metric value } history { action reason } } }";
	const jobs = (value: number) => [{ metric: "JOBS_CREATED", value }];
	const correct = (id: string, revision: number, more: object = {}) => ({
		input: { ...{ id, revision, claims: jobs(3), reason: "a typing error" }, ...more },
	});
	const withdraw = (id: string, revision: number) =>
		`mutation { done: withdrawOutcome(id: "${id}", revision: ${revision}, reason: "reported twice") { verification } }`;
	const review = (id: string, revision: number, verification: string) =>
		`mutation { reviewOutcome(id: "${id}", revision: ${revision}, verification: ${verification}, reason: "seen") { id } }`;
	const window = (year: number) => ({ windowStart: `${year}`, windowEnd: `${year}` });

	it("until somebody has vouched for it, once for each key, with its bound checked again", async () => {
		const id = await report({ ...window(2020), claims: jobs(400) });
		const once = correct(id, 1, { clientMutationId: key() });
		const { done } = await hub.data(CORRECT, once, STAFF);
		expect(done).toEqual({
			...{ revision: 2, verification: "SELF_REPORTED", claims: jobs(3) },
			history: [
				{ action: "reported", reason: null },
				{ action: "corrected", reason: "a typing error" },
			],
		});
		expect((await hub.data(CORRECT, once, STAFF)).done).toMatchObject({ revision: 2 });
		expect((await hub.refusals(CORRECT, correct(id, 1), STAFF))[0]?.[1]).toBe("CONFLICT");
		expect((await hub.refusals(CORRECT, correct(id, 2), STAFF))[0]?.[0]).toMatch(/change a figure/);
		expect(
			(await hub.refusals(CORRECT, correct(id, 2, { claims: [], reason: "" }), STAFF))[0]?.[0],
		).toMatch(/input\.claims: is empty.*input\.reason/s);
		for (const [viewer, code] of [
			[PUBLIC, "UNAUTHENTICATED"],
			[OFFICE, "FORBIDDEN"],
			[ELSEWHERE, "NOT_FOUND"],
		] as Array<[Viewer, string]>) {
			const changed = correct(id, 2, { claims: jobs(4) });
			expect((await hub.refusals(CORRECT, changed, viewer))[0]?.[1]).toBe(code);
			expect((await hub.refusals(withdraw(id, 2), {}, viewer))[0]?.[1]).toBe(code);
		}
		await hub.data(review(id, 2, "CENTER_CHECKED"), {}, MANAGER);
		for (const refused of [
			hub.refusals(CORRECT, correct(id, 3, { claims: jobs(4) }), STAFF),
			hub.refusals(withdraw(id, 3), {}, STAFF),
		])
			expect((await refused)[0]?.[0]).toMatch(/is CENTER_CHECKED; it was reviewed/);
	});

	it("also when the program office asked back, and then waits for it again", async () => {
		const id = await report({ ...window(2021), claims: jobs(2) });
		await hub.data(review(id, 1, "DISPUTED"), {}, OFFICE);
		expect((await hub.data(CORRECT, correct(id, 2), STAFF)).done).toMatchObject({
			verification: "SELF_REPORTED",
		});
		await hub.data(review(id, 3, "DISPUTED"), {}, OFFICE);
		// Meanwhile another report took its place.
		const other = await report({ ...window(2021), claims: jobs(1) });
		const taken = correct(id, 4, { claims: jobs(5) });
		expect((await hub.refusals(CORRECT, taken, STAFF))[0]?.[0]).toContain(other);
		expect((await hub.data(withdraw(id, 4), {}, STAFF)).done.verification).toBe("WITHDRAWN");
		expect((await hub.refusals(CORRECT, correct(id, 5), STAFF))[0]?.[1]).toBe("BAD_USER_INPUT");
	});

	it("and reviewed many at once, with what failed said for each", async () => {
		const ids = [
			await report({ ...window(2022), claims: jobs(1) }),
			await report({ ...window(2023), claims: jobs(2) }),
		];
		const MANY =
			'mutation($records: [SeenRecordInput!]!, $to: Verification!, $key: ID) { done: reviewOutcomes(records: $records, verification: $to, reason: "seen the books", clientMutationId: $key) { outcomeId outcome { verification revision } refusal { code } } }';
		const records = [...ids.map((id) => ({ id, revision: 1 })), { id: "out_none", revision: 1 }];
		const many = { records, to: "VERIFIED", key: key() };
		const verified = { outcome: { verification: "VERIFIED", revision: 2 }, refusal: null };
		const answers = [
			{ outcomeId: ids[0], ...verified },
			{ outcomeId: ids[1], ...verified },
			{ outcomeId: "out_none", outcome: null, refusal: { code: "NOT_FOUND" } },
		];
		expect((await hub.data(MANY, many, OFFICE)).done).toEqual(answers);
		expect((await hub.data(MANY, many, OFFICE)).done).toEqual(answers);
		const again = await hub.data(MANY, { ...many, key: null }, OFFICE);
		expect(again.done[0].refusal).toEqual({ code: "CONFLICT" });
		expect((await hub.refusals(MANY, { ...many, records: [] }, OFFICE))[0]?.[0]).toMatch(
			/1 to 200/,
		);
		const office: Actor = MANAGER;
		expect((await hub.data(MANY, { ...many, key: null }, office)).done[0].refusal).toEqual({
			code: "FORBIDDEN",
		});
	});
});
