/** Status of a cell. */
type CellStatusName = "PUBLISHED" | "SUPPRESSED" | "EMPTY";

/** A value of a dimension; its `parent` is the value that includes it. `unit` is that of a metric's figures. */
export type TableValue = { id: string; label: string; parent: string | null; unit?: string };

export type TableDimension = { id: string; label: string; values: TableValue[] };

export type TableMeasure = {
	id: string;
	label: string;
	unit: string;
	/** The only values of a dimension in which it applies; everywhere if absent. */
	only?: { dimension: string; values: string[] };
};

/** A table of a release, as it is stored in JSON and served. */
export type StoredTable = {
	id: string;
	title: string;
	/** Every combination of their values is a cell. The last dimension varies fastest. */
	dimensions: TableDimension[];
	measures: TableMeasure[];
	/** The cells that are not EMPTY, as columns of equal length. */
	cells: {
		/** Places in the product of the dimensions, ascending. */
		at: number[];
		suppressed: Array<0 | 1>;
		/** A column for each measure; null where the cell is suppressed or the measure does not apply. */
		values: Array<Array<number | null>>;
	};
	/** What a reader has to know. */
	notes: string[];
};

/** `coordinates` are places of values in their dimensions. */
export type Cell = {
	coordinates: number[];
	values: Array<number | null>;
	status: CellStatusName;
};

/** How many cells the picked values of each dimension make. */
export const countPicked = (picks: ReadonlyArray<readonly number[]>): number =>
	picks.reduce((product, { length }) => product * length, 1);

/** All values of each dimension. */
export const everything = ({ dimensions }: StoredTable): number[][] =>
	dimensions.map(({ values }) => values.map((_, index) => index));

/** Where a cell is among `at`; -1 if it is not. */
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

/** Whether a measure applies to the cell at some coordinates. */
export function appliesTo(
	{ dimensions }: StoredTable,
	{ only }: TableMeasure,
	coordinates: readonly number[],
): boolean {
	if (!only) return true;
	const which = dimensions.findIndex(({ id }) => id === only.dimension);
	const value = dimensions[which]?.values[coordinates[which] as number];
	return value !== undefined && only.values.includes(value.id);
}

/** The cell at some coordinates. */
export function cellAt(table: StoredTable, coordinates: number[]): Cell {
	const place = table.dimensions.reduce(
		(sum, { values }, index) => sum * values.length + (coordinates[index] as number),
		0,
	);
	const index = find(table.cells.at, place);
	if (index < 0) {
		const values = table.measures.map((measure) =>
			appliesTo(table, measure, coordinates) ? 0 : null,
		);
		return { coordinates, values, status: "EMPTY" };
	}
	const values = table.cells.values.map((column) => column[index] as number | null);
	return {
		coordinates,
		values,
		status: table.cells.suppressed[index] ? "SUPPRESSED" : "PUBLISHED",
	};
}

/** Cells with the picked values (places) of each dimension, in the order of the table: those from `skip` on, at most `first`. */
export function* cellsOf(
	table: StoredTable,
	picks: ReadonlyArray<readonly number[]> = everything(table),
	skip = 0,
	first = Number.POSITIVE_INFINITY,
): Generator<Cell> {
	const end = Math.min(countPicked(picks), skip + first);
	for (let number = skip; number < end; number++) {
		const coordinates: number[] = new Array(picks.length);
		let rest = number;
		for (let index = picks.length - 1; index >= 0; index--) {
			const pick = picks[index] as readonly number[];
			coordinates[index] = pick[rest % pick.length] as number;
			rest = Math.floor(rest / pick.length);
		}
		yield cellAt(table, coordinates);
	}
}
