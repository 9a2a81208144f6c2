import { describe, expect, it, vi } from "vitest";
import { groupsOf, hasWords } from "../../gateway/console/app/search-groups.ts";
import { byState, linksOf, spread } from "../../gateway/console/pages/overview/places.ts";
import { compare } from "../../gateway/console/parts/columns.ts";
import { stringify } from "../../gateway/console/parts/csv.ts";
import { sameFigure, strip } from "../../gateway/console/parts/figure-group.ts";
import { linesOf, seriesOf } from "../../gateway/console/parts/series.ts";
import {
	formatDate,
	formatNumber,
	formatShort,
	formatValue,
} from "../../gateway/console/words/format.ts";

describe("formats", () => {
	it("of values follow their unit and the language", () => {
		expect(formatValue("en", 16_200_000_000, "usd")).toBe("$16.2B");
		expect(formatValue("zh", 16_200_000_000, "usd")).toBe("$162亿");
		expect(formatValue("en", 1633, "usd")).toBe("$1,633");
		expect(formatValue("en", 24.6, "usd_per_usd")).toBe("$24.6");
		expect(formatValue("en", 66.7, "percent")).toBe("66.7%");
		expect(formatValue("en", 2.09, "ratio")).toBe("2.09");
		expect(formatNumber("en", 1291)).toBe("1,291");
		expect(formatShort("en", 191_000)).toBe("191K");
		expect(formatShort("en", 36_000)).toBe("36,000");
	});

	it("of dates are as precise as the source", () => {
		expect(formatDate("en", "2018")).toBe("2018");
		expect(formatDate("en", "2018-03")).toBe("Mar 2018");
		expect(formatDate("en", "2018-03-07")).toBe("Mar 7, 2018");
		expect(formatDate("zh", "2018-03")).toBe("2018年3月");
		expect(formatDate("en", "2018-03-07T10:00:00Z")).toBe("Mar 7, 2018");
		expect(formatDate("en", "about 2018")).toBe("about 2018");
	});
});

describe("CSV", () => {
	it("quotes what needs it, and no text is taken for a formula", () => {
		const rows = [
			["a", 'say "x", y'],
			["=1+1", -5],
			[null, undefined],
		];
		expect(stringify(rows)).toBe(`a,"say ""x"", y"\r\n'=1+1,-5\r\n,\r\n`);
	});

	it("orders numbers by size and text as the language does", () => {
		expect([10, 9].sort((a, b) => compare("en", a, b))).toEqual([9, 10]);
		expect(["b 10", "b 9", "A"].sort((a, b) => compare("en", a, b))).toEqual(["A", "b 9", "b 10"]);
	});
});

describe("what sources say of one figure", () => {
	const one = (id: string, more: object = {}) => ({
		id,
		property: "members",
		fiscalYear: 2017,
		period: null,
		asOf: null,
		party: null,
		number: null,
		value: 1,
		accepted: false,
		...more,
	});

	it("is of the same year and party, the accepted one first, however they call the period", () => {
		const all = [
			one("a", { period: "5 years" }),
			one("b", { accepted: true }),
			one("c", { fiscalYear: 2018 }),
		];
		expect(sameFigure(one("a"), all).map(({ id }) => id)).toEqual(["b", "a"]);
	});

	it("is told apart by period where several are accepted", () => {
		const all = [
			one("a", { accepted: true, period: "Q1" }),
			one("b", { accepted: true, period: "Q2" }),
		];
		expect(sameFigure(one("a", { period: "Q1" }), all).map(({ id }) => id)).toEqual(["a"]);
	});

	it("stands on a strip by its value", () => {
		expect(strip([10, 20, 15])).toEqual([0, 1, 0.5]);
		expect(strip([10, 10])).toEqual([0.5, 0.5]);
	});
});

describe("headline figures", () => {
	const figure = (fiscalYear: number, value: number, seriesBreak: string | null = null) =>
		({
			id: `${fiscalYear}`,
			property: "members",
			unit: "count",
			fiscalYear,
			value,
			seriesBreak,
		}) as never;

	it("stand by year; metrics without one are left out", () => {
		const { series, years } = seriesOf([figure(2017, 2), figure(2015, 1)], ["projects", "members"]);
		expect(years).toEqual([2015, 2017]);
		expect(
			series.map(({ property, figures }) => [property, figures.map(({ value }) => value)]),
		).toEqual([["members", [1, 2]]]);
	});

	it("are no single line across a change of definition", () => {
		const figures = [
			figure(2015, 5),
			figure(2016, 10),
			figure(2017, 2, "changed"),
			figure(2018, 4, "changed"),
		];
		const [members] = seriesOf(figures, ["members"]).series;
		if (!members) throw new Error("no series");
		const lines = linesOf(members, [2015, 2018], 90, 10);
		expect(lines.map((line) => line.map(({ x, y }) => [x, y]))).toEqual([
			[
				[0, 5],
				[30, 0],
			],
			[
				[60, 8],
				[90, 6],
			],
		]);
	});
});

describe("places", () => {
	const institute = (id: string, state: string | null, more: object = {}) =>
		({
			id,
			name: id,
			headquarters: { state, country: "US" },
			satellites: [],
			facilities: [],
			...more,
		}) as never;
	const center = (id: string, state: string) => ({ id, name: id, state, city: null });

	it("are gathered by state, branches only where the headquarters are not", () => {
		const lift = institute("lift", "US-MI", {
			satellites: [{ city: "Columbus", state: "US-OH" }],
			facilities: [{ id: "f", name: "lab", state: "US-MI" }],
		});
		const places = byState([lift, institute("abroad", null)], [center("oh-mep", "US-OH")]);
		expect(
			places.map(({ state, centers, institutes, branches }) => [
				state,
				centers.length,
				institutes.length,
				branches.map(({ name }) => name),
			]),
		).toEqual([
			["US-MI", 0, 1, []],
			["US-OH", 1, 0, ["Columbus"]],
		]);
	});

	it("are linked once, and not with themselves", () => {
		const lift = institute("lift", "US-MI", {
			satellites: [{ state: "US-OH" }, { state: "US-OH" }, { state: "US-MI" }],
		});
		const embedding = { center: { id: "oh-mep" }, institute: { id: "lift" } } as never;
		const unknown = { center: null, institute: { id: "lift" } } as never;
		const links = linksOf([lift], [center("oh-mep", "US-OH")], [embedding, unknown]);
		expect(links.map(({ key }) => key)).toEqual(["branch US-MI US-OH", "embedding US-OH US-MI"]);
	});

	it("stand around the middle of their state in rows of four", () => {
		expect(spread(1, [10, 10], 4)).toEqual([[10, 10]]);
		expect(spread(5, [0, 0], 2)).toEqual([
			[-3, -1],
			[-1, -1],
			[1, -1],
			[3, -1],
			[0, 1],
		]);
	});
});

describe("search", () => {
	it("finds words in any order, in either language", () => {
		expect(hasWords("Composites Manufacturing facility", "FACILITY comp")).toBe(true);
		expect(hasWords("美国制造——国家增材制造创新中心", "增材")).toBe(true);
		expect(hasWords("lab", "lab x")).toBe(false);
	});

	it("finds a word with a capital I in a Turkish browser, where its small letter is another one", () => {
		const lower = String.prototype.toLowerCase;
		vi.spyOn(String.prototype, "toLocaleLowerCase").mockImplementation(function (this: string) {
			return lower.call(this.replaceAll("I", "ı"));
		});
		expect(hasWords("Advanced Institute", "institute")).toBe(true);
	});

	it("groups what was found, and says how many there are beyond what is listed", () => {
		const facilities = Array.from({ length: 8 }, (_, index) => ({
			id: `f${index}`,
			name: `Lab ${index}`,
			institute: { id: "mxd", name: "MxD" },
		}));
		const offered = {
			facilities: { nodes: facilities },
			courses: { nodes: [] },
			technologies: { nodes: [] },
			networks: [],
		};
		const groups = groupsOf("lab", { offered });
		expect(groups.map(({ type, found, total }) => [type, found.length, total])).toEqual([
			["Facility", 6, 8],
		]);
	});
});
