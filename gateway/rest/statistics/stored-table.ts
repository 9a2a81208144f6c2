/** A table of a release, as the engagements subgraph sends it in `StatisticsTable.json`. */
export type StoredTable = {
	id: string;
	title: string;
	/** The last one varies fastest. */
	dimensions: TableDimension[];
	measures: TableMeasure[];
	/** Cells that are not empty, as columns of equal length, in the order of `at`. */
	cells: {
		/** Place in the product of the dimensions. */
		at: number[];
		suppressed: Array<0 | 1>;
		/** One column for each measure; null where suppressed or not applicable. */
		values: Array<Array<number | null>>;
	};
	notes: string[];
};
export type TableDimension = { id: string; label: string; values: TableValue[] };
type TableValue = {
	id: string;
	label: string;
	/** The value whose part it is; null if none. */
	parent: string | null;
	/** Unit of a metric: "USD", "jobs". */
	unit?: string;
};
export type TableMeasure = {
	id: string;
	label: string;
	unit: string;
	/** Values of a dimension that it applies to; by default all. */
	only?: { dimension: string; values: string[] };
};

export const STATUSES = {
	PUBLISHED: "The figures are given. A figure is absent only where the measure does not apply.",
	SUPPRESSED:
		"There are records, and all figures of the cell are hidden, to protect manufacturers from being recognised.",
	EMPTY: "There are no records. All figures are zero.",
} as const;
export type CellStatus = keyof typeof STATUSES;

export type Cell = {
	/** Index of the value of each dimension. */
	coordinates: number[];
	/** One for each measure; null where suppressed or not applicable. */
	values: Array<number | null>;
	status: CellStatus;
	/** For each measure, whether it applies to the cell. */
	applies: boolean[];
};

/** For each measure and place in the product of the dimensions, whether the measure applies there. */
function applicability({ dimensions, measures }: StoredTable) {
	return measures.map(({ only }) => {
		const dimension = dimensions.findIndex(({ id }) => id === only?.dimension);
		if (!only || dimension < 0) return () => true;
		const values = dimensions[dimension]?.values.map(({ id }) => only.values.includes(id)) ?? [];
		return (coordinates: number[]) => values[coordinates[dimension] as number] === true;
	});
}

/** Moves to the next place; the last dimension varies fastest. */
function advance(coordinates: number[], sizes: number[]): void {
	for (let dimension = sizes.length - 1; dimension >= 0; dimension--) {
		const next = (coordinates[dimension] as number) + 1;
		coordinates[dimension] = next === sizes[dimension] ? 0 : next;
		if (next !== sizes[dimension]) return;
	}
}

export function sizesOf({ dimensions }: StoredTable): number[] {
	return dimensions.map(({ values }) => values.length);
}

/** Yields every cell of the product of the dimensions, also the empty ones. `coordinates` changes from cell to cell. */
export function* cellsOf(table: StoredTable): Generator<Cell> {
	const { at, suppressed, values } = table.cells;
	const sizes = sizesOf(table);
	const applies = applicability(table);
	const coordinates = sizes.map(() => 0);
	const count = sizes.reduce((product, size) => product * size, 1);
	for (let place = 0, next = 0; place < count; place++) {
		const applied = applies.map((isApplied) => isApplied(coordinates));
		if (at[next] === place) {
			yield {
				coordinates,
				values: values.map((column) => column[next] ?? null),
				status: suppressed[next] ? "SUPPRESSED" : "PUBLISHED",
				applies: applied,
			};
			next++;
		} else
			yield {
				coordinates,
				values: applied.map((isApplied) => (isApplied ? 0 : null)),
				status: "EMPTY",
				applies: applied,
			};
		advance(coordinates, sizes);
	}
}
