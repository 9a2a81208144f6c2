import { type Figure, figureAt, type StoredTable } from "./stored-table.ts";
import type { View } from "./view.ts";

/** The figures of one value of the table's own dimension, one a period. */
export type Series = { place: number; figures: Figure[] };

export function seriesAt(table: StoredTable, view: View, place: number): Series {
	const figures = view.columns.map((period) => {
		const at = [...view.at];
		at[0] = place;
		at[at.length - 1] = period;
		return figureAt(table, view.measure, at);
	});
	return { place, figures };
}

/** Rows with records in some period, and those without any. */
export function seriesOf(table: StoredTable, view: View): { some: Series[]; none: number[] } {
	const all = view.rows.map((place) => seriesAt(table, view, place));
	const isNone = ({ figures }: Series) => figures.every(({ status }) => status === "EMPTY");
	return {
		some: all.filter((one) => !isNone(one)),
		none: all.filter(isNone).map(({ place }) => place),
	};
}

/** The largest figure that is given; at least a little, to divide by. */
export function mostOf(series: readonly Series[]): number {
	return Math.max(1e-9, ...series.flatMap(({ figures }) => figures.map(({ value }) => value ?? 0)));
}

/** How many figures are withheld. */
export function withheldOf(series: readonly Series[]): number {
	return series.flatMap(({ figures }) => figures).filter(({ status }) => status === "SUPPRESSED")
		.length;
}

/** What is compared once one more is chosen: it goes if it was, and the earlier of two makes room. */
export function chosenWith(compared: readonly number[], place: number): number[] {
	if (compared.includes(place)) return compared.filter((one) => one !== place);
	return [...compared.slice(-1), place];
}
