import type { CellData } from "../../parts/take-along.ts";
import type { Names } from "./names.ts";
import { seriesAt } from "./series.ts";
import type { Shown } from "./use-statistics.ts";

/** Some rows of what is shown as a table of one figure a line, with what a withheld or empty one is. */
export function figuresTaken({ place, table, view }: Shown, names: Names, rows: readonly number[]) {
	const inner = table.dimensions.slice(1, -1);
	const picked = inner.map(({ values }, index) => values[view.at[index + 1] ?? 0]?.id ?? "");
	const [own] = table.dimensions;
	const periods = table.dimensions.at(-1)?.values ?? [];
	const measure = table.measures[view.measure]?.id ?? "";
	return {
		columns: [
			"release",
			own?.id ?? "",
			`${own?.id}_label`,
			...inner.map(({ id }) => id),
			"period",
			"measure",
			"value",
			"unit",
			"status",
			"synthetic",
		],
		rows: rows.flatMap((row) =>
			seriesAt(table, view, row).figures.map(({ status, value }, index): CellData[] => [
				place.release.number,
				own?.values[row]?.id ?? "",
				names.own(row),
				...picked,
				periods[view.columns[index] ?? 0]?.id ?? "",
				measure,
				value,
				names.unit,
				status,
				String(place.release.synthetic),
			]),
		),
	};
}
