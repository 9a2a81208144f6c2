import { describe, expect, it } from "vitest";
import {
	type ComparedFigure,
	comparisonsOf,
	sizeClassOf,
} from "../../subgraphs/engagements/outcome/comparison-rules.ts";
import {
	claimListFaults,
	isCorrectable,
	outlierLimit,
	overlapRuling,
	sameClaims,
} from "../../subgraphs/engagements/outcome/rules.ts";

const figure = (id: string, value: number, more: Partial<ComparedFigure> = {}): ComparedFigure => ({
	...{ outcome_id: id, sme_id: id, metric: "NEW_SALES", currency: "USD", value },
	...{ verification: "SELF_REPORTED", window_start: "2020", employees: 10, kind: "TRAINING" },
	...more,
});
const peers = (...values: number[]) => values.map((value, index) => figure(`p${index}`, value));
const overall = (value: number, others: ComparedFigure[]) =>
	comparisonsOf(figure("one", value), [...others, figure("one", value)])[0];

describe("a figure beside others", () => {
	it("is unusual by deviations from the median that extreme reports do not move", () => {
		// Half of the reports lie within 10 of 100: 3.5 robust deviations are about 52.
		const others = peers(80, 90, 100, 110, 120);
		expect(overall(150, others)).toMatchObject({ median: 100, deviation: 10, isUnusual: false });
		expect(overall(153, others)).toMatchObject({ isUnusual: true, timesMedian: 1.53, exceeds: 5 });
		expect(overall(47, others)?.isUnusual).toBe(true);
		// One report of a billion changes neither.
		const extreme = [...peers(80, 90, 100, 110, 120, 100), figure("x", 1e9)];
		expect(overall(1000, extreme)).toMatchObject({ median: 100, isUnusual: true });
	});

	it("is compared by the mean deviation where most say the same, and with zero as with any other", () => {
		expect(overall(100, peers(100, 100, 100, 100, 160))).toMatchObject({ isUnusual: false });
		expect(overall(500, peers(100, 100, 100, 100, 160))).toMatchObject({ isUnusual: true });
		expect(overall(1, peers(0, 0, 0, 0, 0))).toMatchObject({
			...{ median: 0, timesMedian: null, exceeds: 5, isUnusual: true },
		});
	});

	it("is compared with its like only", () => {
		const others = [
			...peers(1, 2, 3, 4),
			figure("money", 9, { currency: "EUR" }),
			figure("metric", 9, { metric: "INVESTMENT" }),
			...["OUTLIER", "DISPUTED", "WITHDRAWN"].map((verification) =>
				figure(verification, 9, { verification }),
			),
		];
		expect(overall(5, others)).toMatchObject({ reports: 4, median: null, isUnusual: null });
		const other = { kind: "EVENT", employees: 700 };
		const bases = (more: Partial<ComparedFigure>) =>
			comparisonsOf(figure("one", 5, more), [
				...peers(1, 2, 3, 4, 5),
				figure("far", 6, other),
				figure("own", 7, { sme_id: "one", window_start: "2019-03" }),
				figure("later", 8, { sme_id: "one", window_start: "2021" }),
				figure("undated", 8, { sme_id: "one", window_start: null }),
			]).map(({ basis, reports }) => [basis, reports]);
		expect(bases({})).toEqual([
			["METRIC", 9],
			["KIND", 8],
			["SIZE_CLASS", 8],
			["OWN_EARLIER", 1],
		]);
		expect(bases({ kind: null, employees: null, window_start: null })).toEqual([["METRIC", 9]]);
	});

	it("has a size class by employees", () => {
		const from = (employees: number | null) => sizeClassOf(employees)?.from;
		expect([null, 0, 19, 20, 99, 100, 499, 500, 9000].map(from)).toEqual([
			...[undefined, 0, 0, 20, 20, 100, 100, 500, 500],
		]);
	});
});

describe("the rules of reports", () => {
	it("state a bound for money in USD and for jobs", () => {
		const limit = (metric: string, employees: number | null, currency?: string) =>
			outlierLimit({ metric, currency }, employees);
		expect(limit("NEW_SALES", 12, "USD")).toBe(12_000_000);
		expect(limit("NEW_SALES", 0, "USD")).toBe(1_000_000);
		expect(limit("NEW_SALES", null, "USD")).toBe(50_000_000);
		expect(limit("NEW_SALES", 12, "EUR")).toBeNull();
		expect(limit("JOBS_CREATED", 3)).toBe(10);
		expect(limit("NET_PROMOTER_SCORE", 3)).toBeNull();
	});

	it("say what becomes of a report beside an earlier one", () => {
		const report = {
			...{ center_id: "a", institute_id: null, window_start: "2020", window_end: "2020" },
		};
		const ruling = (more: object) =>
			overlapRuling(report, { ...report, verification: "SELF_REPORTED", ...more });
		expect(ruling({})).toBe("REFUSED");
		expect(ruling({ verification: "OUTLIER" })).toBe("REFUSED");
		expect(ruling({ center_id: "b" })).toBe("BOTH_COUNT");
		expect(ruling({ verification: "DISPUTED" })).toBe("EARLIER_SET_ASIDE");
		expect(ruling({ verification: "WITHDRAWN" })).toBeUndefined();
		expect(ruling({ window_start: "2021", window_end: "2021" })).toBeUndefined();
		expect(ruling({ window_start: null, window_end: null })).toBeUndefined();
	});

	it("tell which may be corrected, and whether a correction changes anything", () => {
		const all = ["SELF_REPORTED", "OUTLIER", "DISPUTED", "CENTER_CHECKED", "VERIFIED", "WITHDRAWN"];
		expect(all.filter(isCorrectable)).toEqual(all.slice(0, 3));
		const jobs = { metric: "JOBS_CREATED", value: 3 };
		const sales = { metric: "NEW_SALES", value: 3, currency: "USD" };
		expect(sameClaims([jobs, sales], [sales, { ...jobs, currency: null }])).toBe(true);
		expect(sameClaims([jobs], [jobs, sales])).toBe(false);
		expect(sameClaims([sales], [{ ...sales, currency: "EUR" }])).toBe(false);
		expect(claimListFaults([jobs, jobs]).map(({ path }) => path)).toEqual(["claims.1.metric"]);
	});
});
