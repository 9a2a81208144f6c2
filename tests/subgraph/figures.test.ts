import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { median } from "../../shared/median.ts";
import type { Viewer } from "../../shared/viewer/viewer.ts";
import { type FiguresFixture, openFiguresFixture, within } from "../support/figures.ts";
import { OFFICE, STAFF } from "../support/viewers.ts";

let hub: FiguresFixture;
beforeAll(async () => {
	hub = await openFiguresFixture();
});
afterAll(() => hub.close());
const figures: FiguresFixture["figures"] = (...asked) => hub.figures(...asked);

describe("key figures of a year", () => {
	it("of a center: each manufacturer once, sums with coverage", async () => {
		const found = await figures("MepCenter", "ga-mep", 2015);
		expect(found.get("SMES_SERVED")).toMatchObject({ value: 2, n: 2, absent: null });
		expect(found.get("NEW_SALES")).toEqual({
			figure: "NEW_SALES",
			answer: "KNOWN",
			...within(1, 2, { basis: "RECORDS", datedTooCoarsely: 1 }),
			published: null,
			otherFigures: [],
			value: 150,
			unit: "usd",
			n: 2,
			verification: [
				{ verification: "SELF_REPORTED", reports: 1 },
				{ verification: "VERIFIED", reports: 1 },
			],
			absent: null,
		});
		expect(found.get("RETAINED_SALES")).toMatchObject({ value: 7, n: 1 });
		expect(found.get("SALES")).toMatchObject({ value: 157, n: 3 });
		expect(found.get("JOBS_CREATED")).toMatchObject({
			answer: "NOT_KNOWN",
			value: null,
			n: 0,
			absent: "3 outcome reports of this year, none of which gives it",
		});
		// sme_a had a transfer from an institute in the same year, sme_c had none.
		expect(found.get("CROSS_PROGRAM_REACH")).toMatchObject({ value: 0.5, n: 2 });
		expect(found.get("TECH_TRANSFER_YIELD")).toMatchObject({ value: 0, n: 2 });
		expect(found.get("MATCH_RATIO")).toMatchObject({ value: null, absent: expect.any(String) });
		expect(found.get("INVESTMENT_PER_FEDERAL_DOLLAR")).toMatchObject({
			answer: "NOT_KNOWN",
			value: null,
			absent: "3 outcome reports of this year, none of which gives it",
		});
		// An award for several years is not the money of one year.
		expect(
			(await figures("MepCenter", "ga-mep", 2016)).get("NEW_SALES_PER_FEDERAL_DOLLAR"),
		).toMatchObject({
			answer: "NOT_KNOWN",
			value: null,
			absent: expect.stringContaining("covers this year alone"),
		});
	});

	it("of a center: a part of its outcomes is not divided by its total award", async () => {
		const seen = async (viewer?: Viewer) =>
			(await figures("MepCenter", "ga-mep", 2015, viewer)).get("NEW_SALES_PER_FEDERAL_DOLLAR");
		// The public sees a part; viewers of all records of a completely reported year see the ratio.
		expect(await seen()).toMatchObject({
			answer: "PART_OF_WHOLE",
			value: null,
			n: 2,
			absent: expect.stringContaining("are a part of the center's"),
		});
		for (const viewer of [STAFF, OFFICE])
			expect(await seen(viewer)).toMatchObject({
				answer: "KNOWN",
				value: 1.5,
				unit: "usd_per_usd",
				absent: null,
				verification: [
					{ verification: "SELF_REPORTED", reports: 1 },
					{ verification: "VERIFIED", reports: 1 },
				],
			});
		expect(
			(await figures("MepCenter", "oh-mep", 2015, OFFICE)).get("FEDERAL_DOLLARS_PER_JOB"),
		).toMatchObject({
			answer: "PART_OF_WHOLE",
			value: null,
			absent: expect.stringContaining("has not reported all four quarters"),
		});
	});

	it("of a network: one public case is not divided by national money", async () => {
		const found = await figures("Network", "mep-national-network", 2015);
		expect(found.get("JOBS_CREATED")).toMatchObject({
			value: 3,
			...within(1, 27_574, { basis: "PUBLISHED" }),
		});
		for (const viewer of [undefined, OFFICE])
			expect(
				(await figures("Network", "mep-national-network", 2015, viewer)).get(
					"FEDERAL_DOLLARS_PER_JOB",
				),
			).toMatchObject({
				answer: "PART_OF_WHOLE",
				value: null,
				...within(1, 27_574),
				absent: expect.stringMatching(
					/of [23] manufacturers of 27,574, while federal money is for/,
				),
				published: { property: "federal_usd_per_job", value: 1381 },
			});
		expect(found.get("NEW_SALES_PER_FEDERAL_DOLLAR")).toMatchObject({
			value: null,
			published: { property: "new_sales_per_federal_dollar", value: 19.6 },
			otherFigures: [{ property: "return_per_federal_dollar", value: 53.3 }],
		});
		expect(found.get("SMES_SERVED")).toMatchObject({
			value: 2,
			...within(2, 27_574),
			published: { property: "manufacturers_interacted", value: 27_574 },
		});
		// No share for a network whose manufacturers nobody counts.
		expect((await figures("Network", "manufacturing-usa", 2015)).get("SMES_SERVED")).toMatchObject({
			value: 2,
			...within(2, null, { basis: "PUBLISHED" }),
		});
	});

	it("of an institute: yield and median gain", async () => {
		const found = await figures("Institute", "mxd", 2015);
		expect(found.get("SMES_SERVED")).toMatchObject({ value: 2 });
		expect(found.get("TECH_TRANSFER_YIELD")).toMatchObject({ value: 1 });
		expect(found.get("MEDIAN_MRL_GAIN")).toMatchObject({ value: 3, n: 3 });
	});

	it("of a network: each manufacturer once across centers", async () => {
		const found = await figures("Network", "mep-national-network", 2015);
		expect(found.get("SMES_SERVED")).toMatchObject({ value: 2 });
		expect(
			(await figures("Network", "mep-national-network", 2016)).get("SMES_SERVED"),
		).toMatchObject({ value: 1 });
	});

	it("use the owner's money and members", async () => {
		const mxd = await figures("Institute", "mxd", 2015);
		expect(mxd.get("MATCH_RATIO")).toMatchObject({ value: 1.2, n: 2, absent: null });
		expect(mxd.get("NEW_SALES_PER_FEDERAL_DOLLAR")).toMatchObject({ value: null });
		const usa = await figures("Network", "manufacturing-usa", 2015);
		expect(usa.get("MATCH_RATIO")).toMatchObject({ value: 1.5, n: 2 });
		expect(usa.get("SME_SHARE")).toMatchObject({ value: 0.65, n: 1 });
		const mep = await figures("Network", "mep-national-network", 2015);
		expect(mep.get("SME_SHARE")).toMatchObject({ value: 0.75, n: 2 });
		expect(mep.get("MATCH_RATIO")).toMatchObject({ value: null, answer: "NOT_KNOWN" });
		// A share of small firms among manufacturers is not the share of SMEs among industry members.
		expect(usa.get("SME_SHARE")).toMatchObject({
			...within(1, 1, { basis: "PUBLISHED" }),
			published: { property: "sme_share_of_industry_members" },
			otherFigures: [{ property: "small_share_of_manufacturer_members", value: 72 }],
		});
		// Commitments cover the whole agreement, as coverage states.
		expect(mxd.get("MATCH_RATIO")?.coverage.words).toContain("not of this year alone");
	});

	it("if the owner cannot be reached: figures that need its money are absent with a reason", async () => {
		hub.ownersDown(true);
		const found = await figures("MepCenter", "ga-mep", 2015);
		hub.ownersDown(false);
		expect(found.get("NEW_SALES")).toMatchObject({ value: 150 });
		expect(found.get("NEW_SALES_PER_FEDERAL_DOLLAR")).toMatchObject({
			value: null,
			absent: "The mep subgraph cannot be reached; try again",
		});
	});

	it("of a network of China are of the calendar year", async () => {
		// Of mxd in 2015: three transfers in March, counted for the network that the fixture puts it in.
		const found = await figures("Network", "qingdao-ten", 2015);
		expect(found.get("SMES_SERVED")).toMatchObject({ value: 2 });
		const later = await figures("Network", "qingdao-ten", 2018);
		expect(later.get("SMES_SERVED")).toMatchObject({ value: 1 });
		expect((await figures("Institute", "mxd", 2018)).get("SMES_SERVED")).toMatchObject({
			answer: "NO_RECORDS",
			value: null,
		});
	});

	it("include only what the viewer may see", async () => {
		for (const viewer of [STAFF, OFFICE])
			expect((await figures("MepCenter", "ga-mep", 2015, viewer)).get("SMES_SERVED")).toMatchObject(
				{ value: 3 },
			);
	});

	it("of many centers take four statements", async () => {
		const representations = ["ga-mep", "oh-mep", "xx-mep"].map((id) => ({
			__typename: "MepCenter",
			id,
		}));
		await hub.data(
			"query($representations: [_Any!]!) { _entities(representations: $representations) { ... on MepCenter { keyFigures(fiscalYear: 2015) { value } } } }",
			{ representations },
		);
		expect(hub.statements).toHaveLength(4);
	});

	it("without a year are rejected", async () => {
		const query =
			'{ _entities(representations: [{ __typename: "MepCenter", id: "ga-mep" }]) { ... on MepCenter { keyFigures(fiscalYear: 15) { value } } } }';
		expect(await hub.refusals(query)).toEqual([["fiscalYear: 15 is not a year", "BAD_USER_INPUT"]]);
		const asked = (years: string) =>
			hub.refusals(query.replace("(fiscalYear: 15)", years).replaceAll("()", ""));
		for (const years of ["()", "(fiscalYear: 2015, calendarYear: 2015)", "(fiscalYear: null)"])
			expect(await asked(years)).toEqual([
				["fiscalYear: give either fiscalYear or calendarYear", "BAD_USER_INPUT"],
			]);
		expect(await asked("(calendarYear: 15)")).toEqual([
			["calendarYear: 15 is not a year", "BAD_USER_INPUT"],
		]);
	});
});

it.each([
	[[], null],
	[[4], 4],
	[[1, 2], 1.5],
	[[1, 2, 9], 2],
])("the median of %j is %j", (numbers, middle) => {
	expect(median(numbers)).toBe(middle);
});
