import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fiscalYearOfDay, parsePartialDate } from "../../shared/dates.ts";
import { dateColumns } from "../../subgraphs/engagements/engagement/rules.ts";

describe("partial dates", () => {
	it("keep their precision and have a first and last day", () => {
		expect(parsePartialDate("2018")).toEqual({
			text: "2018",
			first: "2018-01-01",
			last: "2018-12-31",
		});
		expect(parsePartialDate("2020-02")).toEqual({
			text: "2020-02",
			first: "2020-02-01",
			last: "2020-02-29",
		});
		expect(parsePartialDate("2018-03-07")).toEqual({
			text: "2018-03-07",
			first: "2018-03-07",
			last: "2018-03-07",
		});
	});

	it.each([
		"",
		"18",
		"2018-13",
		"2018-00",
		"2018-02-30",
		"2018-3",
		"about 2017",
		"2018-03-07T00:00",
	])("reject %j", (text) => {
		expect(parsePartialDate(text)).toBeUndefined();
	});

	it("match the calendar for every day", () => {
		fc.assert(
			fc.property(
				fc.date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true }),
				(date) => {
					const day = date.toISOString().slice(0, 10);
					expect(parsePartialDate(day)?.first).toBe(day);
					const month = parsePartialDate(day.slice(0, 7));
					expect(month && month.first <= day && day <= month.last).toBe(true);
				},
			),
		);
	});
});

describe("the US federal year", () => {
	it("starts in October and is named after the year it ends in", () => {
		expect(fiscalYearOfDay("2017-09-30")).toBe(2017);
		expect(fiscalYearOfDay("2017-10-01")).toBe(2018);
	});

	it("is unknown if the date is too coarse", () => {
		expect(dateColumns("2018").fiscal_year).toBeNull();
		expect(dateColumns("2018-11").fiscal_year).toBe(2019);
		expect(dateColumns(null)).toEqual({
			started_on: null,
			started_first: "",
			started_last: "",
			fiscal_year: null,
		});
	});
});
