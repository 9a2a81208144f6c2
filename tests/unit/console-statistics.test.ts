import { describe, expect, it } from "vitest";
import { readAddress, writeAddress } from "../../gateway/console/pages/statistics/address.ts";
import { grainOf, readPeriod } from "../../gateway/console/pages/statistics/axes.ts";
import { byInner } from "../../gateway/console/pages/statistics/compared.ts";
import { drawComparison } from "../../gateway/console/pages/statistics/comparison-chart.ts";
import { inOrder } from "../../gateway/console/pages/statistics/order.ts";
import { placeOf, type Release } from "../../gateway/console/pages/statistics/place.ts";
import { recordOf } from "../../gateway/console/pages/statistics/record.ts";
import {
	chosenWith,
	mostOf,
	seriesAt,
	seriesOf,
	withheldOf,
} from "../../gateway/console/pages/statistics/series.ts";
import {
	coordinatesOf,
	figureAt,
	type StoredTable,
	sizeOf,
} from "../../gateway/console/pages/statistics/stored-table.ts";
import { viewOf } from "../../gateway/console/pages/statistics/view.ts";
import { waitsOf } from "../../gateway/console/pages/statistics/waits.ts";
import { runsOf } from "../../gateway/console/parts/quarters.ts";
import { cellsOf } from "../../gateway/rest/statistics/stored-table.ts";

const value = (id: string, parent: string | null = null, label = id) => ({ id, label, parent });

/** Two centers in two states, and services without one; a year with one of its quarters, and a quarter of the next. */
const TABLE: StoredTable = {
	id: "engagements-by-center",
	title: "By center",
	dimensions: [
		{
			id: "center",
			label: "Center",
			values: [
				value("all"),
				value("US-GA", "all"),
				value("ga-mep", "US-GA"),
				value("US-AL", "all"),
				value("al-mep", "US-AL"),
				value("none", "all"),
			],
		},
		{
			id: "kind",
			label: "Kind",
			values: [value("all"), value("FACILITY_ACCESS", "all"), value("TRAINING", "all")],
		},
		{
			id: "period",
			label: "Period",
			values: [value("2024"), value("2024-Q4", "2024"), value("2025-Q1"), value("not-known")],
		},
	],
	measures: [
		{ id: "smes", label: "Manufacturers", unit: "manufacturers" },
		{
			id: "hours",
			label: "Hours",
			unit: "hours",
			only: { dimension: "kind", values: ["FACILITY_ACCESS"] },
		},
	],
	cells: {
		// ga-mep (2): all × 2024, all × 2024-Q4, FACILITY_ACCESS × 2024-Q4; al-mep (4): all × 2024-Q4
		at: [24, 25, 29, 49],
		suppressed: [0, 1, 0, 0],
		values: [
			[8, null, 5, 3],
			[null, null, 12.5, null],
		],
	},
	notes: [],
};
const release = (number: number, more: Partial<Release> = {}): Release => ({
	id: `rel_${number}`,
	number,
	publishedAt: "2026-01-02T03:04:05.000Z",
	basis: "REPORTED_RECORDS",
	synthetic: false,
	periods: [],
	rules: null,
	digest: "",
	program: "",
	note: null,
	tables: ["engagements-by-center", "engagements-by-state"].map((table) => ({
		table,
		title: table,
	})),
	...more,
});
const told = (strays: ReadonlyArray<{ name: string; value: string }>) =>
	strays.map(({ name, value: text }) => `${name}=${text}`);

describe("a stored table", () => {
	it("gives the same figures as the files of the release", () => {
		const files = [...cellsOf(TABLE)].map(({ values, status, applies }) =>
			values.map((figure, measure) => {
				if (!applies[measure]) return ["NOT_APPLICABLE", null];
				return [status, status === "SUPPRESSED" ? null : figure];
			}),
		);
		const own = Array.from({ length: sizeOf(TABLE) }, (_, place) =>
			TABLE.measures.map((_measure, measure) => {
				const figure = figureAt(TABLE, measure, coordinatesOf(TABLE, place));
				return [figure.status, figure.value];
			}),
		);
		expect(own).toEqual(files);
		expect(new Set(own.flat(1).map(([status]) => status))).toEqual(
			new Set(["PUBLISHED", "SUPPRESSED", "EMPTY", "NOT_APPLICABLE"]),
		);
	});
});

describe("the address of statistics", () => {
	it("is read as it was written", () => {
		const address = {
			table: "engagements-by-center",
			release: "2",
			measure: "hours",
			kind: "FACILITY_ACCESS",
			periods: "years",
			level: "1",
			scale: "own",
			compare: "ga-mep,al-mep",
			cells: "all",
		};
		expect(readAddress(writeAddress(address))).toEqual({ address, strays: [] });
	});

	it("names what it does not understand and keeps the rest", () => {
		const { address, strays } = readAddress({
			release: "two",
			kind: "TRAINING",
			constructor: "x",
			periods: "months",
			compare: "ga-mep,<b>,al-mep,oh-mep,ga-mep",
		});
		expect(address).toEqual({ kind: "TRAINING", compare: "ga-mep,al-mep" });
		expect(told(strays)).toEqual([
			"release=two",
			"constructor=x",
			"periods=months",
			"compare=<b>",
			"compare=oh-mep",
		]);
	});

	it("means the newest release and a usual table where it names none that there is", () => {
		const releases = [release(2), release(1)];
		expect(placeOf({}, [])).toBeUndefined();
		expect(placeOf({}, releases)).toMatchObject({
			release: { number: 2 },
			table: "engagements-by-state",
			isNewest: true,
			strays: [],
		});
		const old = placeOf({ release: "1", table: "engagements-by-center" }, releases);
		expect(old).toMatchObject({ release: { number: 1 }, isNewest: false });
		const none = placeOf({ release: "9", table: "engagements-by-moon" }, releases);
		expect(none).toMatchObject({ release: { number: 2 }, table: "engagements-by-state" });
		expect(told(none?.strays ?? [])).toEqual(["release=9", "table=engagements-by-moon"]);
	});

	it("names what the table does not have", () => {
		const view = viewOf(TABLE, {
			measure: "value",
			kind: "LUNCH",
			metric: "NEW_SALES-USD",
			level: "7",
			compare: "ga-mep,moon",
		});
		expect(told(view.strays)).toEqual([
			"measure=value",
			"kind=LUNCH",
			"metric=NEW_SALES-USD",
			"level=7",
			"compare=moon",
		]);
		expect(view).toMatchObject({ measure: 0, at: [0, 0, 0], level: 2, compared: [2] });
	});
});

describe("what is shown of a table", () => {
	const own = (places: readonly number[]) =>
		places.map((place) => TABLE.dimensions[0]?.values[place]?.id);

	it("is one level, whose rows together are the whole", () => {
		expect(own(viewOf(TABLE, {}).rows)).toEqual(["ga-mep", "al-mep", "none"]);
		expect(own(viewOf(TABLE, { level: "1" }).rows)).toEqual(["US-GA", "US-AL", "none"]);
	});

	it("is by quarter while there are few years, with what is not known of either", () => {
		const { grain, grains, columns } = viewOf(TABLE, {});
		expect([grain, grains, columns]).toEqual(["quarters", ["years", "quarters"], [1, 2, 3]]);
		expect(viewOf(TABLE, { periods: "years" }).columns).toEqual([0, 3]);
		expect(grainOf([value("not-known")])).toEqual({ grains: ["years"], usual: "years" });
		expect(grainOf(["2021", "2022", "2023", "2023-Q1"].map((id) => value(id))).usual).toBe("years");
		expect([readPeriod("2024-Q3"), readPeriod("2024"), readPeriod("soon")]).toEqual([
			{ year: 2024, quarter: 3 },
			{ year: 2024 },
			undefined,
		]);
	});

	it("is in the value that a measure applies to, and says so if the address says another", () => {
		const view = viewOf(TABLE, { measure: "hours" });
		expect([view.at[1], view.strays]).toEqual([1, []]);
		expect(seriesAt(TABLE, view, 2).figures.map((figure) => figure.value)).toEqual([12.5, 0, 0]);
		const other = viewOf(TABLE, { measure: "hours", kind: "TRAINING" });
		expect([other.at[1], told(other.strays)]).toEqual([1, ["kind=TRAINING"]]);
	});

	it("tells withheld figures from zeros, and rows without any record apart", () => {
		const view = viewOf(TABLE, {});
		const { some, none } = seriesOf(TABLE, view);
		expect(some.map(({ figures }) => figures.map(({ status }) => status))).toEqual([
			["SUPPRESSED", "EMPTY", "EMPTY"],
			["PUBLISHED", "EMPTY", "EMPTY"],
		]);
		expect(own(none)).toEqual(["none"]);
		expect([mostOf(some), withheldOf(some)]).toEqual([3, 1]);
	});

	it("is in the order in which readers look for names; what is none of all stands last", () => {
		const [centers, kinds] = TABLE.dimensions;
		const name = (place: number) => centers?.values[place]?.id ?? "";
		expect(own(inOrder(centers, name, "en"))).toEqual([
			"all",
			"US-AL",
			"al-mep",
			"US-GA",
			"ga-mep",
			"none",
		]);
		expect(inOrder(kinds, () => "", "en")).toEqual([0, 1, 2]);
	});

	it("leads to records where its values are such", () => {
		const [centers] = TABLE.dimensions;
		if (!centers) throw new Error();
		expect(centers.values.map((one) => recordOf(centers, one))).toEqual([
			undefined,
			undefined,
			"MepCenter",
			undefined,
			"MepCenter",
			undefined,
		]);
	});
});

describe("two side by side", () => {
	it("are the two that were chosen last", () => {
		expect(chosenWith([], 3)).toEqual([3]);
		expect(chosenWith([3], 4)).toEqual([3, 4]);
		expect(chosenWith([3, 4], 5)).toEqual([4, 5]);
		expect(chosenWith([3, 4], 3)).toEqual([4]);
	});

	it("are told by kind of service for the latest period with a date", () => {
		const view = viewOf(TABLE, { compare: "ga-mep,al-mep", periods: "years" });
		expect(byInner(TABLE, view)).toMatchObject({ dimension: 1, period: 0 });
		const rows = byInner(TABLE, view)?.rows.map(({ figures }) => figures.map(({ value: v }) => v));
		expect(rows).toEqual([
			[8, 0],
			[0, 0],
			[0, 0],
		]);
		expect(byInner(TABLE, viewOf(TABLE, { measure: "hours", compare: "ga-mep" }))).toBeUndefined();
	});

	it("hatch what is withheld over the whole height, and never say a figure of it", () => {
		const view = viewOf(TABLE, {});
		const series = [2, 4].map((place) => ({ ...seriesAt(TABLE, view, place), name: `${place}` }));
		const says = {
			period: (index: number) => `period ${index}`,
			figure: ({ value: v }: { value: number | null }) => (v === null ? "withheld" : String(v)),
			number: String,
		};
		const option = drawComparison(series, ["a", "b", "c"], says)((token) => token) as {
			series: Array<{ data: Array<{ value: number; itemStyle?: object }> }>;
			tooltip: { formatter: (found: unknown) => string };
		};
		expect(option.series.map(({ data }) => data.map((one) => one.value))).toEqual([
			[3, 0, 0],
			[3, 0, 0],
		]);
		expect(option.series[0]?.data[0]?.itemStyle).toMatchObject({ color: "transparent" });
		expect(option.series[1]?.data[0]?.itemStyle).toBeUndefined();
		expect(option.tooltip.formatter([{ dataIndex: 0 }])).toBe("period 0\n2: withheld\n4: 3");
	});
});

describe("a release", () => {
	it("covers runs of quarters, and waits for the next one", () => {
		const quarter = (fiscalYear: number, of: number) => ({ fiscalYear, quarter: of });
		const periods = [quarter(2023, 1), quarter(2024, 3), quarter(2024, 4), quarter(2025, 1)];
		expect(runsOf(periods)).toEqual([
			{ first: periods[0], last: periods[0] },
			{ first: periods[1], last: periods[3] },
		]);
		expect(waitsOf(release(1, { periods }))[0]).toEqual({
			what: "statistics.waits.quarter",
			quarter: quarter(2025, 2),
		});
		const year = [quarter(2024, 4)];
		expect(waitsOf(release(1, { periods: year }))[0]?.quarter).toEqual(quarter(2025, 1));
		expect(waitsOf(release(1, { basis: "PUBLISHED_CASES" }))).toEqual([
			{ what: "statistics.waits.cases" },
		]);
	});
});
