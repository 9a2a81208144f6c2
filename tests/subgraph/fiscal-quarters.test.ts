import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";
import { CENTERS } from "../support/owners.ts";
import { openReleasesFixture, type ReleasesFixture, reported } from "../support/releases.ts";
import { smeRow } from "../support/rows.ts";
import { walk } from "../support/subgraph.ts";
import { ELSEWHERE, MANAGER, OFFICE, STAFF } from "../support/viewers.ts";

/** [status, center, date]. The first quarter of 2024 is October to December 2023. */
const MADE: Array<[string, string | null, string | null]> = [
	["APPROVED", "ga-mep", "2023-10-01"],
	["APPROVED", "ga-mep", "2023-11"],
	["APPROVED", "oh-mep", "2023-12-31"],
	["SUBMITTED", "ga-mep", "2023-12-31"],
	["DRAFT", "ga-mep", "2023-10-02"],
	["DRAFT", "ga-mep", "2023-12"],
	["RETURNED", "ga-mep", "2023-10-02"],
	["VOIDED", "ga-mep", "2023-10-02"],
	["AMENDED", "ga-mep", "2023-10-03"],
	["REPORTED", "ga-mep", "2023-10-03"],
	// Of no center, of no quarter, and of others.
	["APPROVED", null, "2023-10-02"],
	["APPROVED", "ga-mep", "2023"],
	["APPROVED", "ga-mep", null],
	["SUBMITTED", "ga-mep", "2024-01-01"],
	["DRAFT", "oh-mep", "2023-09-30"],
];

let hub: ReleasesFixture;
beforeAll(async () => {
	hub = await openReleasesFixture();
	await hub.add({
		smes: [smeRow("sme_a")],
		engagements: MADE.map(([status, center_id, day], n) =>
			reported(`eng_${n}`, { sme_id: "sme_a", kind: "EVENT", center_id, status }, day),
		),
	});
	await hub.report(2024, 2);
	await hub.report(2024, 1, ["ca-bay"]);
});
afterAll(() => hub.close());

const COUNTS = "approvedCount submittedCount draftCount returnedCount amendedCount";
const QUARTERS = `query($fiscalYears: [Int!], $first: Int) { fiscalQuarters(fiscalYears: $fiscalYears, first: $first) { totalCount nodes {
	fiscalYear quarter startsOn endsOn hasEnded isClosed isReleased missingCount closed { reason closedBy }
	centers { center { id } report { id reportedBy } ${COUNTS} } } } }`;
const asked = async (viewer: Viewer, variables: object = {}) =>
	(await hub.data(QUARTERS, variables as Record<string, unknown>, viewer)).fiscalQuarters;
type Part = { center: { id: string }; report: { id: string } | null } & Record<string, number>;
type State = { fiscalYear: number; quarter: number; missingCount: number; centers: Part[] };
/** The first quarter of 2024 as somebody sees it. */
async function firstOf2024(viewer: Viewer) {
	const { nodes } = await asked(viewer, { fiscalYears: [2024] });
	const { centers, ...rest } = nodes.find(({ quarter }: State) => quarter === 1);
	return { rest, centers: centers as Part[] };
}
const NOTHING = {
	approvedCount: 0,
	submittedCount: 0,
	draftCount: 0,
	returnedCount: 0,
	amendedCount: 0,
};
const GEORGIA = {
	center: { id: "ga-mep" },
	report: null,
	approvedCount: 2,
	submittedCount: 1,
	draftCount: 2,
	returnedCount: 1,
	amendedCount: 1,
};
const DATES = {
	fiscalYear: 2024,
	quarter: 1,
	startsOn: "2023-10-01",
	endsOn: "2023-12-31",
	hasEnded: true,
	isReleased: false,
};

describe("fiscal quarters", () => {
	it("show the program office each center's report, or what is open in it", async () => {
		const { rest, centers } = await firstOf2024(OFFICE);
		expect(rest).toEqual({ ...DATES, isClosed: false, missingCount: 3, closed: null });
		expect(centers).toEqual([
			GEORGIA,
			{ center: { id: "oh-mep" }, report: null, ...NOTHING, approvedCount: 1 },
			{
				center: { id: "ca-bay" },
				report: { id: "ca-bay~2024~1", reportedBy: "test" },
				...NOTHING,
			},
			{ center: { id: "ca-south" }, report: null, ...NOTHING },
		]);
	});

	it("take six statements, however many quarters", async () => {
		for (const variables of [{ fiscalYears: [2024] }, { first: 100 }]) {
			const { nodes } = await asked(OFFICE, variables);
			expect(nodes.length).toBeGreaterThan(3);
			// The earliest; reports; closings; the newest release; open engagements; approved and amended ones.
			expect(hub.statements).toHaveLength(6);
		}
	});

	it("show staff their own center, and nothing of others or of how the network stands", async () => {
		for (const viewer of [STAFF, MANAGER]) {
			const { rest, centers } = await firstOf2024(viewer);
			expect(rest).toEqual({ ...DATES, isClosed: null, missingCount: 1, closed: null });
			expect(centers).toEqual([GEORGIA]);
		}
		const elsewhere = await firstOf2024(ELSEWHERE);
		expect(elsewhere.centers.map(({ center }) => center.id)).toEqual(["oh-mep"]);
		for (const viewer of [
			PUBLIC,
			{ role: "HUB_ADMIN", subject: "a" } as const,
			{ role: "PARTNER", subject: "p", organization: "ga-mep" } as const,
		])
			expect(await asked(viewer)).toEqual({ totalCount: 0, nodes: [] });
	});

	it("reach from the one that runs back to the first with a record of the viewer's", async () => {
		const all = await asked(OFFICE, { first: 200 });
		const named = all.nodes.map(({ fiscalYear, quarter }: State) => `${fiscalYear}-Q${quarter}`);
		expect(named).toHaveLength(all.totalCount);
		expect(named).toEqual([...named].sort().reverse());
		expect(all.nodes[0].hasEnded).toBe(false);
		// A draft of Ohio, of September 2023; Georgia's first is dated to 2023.
		expect(named.slice(-3)).toEqual(["2023-Q4", "2023-Q3", "2023-Q2"]);
		expect((await asked(ELSEWHERE, { first: 200 })).nodes.at(-1)).toMatchObject({
			fiscalYear: 2023,
			quarter: 4,
		});
	});

	it("are listed page by page without gaps, forward and backward", async () => {
		const query =
			"query($first: Int!, $after: String) { list: fiscalQuarters(first: $first, after: $after) { nodes { id: startsOn } pageInfo { hasNextPage endCursor } } }";
		const asker = {
			...hub,
			data: (text: string, given?: Record<string, unknown>) => hub.data(text, given, OFFICE),
		};
		const { nodes } = await asked(OFFICE, { first: 200 });
		const days = nodes.map(({ startsOn }: { startsOn: string }) => startsOn);
		expect(await walk(asker, query, 3)).toEqual(days);
		const { fiscalQuarters } = await hub.data(
			"{ fiscalQuarters(last: 2) { nodes { startsOn } pageInfo { hasPreviousPage startCursor } } }",
			{},
			OFFICE,
		);
		expect(fiscalQuarters.nodes.map(({ startsOn }: { startsOn: string }) => startsOn)).toEqual(
			days.slice(-2),
		);
		const earlier = await hub.data(
			"query($before: String) { fiscalQuarters(last: 2, before: $before) { nodes { startsOn } } }",
			{ before: fiscalQuarters.pageInfo.startCursor },
			OFFICE,
		);
		expect(
			earlier.fiscalQuarters.nodes.map(({ startsOn }: { startsOn: string }) => startsOn),
		).toEqual(days.slice(-4, -2));
	});

	it.each([
		[{ fiscalYears: [12] }, "fiscalYears: 12 is not a year"],
		[{ first: 0 }, "first: 0 is out of range; ask for 1 to 200 items a page"],
	])("reject %o", async (variables, message) => {
		expect(await hub.refusals(QUARTERS, variables, OFFICE)).toEqual([[message, "BAD_USER_INPUT"]]);
	});
});

describe("a quarter that can be released", () => {
	const second = async () =>
		(await asked(OFFICE, { fiscalYears: [2024] })).nodes.find(
			({ quarter }: State) => quarter === 2,
		);

	it("was reported by all centers", async () => {
		expect(await second()).toMatchObject({ isClosed: true, missingCount: 0, closed: null });
	});

	it("or closed by the program office, with its reason, which staff do not see", async () => {
		await hub.data(
			'mutation { closeQuarter(fiscalYear: 2024, quarter: 1, reason: "Ohio has no manager") { id } }',
			{},
			OFFICE,
		);
		expect((await firstOf2024(OFFICE)).rest).toMatchObject({
			isClosed: true,
			missingCount: 3,
			closed: { reason: "Ohio has no manager", closedBy: "office-1" },
		});
		expect((await firstOf2024(MANAGER)).rest).toMatchObject({ isClosed: null, closed: null });
	});

	it("says when a release covers it", async () => {
		await hub.add({
			engagements: CENTERS.map(({ id }, n) =>
				reported(
					`eng_public_${n}`,
					{ sme_id: "sme_a", kind: "EVENT", center_id: id, visibility: "PUBLIC" },
					"2024-02-03",
				),
			),
		});
		await hub.publish([[2024, 2]]);
		for (const viewer of [OFFICE, MANAGER]) {
			const { nodes } = await asked(viewer, { fiscalYears: [2024] });
			expect(
				nodes.map(({ quarter, isReleased }: State & { isReleased: boolean }) => [
					quarter,
					isReleased,
				]),
			).toEqual([
				[4, false],
				[3, false],
				[2, true],
				[1, false],
			]);
		}
	});
});
