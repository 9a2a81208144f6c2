import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";
import { EngagementRow } from "../../subgraphs/engagements/database/rows.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { engagementRow } from "../support/rows.ts";
import { walk } from "../support/subgraph.ts";
import { ELSEWHERE, MANAGER, OFFICE, STAFF } from "../support/viewers.ts";

/** [id, status, date]; all of ga-mep. The second quarter of 2021 is January to March. */
const MADE: Array<[string, string, string | null, string?]> = [
	["in-day", "APPROVED", "2021-01-01"],
	["in-last-day", "APPROVED", "2021-03-31", "sme_b"],
	["in-month", "APPROVED", "2021-02"],
	["before", "APPROVED", "2020-12-31"],
	["after", "APPROVED", "2021-04"],
	["in-submitted", "SUBMITTED", "2021-02-03"],
	["in-draft", "DRAFT", "2021-03"],
	["in-returned", "RETURNED", "2021-01-02"],
	["in-void", "VOIDED", "2021-01-02"],
	["in-reported", "REPORTED", "2021-01-02"],
	["in-amended", "AMENDED", "2021-02-28"],
	["after-amended", "AMENDED", "2021-04-01"],
	["year-approved", "APPROVED", "2021"],
	["year-draft", "DRAFT", "2021"],
	["year-before", "APPROVED", "2020"],
	["year-void", "VOIDED", "2021"],
	["undated", "SUBMITTED", null],
	["undated-void", "VOIDED", null],
];

let hub: EngagementsFixture;
beforeAll(async () => {
	hub = await openEngagementsFixture();
	const rows = MADE.map(([id, status, date, sme_id = "sme_a"]) =>
		engagementRow(id, { sme_id, kind: "EVENT", center_id: "ga-mep", status }, date),
	);
	const theirs = engagementRow(
		"theirs",
		{ sme_id: "sme_b", kind: "EVENT", center_id: "oh-mep" },
		"2021",
	);
	await hub.database.write((manager) => manager.insert(EngagementRow, [...rows, theirs]));
});
afterAll(() => hub.close());

const LIST = "{ totalCount nodes { id status } }";
const PREVIEW = `query($centerId: ID!, $fiscalYear: Int!, $quarter: Int!) { quarterPreview(centerId: $centerId, fiscalYear: $fiscalYear, quarter: $quarter) {
	center { id } startsOn endsOn smeCount undatedCount report { id reportedBy } approved ${LIST} submitted ${LIST} stranded ${LIST} reported ${LIST} amended ${LIST} tooCoarselyDated ${LIST} } }`;
const SECOND = { centerId: "ga-mep", fiscalYear: 2021, quarter: 2 };
const preview = async (viewer: Viewer, asked: object = SECOND) =>
	(await hub.data(PREVIEW, asked as Record<string, unknown>, viewer)).quarterPreview;
type List = { totalCount: number; nodes: Array<{ id: string }> };
const idsOf = ({ totalCount, nodes }: List) => {
	expect(totalCount).toBe(nodes.length);
	return nodes.map((node) => node.id);
};

describe("a quarter before its report", () => {
	it("lists what would be included, what is open, what would be left out, and records without a quarter", async () => {
		for (const viewer of [STAFF, MANAGER, OFFICE]) {
			const { approved, submitted, stranded, reported, amended, tooCoarselyDated, ...rest } =
				await preview(viewer);
			expect(rest).toEqual({
				center: { id: "ga-mep" },
				startsOn: "2021-01-01",
				endsOn: "2021-03-31",
				smeCount: 2,
				// The fixture also has one without a date.
				undatedCount: 2,
				report: null,
			});
			expect(idsOf(approved)).toEqual(["in-last-day", "in-month", "in-day"]);
			expect(idsOf(submitted)).toEqual(["in-submitted"]);
			expect(idsOf(stranded)).toEqual(["in-draft", "in-returned"]);
			expect(idsOf(reported)).toEqual(["in-reported"]);
			expect(idsOf(amended)).toEqual(["in-amended"]);
			expect(idsOf(tooCoarselyDated)).toEqual(["year-draft", "year-approved"]);
		}
		// A page for each of six lists, one statement for all counts, one for the report, and the lookup of the center.
		expect(hub.statements).toHaveLength(9);
	});

	it("the first quarter of a fiscal year is in the previous calendar year", async () => {
		const first = await preview(STAFF, { ...SECOND, quarter: 1 });
		expect([first.startsOn, first.endsOn]).toEqual(["2020-10-01", "2020-12-31"]);
		expect(idsOf(first.approved)).toEqual(["before"]);
		expect(idsOf(first.tooCoarselyDated)).toEqual(["year-before"]);
	});

	it("lists are paged", async () => {
		const query = `query($first: Int!, $after: String) { quarterPreview(centerId: "ga-mep", fiscalYear: 2021, quarter: 2) { approved(first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } }`;
		const asker = {
			...hub,
			data: async (text: string, given?: Record<string, unknown>) => ({
				list: (await hub.data(text, given, STAFF)).quarterPreview.approved,
			}),
		};
		expect(await walk(asker, query, 1)).toEqual(["in-last-day", "in-month", "in-day"]);
	});

	it("is for the center's own staff and the program office", async () => {
		expect(await hub.refusals(PREVIEW, SECOND, PUBLIC)).toEqual([
			[expect.stringMatching(/^centerId: only a center's staff/), "UNAUTHENTICATED"],
		]);
		for (const viewer of [
			{ role: "HUB_ADMIN", subject: "a" } as const,
			{ role: "PARTNER", subject: "p", organization: "ga-mep" } as const,
		])
			expect(await hub.refusals(PREVIEW, SECOND, viewer)).toEqual([
				[expect.stringMatching(/^centerId: only a center's staff/), "FORBIDDEN"],
			]);
		for (const centerId of ["ga-mep", "nowhere"])
			expect(await hub.refusals(PREVIEW, { ...SECOND, centerId }, ELSEWHERE)).toEqual([
				["centerId: you may use this for your own center only", "FORBIDDEN"],
			]);
		expect(await hub.refusals(PREVIEW, { ...SECOND, centerId: "nowhere" }, OFFICE)).toEqual([
			['centerId: there is no MepCenter with the id "nowhere"', "BAD_USER_INPUT"],
		]);
	});

	it.each([
		[{ quarter: 5 }, "quarter: 5 is not a quarter; 1 is October to December"],
		[
			{ quarter: 0, fiscalYear: 99 },
			"fiscalYear: 99 is out of range; 1988 is the first year of MEP; quarter: 0 is not a quarter; 1 is October to December",
		],
	])("does not exist: %o", async (wrong, message) => {
		expect(await hub.refusals(PREVIEW, { ...SECOND, ...wrong }, STAFF)).toEqual([
			[message, "BAD_USER_INPUT"],
		]);
	});
});

describe("reported quarters", () => {
	beforeAll(async () => {
		await hub.database.write((manager) =>
			manager.update(EngagementRow, { id: "in-submitted" }, { status: "APPROVED" }),
		);
		const report =
			"mutation($centerId: ID!, $fiscalYear: Int!, $quarter: Int!) { reportQuarter(centerId: $centerId, fiscalYear: $fiscalYear, quarter: $quarter, leaveDrafts: true) { id } }";
		await hub.data(report, SECOND, MANAGER);
		await hub.data(report, { ...SECOND, quarter: 1 }, MANAGER);
		await hub.data(report, { centerId: "oh-mep", fiscalYear: 2020, quarter: 4 }, ELSEWHERE);
	});
	const REPORTS =
		"query($where: QuarterReportWhere) { quarterReports(where: $where) { totalCount nodes { id reportedBy engagementCount tooCoarselyDated { totalCount nodes { id } } } } }";
	const reports = async (viewer: Viewer, where: object = {}) =>
		(await hub.data(REPORTS, { where }, viewer)).quarterReports;

	it("are listed latest first with records dated too coarsely, in four statements", async () => {
		expect(await reports(STAFF)).toEqual({
			totalCount: 2,
			nodes: [
				{
					id: "ga-mep~2021~2",
					reportedBy: "boss-1",
					engagementCount: 4,
					tooCoarselyDated: {
						totalCount: 2,
						nodes: [{ id: "year-draft" }, { id: "year-approved" }],
					},
				},
				{
					id: "ga-mep~2021~1",
					reportedBy: "boss-1",
					engagementCount: 1,
					tooCoarselyDated: { totalCount: 1, nodes: [{ id: "year-before" }] },
				},
			],
		});
		expect(hub.statements).toHaveLength(4);
	});

	it.each([
		[OFFICE, {}, ["ga-mep~2021~2", "ga-mep~2021~1", "oh-mep~2020~4"]],
		[OFFICE, { centerIds: ["oh-mep"] }, ["oh-mep~2020~4"]],
		[OFFICE, { fiscalYears: [2021, 2022], quarters: [2, 3] }, ["ga-mep~2021~2"]],
		[ELSEWHERE, {}, ["oh-mep~2020~4"]],
		[ELSEWHERE, { centerIds: ["ga-mep"] }, []],
		[PUBLIC, {}, []],
		[{ role: "HUB_ADMIN", subject: "a" } as const, { centerIds: ["ga-mep"] }, []],
	])("to %o by %o", async (viewer, where, expected) => {
		const { nodes, totalCount } = await reports(viewer, where);
		expect(nodes.map((node: { id: string }) => node.id)).toEqual(expected);
		expect(totalCount).toBe(expected.length);
	});

	it("page by page without gaps", async () => {
		const query =
			"query($first: Int!, $after: String) { list: quarterReports(first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }";
		const asker = {
			...hub,
			data: (text: string, given?: Record<string, unknown>) => hub.data(text, given, OFFICE),
		};
		expect(await walk(asker, query, 1)).toEqual([
			"ga-mep~2021~2",
			"ga-mep~2021~1",
			"oh-mep~2020~4",
		]);
	});

	it("are returned by the preview of the same quarter, which then lists only left-out records", async () => {
		const { report, approved, stranded, reported, amended, smeCount } = await preview(STAFF);
		expect([report, approved.totalCount, stranded.totalCount, smeCount]).toEqual([
			{ id: "ga-mep~2021~2", reportedBy: "boss-1" },
			0,
			2,
			0,
		]);
		expect([reported.totalCount, amended.totalCount]).toEqual([5, 1]);
	});

	it.each([
		[{ quarters: [5] }, "where.quarters: 5 is not a quarter; 1 is October to December"],
		[{ fiscalYears: [12] }, "where.fiscalYears: 12 is not a year"],
		[{ centerIds: ["nowhere"] }, 'where.centerIds: there is no MepCenter with the id "nowhere"'],
	])("reject %o", async (where, message) => {
		expect(await hub.refusals(REPORTS, { where }, OFFICE)).toEqual([[message, "BAD_USER_INPUT"]]);
	});
});
