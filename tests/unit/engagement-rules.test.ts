import { describe, expect, it } from "vitest";
import { median } from "../../shared/median.ts";
import {
	dateColumns,
	daysOfQuarter,
	quarterOfDay,
	statusAfter,
	type Transition,
	traceIdOf,
} from "../../subgraphs/engagements/engagement/rules.ts";
import { daysOf, monthsOf, ratio } from "../../subgraphs/engagements/figures/rules.ts";
import {
	type Claim,
	countsTwice,
	isOutlier,
	outcomeFaults,
	reviewsOf,
} from "../../subgraphs/engagements/outcome/rules.ts";
import { quarterFaults } from "../../subgraphs/engagements/quarter/rules.ts";
import { isSmall } from "../../subgraphs/engagements/sme/rules.ts";

const STATUSES = [
	"DRAFT",
	"SUBMITTED",
	"RETURNED",
	"APPROVED",
	"REPORTED",
	"AMENDED",
	"VOIDED",
] as const;

/** Rows: the transition; columns: the status before, in the order of STATUSES; "-": not possible. */
const TRANSITIONS: Record<Transition, string> = {
	submit: "SUBMITTED - SUBMITTED - - - -",
	withdraw: "- DRAFT - - - - -",
	discard: "VOIDED - VOIDED - - - -",
	return: "- RETURNED - - - - -",
	approve: "- APPROVED - - - - -",
	approveLate: "- AMENDED - - - - -",
	report: "- - - REPORTED - - -",
	amend: "DRAFT SUBMITTED RETURNED APPROVED AMENDED AMENDED -",
	void: "VOIDED VOIDED VOIDED VOIDED VOIDED VOIDED -",
};

describe("engagements", () => {
	it.each(Object.entries(TRANSITIONS))("%s: %s", (transition, row) => {
		const after = STATUSES.map((status) => statusAfter(transition as Transition, status) ?? "-");
		expect(after.join(" ")).toBe(row);
	});

	it.each([
		["2025-09-30", 2025, 4],
		["2025-10-01", 2026, 1],
		["2025-12-31", 2026, 1],
		["2026-01-01", 2026, 2],
		["2026-03-31", 2026, 2],
		["2026-04-01", 2026, 3],
		["2026-06-30", 2026, 3],
		["2026-07-01", 2026, 4],
	])("%s is in fiscal year %i, quarter %i", (day, fiscalYear, quarter) => {
		expect(quarterOfDay(day)).toEqual({ fiscalYear, quarter });
		const { first, last } = daysOfQuarter(fiscalYear, quarter);
		expect(first <= day && day <= last).toBe(true);
		expect([first, last]).toContain(day);
	});

	it.each([
		["2018-09", 2018],
		["2018-10", 2019],
		["2018", null],
	])("that started in %s are of fiscal year %s", (startedOn, fiscalYear) => {
		expect(dateColumns(startedOn).fiscal_year).toBe(fiscalYear);
	});

	it("of one manufacturer, kind, center and institute are one trace", () => {
		const row = { sme_id: "sme_1", kind: "TRAINING", center_id: "ga-mep", institute_id: null };
		expect(traceIdOf(row)).toBe("sme_1~TRAINING~ga-mep~");
		const others = [
			{ ...row, sme_id: "sme_2" },
			{ ...row, kind: "ASSISTANCE" },
			{ ...row, center_id: null, institute_id: "ga-mep" },
		];
		expect(new Set([row, ...others].map(traceIdOf)).size).toBe(4);
	});
});

it("quarters are 1 to 4, of years from 1988 to 2200", () => {
	const paths = (year: number, quarter: number) =>
		quarterFaults(year, quarter).map(({ path }) => path);
	for (const [year, quarter] of [
		[1988, 1],
		[2200, 4],
	] as const)
		expect(paths(year, quarter)).toEqual([]);
	expect(paths(1987, 0)).toEqual(["fiscalYear", "quarter"]);
	expect(paths(2201, 5)).toEqual(["fiscalYear", "quarter"]);
});

describe("years of key figures", () => {
	it.each([
		[{ year: 2017, startMonth: 10 }, "2016-10-01", "2017-09-30"],
		[{ year: 2016, startMonth: 1 }, "2016-01-01", "2016-12-31"],
		[{ year: 2016, startMonth: 3 }, "2015-03-01", "2016-02-29"],
		[{ year: 2016, startMonth: 7 }, "2015-07-01", "2016-06-30"],
	])("%j has the days %s to %s", (year, first, last) => {
		expect(daysOf(year)).toEqual({ first, last });
		expect(monthsOf(year)).toEqual({ first: first.slice(0, 7), last: last.slice(0, 7) });
	});

	it("have medians and ratios only where there is something to divide", () => {
		expect([[], [4], [1, 4], [1, 2, 9]].map(median)).toEqual([null, 4, 2.5, 2]);
		expect([ratio(1, 4), ratio(0, 4), ratio(1, 0)]).toEqual([0.25, 0, null]);
	});
});

it.each([
	[499, null, true],
	[499, false, true],
	[499, true, null],
	[500, null, false],
	[500, true, false],
	[null, false, null],
])(
	"a manufacturer with %s employees, in a larger group: %s, is small: %s",
	(employees, group, small) => {
		expect(isSmall(employees, group)).toBe(small);
	},
);

describe("outcomes", () => {
	it.each([
		["SELF_REPORTED", "CENTER_CHECKED VERIFIED OUTLIER DISPUTED WITHDRAWN"],
		["CENTER_CHECKED", "VERIFIED OUTLIER DISPUTED WITHDRAWN"],
		["VERIFIED", "DISPUTED WITHDRAWN"],
		["OUTLIER", "CENTER_CHECKED VERIFIED DISPUTED WITHDRAWN"],
		["DISPUTED", "VERIFIED WITHDRAWN"],
		["WITHDRAWN", ""],
	])("%s may become: %s", (verification, reviews) => {
		expect(reviewsOf(verification).join(" ")).toBe(reviews);
	});

	it.each([
		["NEW_SALES", "USD", 10, 10_000_000],
		["INVESTMENT", "USD", 0, 1_000_000],
		["COST_SAVINGS", "USD", null, 50_000_000],
		["JOBS_CREATED", null, 3, 10],
		["JOBS_RETAINED", null, 20, 40],
		["JOBS_RETAINED", null, null, 500],
	])(
		"%s in %s of a firm with %s employees are plausible up to %i",
		(metric, currency, employees, most) => {
			expect(isOutlier({ metric, currency, value: most }, employees)).toBe(false);
			expect(isOutlier({ metric, currency, value: most + 1 }, employees)).toBe(true);
		},
	);

	it("in other currencies are not judged", () => {
		expect(isOutlier({ metric: "NEW_SALES", currency: "EUR", value: 1e12 }, 1)).toBe(false);
	});

	it("count twice if the provider is the same and the windows share a day", () => {
		const window = (
			start: string | null,
			end: string | null,
			center: string | null = "ga-mep",
		) => ({
			center_id: center,
			institute_id: "america-makes",
			window_start: start,
			window_end: end,
		});
		const first = window("2025-01-01", "2025-06-30");
		expect(countsTwice(first, window("2025-06-30", "2025-12-31"))).toBe(true);
		expect(countsTwice(first, window("2025-07-01", "2025-12-31"))).toBe(false);
		expect(countsTwice(first, window("2024-01-01", "2025-01-01"))).toBe(true);
		expect(countsTwice(first, window(null, null))).toBe(false);
		expect(countsTwice(first, window("2025-01-01", "2025-06-30", "oh-mep"))).toBe(false);
		const institute = window("2025-01-01", "2025-06-30", null);
		expect(countsTwice(institute, institute)).toBe(true);
		expect(countsTwice(institute, { ...institute, institute_id: "lift" })).toBe(false);
	});

	it("name everything that is wrong with a report", () => {
		const claim = (metric: string, value: number, currency?: string): Claim => ({
			metric,
			value,
			currency,
		});
		const draft = { windowStart: "2025-01", windowEnd: "2025-12", covers: ["eng_1"] };
		const paths = (more: object, claims = [claim("NEW_SALES", 5, "USD")]) =>
			outcomeFaults({ ...draft, claims, ...more }, "2026-01-01").map(({ path }) => path);
		expect(paths({})).toEqual([]);
		expect(paths({ windowStart: "2026-01", windowEnd: "2025-12-31" })).toEqual(["windowEnd"]);
		expect(paths({ windowEnd: "2026-01" })).toEqual([]);
		expect(paths({ windowEnd: "2026-01-02" })).toEqual(["windowEnd"]);
		expect(paths({ covers: [] })).toEqual(["covers"]);
		expect(paths({}, [])).toEqual(["claims"]);
		expect(paths({}, [claim("NEW_SALES", 5)])).toEqual(["claims.0.currency"]);
		expect(paths({}, [claim("JOBS_CREATED", 1.5)])).toEqual(["claims.0.value"]);
		expect(paths({}, [claim("JOBS_CREATED", 1, "USD")])).toEqual(["claims.0.currency"]);
		expect(paths({}, [claim("NET_PROMOTER_SCORE", -100)])).toEqual([]);
		expect(paths({}, [claim("NET_PROMOTER_SCORE", 101)])).toEqual(["claims.0.value"]);
		expect(paths({}, [claim("JOBS_CREATED", 1), claim("JOBS_CREATED", 2)])).toEqual([
			"claims.1.metric",
		]);
	});
});
