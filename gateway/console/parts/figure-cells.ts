import type { FigureFieldsFragment } from "../graphql/graphql.ts";
import type { CellData } from "./take-along.ts";

/** Figures as plain values with their sources, to take along. */
export function cellsOfFigures(figures: readonly FigureFieldsFragment[]): {
	columns: string[];
	rows: CellData[][];
} {
	return {
		columns: [
			"property",
			"value",
			"unit",
			"text",
			"native_text",
			"fiscal_year",
			"period",
			"as_of",
			"accepted",
			"document",
			"section",
			"url",
		],
		rows: figures.map((figure) => [
			figure.property,
			figure.value,
			figure.unit,
			figure.text,
			figure.nativeText,
			figure.fiscalYear,
			figure.period,
			figure.asOf,
			String(figure.accepted),
			figure.source.document,
			figure.source.section,
			figure.source.url,
		]),
	};
}
