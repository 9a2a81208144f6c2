import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FiguresFixture, openFiguresFixture, within } from "../support/figures.ts";
import { OFFICE } from "../support/viewers.ts";

let hub: FiguresFixture;
beforeAll(async () => {
	hub = await openFiguresFixture();
});
afterAll(() => hub.close());
const figures: FiguresFixture["figures"] = (...asked) => hub.figures(...asked);

describe("NONE, NOT_KNOWN, DATED_TOO_COARSELY and NO_RECORDS are distinct", () => {
	it.each([
		[
			"MepCenter",
			"ga-mep",
			2010,
			"SMES_SERVED",
			"NO_RECORDS",
			/^no record of this year .*; 1 record without a date$/,
		],
		[
			"MepCenter",
			"oh-mep",
			2010,
			"NEW_SALES",
			"NO_RECORDS",
			/^no outcome report of this year that may be seen$/,
		],
		[
			"MepCenter",
			"ga-mep",
			2019,
			"SMES_SERVED",
			"DATED_TOO_COARSELY",
			/^1 record dated too coarsely .*; 1 record without a date; ask for calendarYear$/,
		],
		[
			"MepCenter",
			"ga-mep",
			2019,
			"NEW_SALES",
			"DATED_TOO_COARSELY",
			/^1 outcome report dated too coarsely/,
		],
		[
			"MepCenter",
			"ga-mep",
			2019,
			"TECH_TRANSFER_YIELD",
			"DATED_TOO_COARSELY",
			/^1 record dated too coarsely/,
		],
		[
			"MepCenter",
			"ga-mep",
			2015,
			"MEDIAN_MRL_GAIN",
			"NO_RECORDS",
			/^no technology transfer of this year/,
		],
		[
			"Institute",
			"mxd",
			2019,
			"MEDIAN_MRL_GAIN",
			"NOT_KNOWN",
			/^1 technology transfer of this year, none of which gives both levels$/,
		],
		[
			"MepCenter",
			"tx-mep",
			2015,
			"JOBS_CREATED",
			"NOT_KNOWN",
			/^1 outcome report of this year, set aside until reviewed/,
		],
		["MepCenter", "wa-mep", 2015, "NEW_SALES", "NOT_KNOWN", /none of which gives it in USD/],
		[
			"MepCenter",
			"ga-mep",
			2016,
			"SALES",
			"NOT_KNOWN",
			/^the outcome reports of this year give new sales, but none gives retained sales$/,
		],
		["Institute", "mxd", 2015, "SME_SHARE", "NOT_KNOWN", /^no source counts/],
	])("%s %s %i %s: %s", async (type, id, year, figure, answer, absent) => {
		expect((await figures(type, id, year)).get(figure)).toMatchObject({
			answer,
			value: null,
			absent: expect.stringMatching(absent),
		});
	});

	it("zero is NONE, and was counted", async () => {
		// A center that reported a year without engagements served nobody; a viewer of a part cannot know.
		expect((await figures("MepCenter", "me-mep", 2015, OFFICE)).get("SMES_SERVED")).toMatchObject({
			answer: "NONE",
			value: 0,
			absent: null,
		});
		expect((await figures("MepCenter", "me-mep", 2015)).get("SMES_SERVED")).toMatchObject({
			answer: "NO_RECORDS",
			value: null,
		});
		expect((await figures("MepCenter", "ga-mep", 2015)).get("TECH_TRANSFER_YIELD")).toMatchObject({
			answer: "NONE",
			value: 0,
			n: 2,
			absent: null,
		});
		for (const year of [2010, 2015, 2016, 2018, 2019])
			for (const [, one] of await figures("MepCenter", "ga-mep", year))
				expect(one.value === 0, `${year} ${one.figure}`).toBe(one.answer === "NONE");
	});

	it("a calendar year includes records dated to the year", async () => {
		const found = await figures("MepCenter", "ga-mep", 2018, undefined, "calendarYear");
		expect(found.get("SMES_SERVED")).toMatchObject({
			answer: "KNOWN",
			value: 1,
			...within(1, 1, { datedTooCoarsely: 0, undated: 1 }),
		});
		expect(found.get("NEW_SALES")).toMatchObject({ value: 1000, n: 1 });
		expect(found.get("NEW_SALES_PER_FEDERAL_DOLLAR")).toMatchObject({
			answer: "NOT_KNOWN",
			absent: expect.stringContaining("ask for fiscalYear instead"),
		});
		const network = await figures(
			"Network",
			"mep-national-network",
			2015,
			undefined,
			"calendarYear",
		);
		expect(network.get("SME_SHARE")).toMatchObject({ answer: "NOT_KNOWN", published: null });
		expect(network.get("SMES_SERVED")).toMatchObject({ value: 2, ...within(2, null) });
	});
});
