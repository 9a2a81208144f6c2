/** A table of a release, as `StatisticsTable.json` holds it; docs/statistics.md describes it. */
export type StoredTable = {
	id: string;
	title: string;
	/** The table's own one first, the period last; the last one varies fastest. */
	dimensions: Dimension[];
	measures: Measure[];
	/** Cells that are not empty, as columns of equal length in the order of `at`. */
	cells: {
		at: number[];
		suppressed: Array<0 | 1>;
		/** A column for each measure. */
		values: Array<Array<number | null>>;
	};
	notes: string[];
};
export type Dimension = { id: string; label: string; values: Value[] };
export type Value = { id: string; label: string; parent: string | null; unit?: string };
export type Measure = {
	id: string;
	label: string;
	unit: string;
	/** The only values of a dimension in which it applies. */
	only?: { dimension: string; values: string[] };
};

/** A figure, or why there is none: withheld, no records and so zero, or a measure that does not apply. */
export type Figure =
	| { status: "PUBLISHED"; value: number }
	| { status: "EMPTY"; value: 0 }
	| { status: "SUPPRESSED" | "NOT_APPLICABLE"; value: null };

const EMPTY: Figure = { status: "EMPTY", value: 0 };
const SUPPRESSED: Figure = { status: "SUPPRESSED", value: null };
const NOT_APPLICABLE: Figure = { status: "NOT_APPLICABLE", value: null };

/** Number of cells, with the empty ones. */
export const sizeOf = ({ dimensions }: StoredTable): number =>
	dimensions.reduce((product, { values }) => product * values.length, 1);

/** Where a place stands among those that are not empty; -1 if it is empty. */
function find(at: readonly number[], place: number): number {
	let low = 0;
	let high = at.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const found = at[middle] as number;
		if (found === place) return middle;
		if (found < place) low = middle + 1;
		else high = middle - 1;
	}
	return -1;
}

function placeOf({ dimensions }: StoredTable, coordinates: readonly number[]): number {
	return dimensions.reduce(
		(sum, { values }, index) => sum * values.length + (coordinates[index] as number),
		0,
	);
}

/** The places of the values of each dimension that a place in their product has. */
export function coordinatesOf({ dimensions }: StoredTable, place: number): number[] {
	const coordinates: number[] = new Array(dimensions.length);
	let rest = place;
	for (let index = dimensions.length - 1; index >= 0; index--) {
		const size = dimensions[index]?.values.length ?? 1;
		coordinates[index] = rest % size;
		rest = Math.floor(rest / size);
	}
	return coordinates;
}

/** Whether a measure applies where a dimension has a value. */
function applies({ dimensions }: StoredTable, measure: Measure, at: readonly number[]) {
	const { only } = measure;
	if (!only) return true;
	const which = dimensions.findIndex(({ id }) => id === only.dimension);
	const value = dimensions[which]?.values[at[which] as number];
	return value !== undefined && only.values.includes(value.id);
}

/** The figure of a measure at the coordinates of a cell. */
export function figureAt(table: StoredTable, measure: number, at: readonly number[]): Figure {
	const described = table.measures[measure];
	if (!described || !applies(table, described, at)) return NOT_APPLICABLE;
	const index = find(table.cells.at, placeOf(table, at));
	if (index < 0) return EMPTY;
	if (table.cells.suppressed[index]) return SUPPRESSED;
	const value = table.cells.values[measure]?.[index];
	return typeof value === "number" ? { status: "PUBLISHED", value } : NOT_APPLICABLE;
}
