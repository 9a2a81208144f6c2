import { describe, expect, it } from "vitest";
import { planRelease, type QuarterDone } from "../../subgraphs/engagements/release/plan.ts";
import { statusIn } from "../../subgraphs/engagements/release/previous.ts";
import { rulesBelowFloors } from "../../subgraphs/engagements/release/refusals.ts";
import {
	outcomeYears,
	periodLabel,
	wholeYears,
} from "../../subgraphs/engagements/statistics/periods.ts";
import { cellsOf, type StoredTable } from "../../subgraphs/engagements/statistics/table.ts";
import { FLOORS } from "../../subgraphs/engagements/suppression/system.ts";

const done = (center_id: string | null, fiscal_year: number, quarter: number): QuarterDone => ({
	center_id,
	fiscal_year,
	quarter,
});
const known = (rows: QuarterDone[], released: string[] = []) => ({
	done: rows,
	centers: ["a", "b"],
	released,
	today: "2026-01-01",
});

describe("the plan of a release", () => {
	const both = [done("a", 2024, 1), done("b", 2024, 1)];

	it.each([
		["reported by all centers", known(both), ["2024-Q1"]],
		["closed by the program office", known([done(null, 2024, 2)]), ["2024-Q2"]],
		["of a release before stay", known([], ["2023-Q4"]), ["2023-Q4"]],
		[
			"come in time",
			known([done(null, 2025, 1), ...both, done("a", 2024, 2)], ["2024-Q3"]),
			["2024-Q1", "2024-Q3", "2025-Q1"],
		],
	])("quarters %s", (_, facts, quarters) => {
		expect(planRelease(null, facts)).toEqual({ quarters });
	});

	it("only the quarters asked for are added", () => {
		const facts = known([...both, done(null, 2024, 2)], ["2023-Q4"]);
		expect(planRelease([{ fiscalYear: 2024, quarter: 2 }], facts)).toEqual({
			quarters: ["2023-Q4", "2024-Q2"],
		});
	});

	it("names the centers that have not reported an open quarter", () => {
		const facts = known([done("a", 2024, 1)]);
		for (const [quarter, centers] of [
			[1, ["b"]],
			[2, ["a", "b"]],
		] as const)
			expect(planRelease([{ fiscalYear: 2024, quarter }], facts)).toEqual({
				refusals: [expect.objectContaining({ code: "QUARTER_OPEN", centers })],
			});
	});

	it("is refused where nothing is closed, and for a quarter that has not ended", () => {
		expect(planRelease(null, known([done("a", 2024, 1)]))).toEqual({
			refusals: [expect.objectContaining({ code: "NOTHING_CLOSED" })],
		});
		expect(planRelease([{ fiscalYear: 2026, quarter: 2 }], known([]))).toEqual({
			refusals: [expect.objectContaining({ message: expect.stringContaining("has not ended") })],
		});
	});
});

describe("periods", () => {
	const year = (fiscalYear: number, ...quarters: number[]) =>
		quarters.map((quarter) => `${fiscalYear}-Q${quarter}`);

	it("a year is whole with four quarters", () => {
		expect(wholeYears([...year(2024, 4, 3, 2, 1), ...year(2023, 1, 2, 3)])).toEqual([2024]);
	});

	it("outcomes of a year wait until two quarters after it are closed", () => {
		const whole = year(2024, 1, 2, 3, 4);
		expect(outcomeYears(whole)).toEqual([]);
		expect(outcomeYears([...whole, ...year(2025, 1)])).toEqual([]);
		expect(outcomeYears([...whole, ...year(2025, 1, 2)])).toEqual([2024]);
		expect(outcomeYears([...year(2024, 2, 3, 4), ...year(2025, 1, 2)])).toEqual([]);
	});

	it("have names", () => {
		expect(["2024", "2024-Q1", "2024-Q4"].map(periodLabel)).toEqual([
			"Fiscal year 2024",
			"Fiscal year 2024, October to December 2023",
			"Fiscal year 2024, July to September 2024",
		]);
	});
});

const TABLE: StoredTable = {
	id: "t",
	title: "T",
	dimensions: [
		{
			id: "x",
			label: "X",
			values: ["all", "x1", "x2"].map((id) => ({ id, label: id, parent: null })),
		},
		{ id: "period", label: "P", values: [{ id: "2024-Q1", label: "", parent: null }] },
	],
	measures: [
		{ id: "n", label: "N", unit: "n" },
		{ id: "m", label: "M", unit: "m", only: { dimension: "x", values: ["x1"] } },
	],
	cells: {
		at: [0, 1],
		suppressed: [0, 1],
		values: [
			[5, null],
			[null, null],
		],
	},
	notes: [],
};

describe("a stored table", () => {
	it("tells every cell, those without records as empty", () => {
		expect([...cellsOf(TABLE)]).toEqual([
			{ coordinates: [0, 0], values: [5, null], status: "PUBLISHED" },
			{ coordinates: [1, 0], values: [null, null], status: "SUPPRESSED" },
			{ coordinates: [2, 0], values: [0, null], status: "EMPTY" },
		]);
		expect([...cellsOf(TABLE, [[1, 2], [0]], 1)]).toEqual([
			{ coordinates: [2, 0], values: [0, null], status: "EMPTY" },
		]);
	});

	it.each([
		[["all", "2024-Q1"], 1],
		[["x1", "2024-Q1"], 2],
		[["x2", "2024-Q1"], 1],
		// Values that it does not have were known to be empty; periods that it does not have were not published.
		[["x3", "2024-Q1"], 1],
		[["x1", "2024-Q2"], 0],
	] as const)("said of %o: %i", (coordinates, status) => {
		expect(statusIn(TABLE, coordinates)).toBe(status);
	});
});

describe("rules", () => {
	it.each([
		["minContributors", 2],
		["minMoneyContributors", 4],
		["maxShare", 0.81],
		["priorPercent", 9],
		["minContributors", Number.NaN],
	] as const)("with %s %d protect too little", (rule, value) => {
		expect(rulesBelowFloors({ ...FLOORS, [rule]: value })).toMatchObject({
			code: "RULES_BELOW_FLOORS",
			message: expect.stringContaining(rule),
		});
	});

	it("at their floors are allowed", () => {
		expect(rulesBelowFloors(FLOORS)).toBeUndefined();
	});
});
