import { describe, expect, it } from "vitest";
import {
	byField,
	claimsOf,
	coversOf,
	type Draft,
	faultsOf,
	isWindow,
	reportOf,
	usualWindows,
} from "../../gateway/console/pages/outcomes/draft.ts";
import { KNOWN, variablesOf } from "../../gateway/console/pages/verify/address.ts";
import { reasonsOf } from "../../gateway/console/pages/verify/explain.ts";
import type { Words } from "../../gateway/console/words/use-words.ts";

const draft = (more: Partial<Draft> = {}): Draft => ({
	...{ key: "k", sme: { id: "s", name: "S" }, windowStart: "2025", windowEnd: "2025-06" },
	...{ values: { NEW_SALES: "250,000" }, currency: "usd" },
	...more,
});

describe("the form of a report", () => {
	it.each([
		["250000", 250_000],
		["250,000", 250_000],
		["1 250 000.5", 1_250_000.5],
		["-100", -100],
	])("reads %s as a number", (text, value) => {
		expect(claimsOf(draft({ values: { NEW_SALES: text } }))).toEqual([
			{ metric: "NEW_SALES", value, currency: "USD" },
		]);
	});

	it.each(["25o", "1,5", "1.000.000", "12,00", "1e6", "."])(
		"asks about %s, which it does not guess",
		(text) => {
			const faults = faultsOf(draft({ values: { NEW_SALES: text } }), ["e"]);
			expect(faults).toEqual([{ field: "NEW_SALES", problem: "NOT_A_NUMBER" }]);
		},
	);

	it("says what is missing or cannot be, in its order", () => {
		const told = (more: Partial<Draft>, covers: string[] = ["e"]) =>
			faultsOf(draft(more), covers).map(({ field, problem }) => `${field} ${problem}`);
		expect(told({})).toEqual([]);
		expect(told({ sme: undefined, windowStart: "", windowEnd: "soon", values: {} }, [])).toEqual([
			"smeId MISSING",
			"windowStart MISSING",
			"windowEnd NOT_A_DATE",
			"claims MISSING",
		]);
		expect(told({ windowEnd: "2024" })).toEqual(["windowEnd BEFORE_START"]);
		expect(told({}, [])).toEqual(["covers MISSING"]);
	});

	it("ticks the services that began in the window, as far as their date tells", () => {
		const began = (...dates: Array<string | null>) =>
			coversOf(
				draft(),
				dates.map((startedOn) => ({ id: String(startedOn), startedOn })),
			);
		expect(began("2025-01-01", "2025-06", "2025-06-30", "2025-07-01", "2025", null)).toEqual([
			...["2025-01-01", "2025-06", "2025-06-30"],
		]);
		expect(coversOf(draft({ covers: ["chosen"] }), [])).toEqual(["chosen"]);
		expect(isWindow(draft({ windowStart: "2025-13" }))).toBe(false);
	});

	it("knows the usual windows, on both sides of October", () => {
		expect(usualWindows("2026-11-24")).toEqual([
			{ id: "months", windowStart: "2025-11", windowEnd: "2026-10" },
			{ id: "federal", windowStart: "2025-10", windowEnd: "2026-09" },
			{ id: "calendar", windowStart: "2025", windowEnd: "2025" },
		]);
		expect(usualWindows("2026-03-01")[1]).toMatchObject({
			...{ windowStart: "2024-10", windowEnd: "2025-09" },
		});
	});

	it("sends what was typed under its key, and finds the field that the hub names", () => {
		expect(reportOf(draft({ windowStart: " 2025 " }), ["e"])).toEqual({
			...{ clientMutationId: "k", smeId: "s", windowStart: "2025", windowEnd: "2025-06" },
			...{ covers: ["e"], claims: [{ metric: "NEW_SALES", value: 250_000, currency: "USD" }] },
		});
		const claims = claimsOf(draft());
		const faults = new Map([
			["claims.0.metric", "twice"],
			["windowEnd", "future"],
			["covers.0", "void"],
		]);
		expect([...byField(faults, claims)]).toEqual([
			["NEW_SALES", "twice"],
			["windowEnd", "future"],
			["covers", "void"],
		]);
	});
});

describe("the outcomes to verify", () => {
	it("are those that wait, the oldest first, unless the address says otherwise", () => {
		expect(variablesOf({})).toEqual({
			verifications: ["OUTLIER", "SELF_REPORTED", "CENTER_CHECKED"],
			orderBy: "REPORTED_ASC",
		});
		expect(variablesOf({ state: "DISPUTED", order: "largest", metric: "INVESTMENT" })).toEqual({
			...{ verifications: ["DISPUTED"], orderBy: "LARGEST_FIRST", metrics: ["INVESTMENT"] },
		});
		expect([KNOWN.state("toString"), KNOWN.order("LARGEST"), KNOWN.metric("x")]).toEqual([
			...[false, false, false],
		]);
	});

	/** Says the id of a message with its values. */
	const t = Object.assign(
		(id: string, values: object = {}) => [id, ...Object.values(values)].join(" "),
		{ number: (value: number) => String(value) },
	) as unknown as Words;
	const none = { median: null, deviation: null, timesMedian: null, exceeds: null, isUnusual: null };
	const claim = { metric: "NEW_SALES", value: 900, currency: "USD", qualifier: null } as const;
	const compared = (comparisons: object[], more: object = {}) => ({
		...{ metric: "NEW_SALES", employees: 12, limit: null, kind: "TRAINING" },
		...{ employeesFrom: 0, employeesTo: 19, comparisons, ...more },
	});
	const reasons = (comparisons: object[], more: object = {}) =>
		reasonsOf(t, claim, compared(comparisons, more) as never).map(({ text }) => text);

	it("say the bound first, then each comparison in words, and that there are too few", () => {
		const told = { reports: 48, median: 75, deviation: 5, exceeds: 47, isUnusual: true };
		expect(
			reasons(
				[
					{ basis: "METRIC", ...told, timesMedian: 12 },
					{ basis: "KIND", ...told, timesMedian: 1.1 },
					{ basis: "SIZE_CLASS", ...none, reports: 2 },
					{ basis: "OWN_EARLIER", ...none, reports: 0 },
				],
				{ limit: 800 },
			),
		).toEqual([
			"outcomes.explain.bound 12 800 USD",
			"outcomes.explain.times 48 47 75 USD 12 outcomes.basis.METRIC",
			"outcomes.explain.about 48 47 75 USD 1.1 outcomes.basis.KIND kind.TRAINING",
			"outcomes.explain.few 2 outcomes.basis.SIZE_CLASS 0 19",
			"outcomes.explain.own.none",
		]);
		expect(reasons([], { employees: null, limit: 800 })).toEqual([
			"outcomes.explain.bound-unknown 800 USD",
		]);
		expect(reasons([], { limit: 900 })).toEqual([]);
		expect(reasonsOf(t, claim, undefined)).toEqual([]);
	});
});
