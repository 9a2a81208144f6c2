import { describe, expect, it } from "vitest";
import { leftOut, partText, stateText } from "../../gateway/console/pages/quarters/standing.ts";
import { readAsked } from "../../gateway/console/pages/releases/address.ts";
import { figuresName, whyText } from "../../gateway/console/pages/releases/said.ts";
import { quarterParameter, readQuarter } from "../../gateway/console/parts/quarters.ts";
import type { Words } from "../../gateway/console/words/use-words.ts";

/** Says ids with their values. */
const say = (id: string, values?: object) => (values ? `${id} ${JSON.stringify(values)}` : id);
const KNOWN = new Set([
	"trace.metric.NEW_SALES",
	"releases.reason.FEW_CONTRIBUTORS",
	"kind.TRAINING",
]);
const t = Object.assign(say, {
	maybe: (id: string, otherwise: string) => (KNOWN.has(id) ? id : otherwise),
	date: (date: string) => date.slice(0, 10),
}) as unknown as Words;

const part = {
	center: { id: "ga-mep", name: "Georgia" },
	report: null,
	approvedCount: 0,
	submittedCount: 0,
	draftCount: 0,
	returnedCount: 0,
	amendedCount: 0,
};
const state = {
	fiscalYear: 2024,
	quarter: 2,
	startsOn: "2024-01-01",
	endsOn: "2024-03-31",
	hasEnded: true,
	isReleased: false,
	isClosed: false,
	missingCount: 3,
	closed: null,
};

describe("a quarter in an address", () => {
	it("is read as it is written", () => {
		for (const quarter of [1, 2, 3, 4]) {
			const one = { fiscalYear: 2024, quarter };
			expect(readQuarter(quarterParameter(one))).toEqual(one);
		}
		for (const wrong of ["2024-Q5", "2024-Q0", "24-Q1", "2024", "2024-q1", "2024-Q1 "])
			expect([wrong, readQuarter(wrong)]).toEqual([wrong, undefined]);
	});

	it("may stand beside others, or for all closed ones", () => {
		expect(readAsked("all")).toBeNull();
		expect(readAsked("2024-Q1,2024-Q2")).toEqual([
			{ fiscalYear: 2024, quarter: 1 },
			{ fiscalYear: 2024, quarter: 2 },
		]);
		expect(readAsked("2024-Q1,later")).toBeUndefined();
		expect(readAsked("")).toBeUndefined();
	});
});

describe("how a quarter stands", () => {
	const said = (more: object, when: object = {}) =>
		partText(t, { ...part, ...more }, { ...state, ...when }).split(" ")[0];

	it("of a center: what blocks it comes before what it leaves out", () => {
		expect(said({})).toBe("quarters.open.nothing");
		expect(said({ approvedCount: 2 })).toBe("quarters.open");
		expect(said({ approvedCount: 2, draftCount: 1 })).toBe("quarters.open.drafts");
		expect(said({ submittedCount: 1, returnedCount: 1 })).toBe("quarters.blocked");
		expect(said({ submittedCount: 1 }, { hasEnded: false })).toBe("quarters.runs");
		const report = { id: "r", reportedAt: "2024-04-02T", reportedBy: "boss", engagementCount: 4 };
		expect(said({ report, submittedCount: 1 })).toBe("quarters.reported");
		expect(leftOut({ ...part, draftCount: 2, returnedCount: 3 })).toBe(5);
	});

	it("of the network: whether the next release adds it", () => {
		const of = (more: object) => stateText(t, { ...state, ...more }, 51).match(/quarters\.[\w.]+/g);
		const closed = { closedAt: "2024-05-01T", closedBy: "office", reason: "x" };
		expect(of({})).toEqual(["quarters.closed.not", "quarters.next.waits"]);
		expect(of({ closed, isClosed: true })).toEqual([
			"quarters.closed.office",
			"quarters.next.added",
		]);
		expect(of({ isClosed: true, missingCount: 0 })).toEqual([
			"quarters.closed.all",
			"quarters.next.added",
		]);
		expect(of({ isClosed: true, isReleased: true, missingCount: 0 })).toEqual([
			"quarters.closed.all",
			"quarters.next.released",
		]);
		expect(of({ hasEnded: false })).toEqual(["quarters.runs"]);
	});
});

describe("what the hub says of a release", () => {
	it("is said in the language of the page where it is known, and as it is otherwise", () => {
		expect(figuresName(t, "NEW_SALES of fiscal year 2024")).toBe(
			'releases.figures-of {"figures":"trace.metric.NEW_SALES","year":"2024"}',
		);
		expect(figuresName(t, "engagements of fiscal year 2024")).toContain("releases.services");
		expect(figuresName(t, "something else")).toBe("something else");
		expect(whyText(t, "ga-mep, TRAINING, 2024-Q1: FEW_CONTRIBUTORS")).toBe(
			"ga-mep, kind.TRAINING, 2024-Q1: releases.reason.FEW_CONTRIBUTORS",
		);
		expect(whyText(t, "no figure would be left")).toBe("no figure would be left");
	});
});
