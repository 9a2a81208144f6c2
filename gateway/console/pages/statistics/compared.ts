import { NOT_KNOWN } from "./axes.ts";
import { type Figure, figureAt, type StoredTable } from "./stored-table.ts";
import type { View } from "./view.ts";

/** A figure of each of the two that are compared. */
export type ComparedRow = { key: number; name: string; figures: Figure[] };

/**
 * What is compared in the latest period by the values of one more dimension: the kinds of service, or how far outcomes were
 * checked. Undefined where the measure applies to one value of it only.
 */
export function byInner(table: StoredTable, view: View) {
	const dimension = table.dimensions.length - 2;
	const periods = table.dimensions.at(-1)?.values ?? [];
	const known = view.columns.filter((place) => periods[place]?.id !== NOT_KNOWN);
	const period = known.at(-1) ?? view.columns.at(-1) ?? 0;
	if (table.measures[view.measure]?.only?.dimension === table.dimensions[dimension]?.id)
		return undefined;
	const values = table.dimensions[dimension]?.values ?? [];
	const rows = values.map((_, key) => {
		const figures = view.compared.map((own) => {
			const at = [...view.at];
			at[0] = own;
			at[dimension] = key;
			at[at.length - 1] = period;
			return figureAt(table, view.measure, at);
		});
		return { key, figures };
	});
	return { dimension, period, rows };
}
