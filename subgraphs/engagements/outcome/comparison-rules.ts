import { parsePartialDate } from "../../../shared/dates.ts";
import { median as medianOfSorted } from "../../../shared/median.ts";

/** A figure as it is compared with others: of one client, for one window. */
export type ComparedFigure = {
	outcome_id: string;
	sme_id: string;
	metric: string;
	currency: string | null;
	value: number;
	verification: string;
	window_start: string | null;
	/** Of the client, where known and visible. */
	employees: number | null;
	/** The kind of all services it covers; null where they are of several kinds. */
	kind: string | null;
};

/** With which reports a figure is compared. */
type Basis = "METRIC" | "KIND" | "SIZE_CLASS" | "OWN_EARLIER";

export type Comparison = {
	basis: Basis;
	/** With how many reports. */
	reports: number;
	/** Null where there are too few. */
	median: number | null;
	deviation: number | null;
	timesMedian: number | null;
	exceeds: number | null;
	isUnusual: boolean | null;
};

/** Fewer reports say nothing about what is usual. */
const ENOUGH = 5;
/** From which modified z-score on a figure is unusual (Iglewicz and Hoaglin, 1993). */
const UNUSUAL_SCORE = 3.5;
/** What makes a median absolute deviation, and a mean one, comparable with a standard deviation. */
const OF_MEDIAN_DEVIATION = 1.4826;
const OF_MEAN_DEVIATION = 1.2533;

/** Firms by employees: from, and to where there is an end. */
const SIZE_CLASSES = [
	{ from: 0, to: 19 },
	{ from: 20, to: 99 },
	{ from: 100, to: 499 },
	{ from: 500, to: null },
] as const;

/** The size class of a firm; null where its employees are not known. */
export const sizeClassOf = (employees: number | null) =>
	employees === null
		? null
		: (SIZE_CLASSES.findLast(({ from }) => employees >= from) ?? SIZE_CLASSES[0]);

const medianOf = (values: readonly number[]): number =>
	medianOfSorted(values.toSorted((one, other) => one - other)) ?? 0;

/** How far from the median a figure lies, in deviations that a few extreme reports do not change. */
function scoreOf(value: number, values: readonly number[], median: number): number {
	const distances = values.map((one) => Math.abs(one - median));
	const distance = Math.abs(value - median);
	if (distance === 0) return 0;
	const mean = distances.reduce((sum, one) => sum + one, 0) / distances.length;
	// Where more than half of the reports say the same, their median deviation is nothing.
	const spread = medianOf(distances) * OF_MEDIAN_DEVIATION || mean * OF_MEAN_DEVIATION;
	return distance / spread;
}

function compare(basis: Basis, value: number, values: readonly number[]): Comparison {
	const reports = values.length;
	// A client's own reports are few; what they said is told all the same, but not judged.
	const isTold = reports >= (basis === "OWN_EARLIER" ? 1 : ENOUGH);
	if (!isTold)
		return {
			...{ basis, reports, median: null, deviation: null },
			...{ timesMedian: null, exceeds: null, isUnusual: null },
		};
	const median = medianOf(values);
	return {
		basis,
		reports,
		median,
		deviation: medianOf(values.map((one) => Math.abs(one - median))),
		timesMedian: median > 0 ? value / median : null,
		exceeds: values.filter((one) => one < value).length,
		isUnusual: reports >= ENOUGH ? scoreOf(value, values, median) > UNUSUAL_SCORE : null,
	};
}

/** Outcomes that say nothing about what is usual. */
const LEFT_OUT = ["OUTLIER", "DISPUTED", "WITHDRAWN"];

const firstDay = ({ window_start }: ComparedFigure) =>
	parsePartialDate(window_start ?? "")?.first ?? "";

/**
 * A figure compared with the others of its metric and currency: with all of them, with those of the same kind of service,
 * with those of clients of about its size, and with what its client reported for earlier windows. What was set aside is
 * not compared with; a basis that the figure has not (services of several kinds, size not known) is left out.
 */
export function comparisonsOf(
	figure: ComparedFigure,
	all: readonly ComparedFigure[],
): Comparison[] {
	const { kind, employees, sme_id: client } = figure;
	const peers = all.filter(
		(one) =>
			one.outcome_id !== figure.outcome_id &&
			one.metric === figure.metric &&
			one.currency === figure.currency &&
			!LEFT_OUT.includes(one.verification),
	);
	const size = sizeClassOf(employees);
	const start = firstDay(figure);
	const bases: Array<[Basis, ComparedFigure[] | undefined]> = [
		["METRIC", peers],
		["KIND", kind === null ? undefined : peers.filter((one) => one.kind === kind)],
		["SIZE_CLASS", size ? peers.filter((one) => sizeClassOf(one.employees) === size) : undefined],
		[
			"OWN_EARLIER",
			start === ""
				? undefined
				: peers.filter((one) => one.sme_id === client && firstDay(one) < start && firstDay(one)),
		],
	];
	return bases.flatMap(([basis, found]) =>
		found
			? [
					compare(
						basis,
						figure.value,
						found.map(({ value }) => value),
					),
				]
			: [],
	);
}
