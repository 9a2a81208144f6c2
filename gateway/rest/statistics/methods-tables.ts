import type { TableDescription } from "./description.ts";
import type { TableMeasure } from "./stored-table.ts";

const number = new Intl.NumberFormat("en-US");
const percent = new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 1 });

function labelsOf({ dimensions }: TableDescription, { only }: TableMeasure): string | undefined {
	const dimension = dimensions.find(({ id }) => id === only?.dimension);
	const labels = dimension?.values.flatMap(({ id, label }) =>
		only?.values.includes(id) ? [label] : [],
	);
	return dimension && `${dimension.label} ${labels?.join(" or ")}`;
}

/** A line for each measure: "Hours (hours): only for Kind of service Facility access". */
export function measureLines(tables: TableDescription[]): string[] {
	const lines = tables.flatMap((table) =>
		table.measures.map((measure) => {
			const where = labelsOf(table, measure);
			return `${measure.label} (${measure.unit})${where ? `: only for ${where}` : ""}`;
		}),
	);
	return [...new Set(lines)];
}

/** A line for each table: what it is by, and how many of its cells are suppressed. */
export function tableLines(tables: TableDescription[]): string[] {
	return tables.map(({ title, dimensions, counts }) => {
		const by = dimensions.map(({ label }) => label.toLowerCase()).join(" × ");
		const { PUBLISHED, SUPPRESSED, EMPTY } = counts;
		return `${title}: ${by}. ${number.format(PUBLISHED)} cells are given, ${number.format(SUPPRESSED)} suppressed, ${number.format(EMPTY)} empty.`;
	});
}

/** How many cells with records are suppressed, over all tables. */
export function cellsText(tables: TableDescription[]): string {
	const sum = (status: "PUBLISHED" | "SUPPRESSED") =>
		tables.reduce((total, { counts }) => total + counts[status], 0);
	const [given, hidden] = [sum("PUBLISHED"), sum("SUPPRESSED")];
	if (hidden === 0) return "In this release no cell is suppressed.";
	return `In this release ${number.format(hidden)} of the ${number.format(given + hidden)} cells that have records are suppressed, ${percent.format(hidden / (given + hidden))}.`;
}
