import type { FigureFieldsFragment } from "../graphql/graphql.ts";

/** The accepted figures of one metric, one a year, earliest first. */
export type Series = { property: string; unit: string | null; figures: FigureFieldsFragment[] };

/** The metrics of a network as series in the order of `metrics`, and the years that any of them has. */
export function seriesOf(
	figures: readonly FigureFieldsFragment[],
	metrics: readonly string[],
): { series: Series[]; years: number[] } {
	const known = figures.filter(
		({ value, fiscalYear }) => typeof value === "number" && typeof fiscalYear === "number",
	);
	const series = metrics.map((property) => {
		const own = known.filter((figure) => figure.property === property);
		own.sort((a, b) => Number(a.fiscalYear) - Number(b.fiscalYear));
		// A metric that a source splits by period or party has several figures a year; the first is of the whole.
		const yearly = own.filter((one, index) => one.fiscalYear !== own[index - 1]?.fiscalYear);
		return { property, unit: yearly[0]?.unit ?? null, figures: yearly };
	});
	const years = new Set(
		series.flatMap(({ figures }) => figures.map((one) => Number(one.fiscalYear))),
	);
	return {
		series: series.filter(({ figures }) => figures.length > 0),
		years: [...years].sort((a, b) => a - b),
	};
}

export type Point = { x: number; y: number; year: number; isBreak: boolean };

/** The points of a line of `width` × `height`, by year and value from zero; a line ends where the definition changes. */
export function linesOf(
	{ figures }: Series,
	[first, last]: [number, number],
	width: number,
	height: number,
): Point[][] {
	const most = Math.max(...figures.map(({ value }) => Number(value)), 1e-9);
	const lines: Point[][] = [];
	for (const { fiscalYear, value, seriesBreak } of figures) {
		const isBreak = Boolean(seriesBreak);
		const point = {
			x: last === first ? width / 2 : ((Number(fiscalYear) - first) / (last - first)) * width,
			y: height - (Number(value) / most) * height,
			year: Number(fiscalYear),
			isBreak,
		};
		const line = lines.at(-1);
		// Years after a change that are marked as such continue its line.
		if (!line || (isBreak && !line.at(-1)?.isBreak)) lines.push([point]);
		else line.push(point);
	}
	return lines;
}
