import { describe, expect, it } from "vitest";
import { recipeOf, sourceFor } from "../../subgraphs/engagements/evaluation/rules.ts";
import {
	commitmentKindOf,
	matchRatio,
	matchWarning,
	otherMeasure,
	programYearIn,
} from "../../subgraphs/institutes/funding/rules.ts";
import { coverageOf } from "../../subgraphs/mep/center/rules.ts";

it.each([
	[null, "NOT_COMPARABLE"],
	["one year", "ONE_YEAR"],
	["first year of five", "ONE_YEAR"],
	["a year, eligible for four more", "NOT_COMPARABLE"],
	["each year of five", "EACH_OF_FIVE_YEARS"],
	["five years in total", "SEVERAL_YEARS"],
	["one year study", "NOT_COMPARABLE"],
	["half a year", "NOT_COMPARABLE"],
	["some time", "NOT_COMPARABLE"],
])("an award of the period %j covers %s", (period, coverage) => {
	expect(coverageOf(period)).toBe(coverage);
});

describe("commitments", () => {
	it("are federal, non-federal or of both; only amounts of the whole agreement are added", () => {
		expect(commitmentKindOf("federal_award")).toBe("FEDERAL");
		expect(commitmentKindOf("member_cost_share")).toBe("NON_FEDERAL");
		expect(commitmentKindOf("total_funding")).toBe("TOTAL");
		expect(commitmentKindOf("new_sales")).toBeUndefined();
		for (const whole of ["federal", "non_federal", "total"])
			expect(otherMeasure(`${whole}_commitment`)).toBeNull();
		expect(otherMeasure("base_federal_funding")).toMatch(/base federal funding/);
	});

	it("have a ratio where both amounts are known, and a warning below 1:1", () => {
		expect(matchRatio(100, 150)).toBe(1.5);
		expect(matchRatio(100, 0)).toBe(0);
		expect([matchRatio(0, 5), matchRatio(undefined, 5), matchRatio(5)]).toEqual([null, null, null]);
		expect([matchWarning(null), matchWarning(1), matchWarning(2)]).toEqual([null, null, null]);
		expect(matchWarning(0.99)).toMatch(/is 0\.99 of the federal money/);
	});

	it("are of a program year, the first being that of the establishment", () => {
		expect(programYearIn(2013, "2012-10-01")).toBe(1);
		expect(programYearIn(2013, "2012-09-30")).toBe(2);
		expect(programYearIn(2020, "2013")).toBe(8);
	});
});

describe("an indicator is answered", () => {
	it.each([
		["return-on-investment", "OBSERVED", "COMPUTED"],
		["member-counts", "OBSERVED", "OBSERVED"],
		["patent-licensing", "COMPUTED", "COMPUTED"],
		["partnerships", "NEITHER", "NEITHER"],
		["no-such-indicator", "NEITHER", "NEITHER"],
	] as const)("%s: for a network %s, for an institute %s", (id, network, institute) => {
		expect(sourceFor(recipeOf(id), "Network")).toBe(network);
		expect(sourceFor(recipeOf(id), "Institute")).toBe(institute);
	});
});
