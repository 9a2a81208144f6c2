import type { Cells } from "./cells.ts";
import { ALL, type AxisName, type FamilyTable, SUBJECTS, type Subject, TABLES } from "./family.ts";
import { cellCount, type Grid, partsOf } from "./grid.ts";
import { cellAt, type StoredTable } from "./table.ts";

/** A cell of a table that is not empty, by the ids of its coordinates. */
export type Entry = {
	coordinates: string[];
	/** 0 if it is published. */
	suppressed: number;
	/** How many records it has; 0 where an earlier release suppressed it. */
	records: number;
	/** In the order of the measures; null where one does not apply. */
	values: Array<number | null>;
};

/** What a table of a release is made of: its cells, and the parents of the values of its own dimension. */
export type Collected = { entries: Entry[]; parents: Map<string, string> };
export type Collection = Map<string, Collected>;

/** Nothing collected yet, for each table of the family. */
export const nothingCollected = (): Collection =>
	new Map(TABLES.map(({ id }) => [id, { entries: [], parents: new Map() }]));

export const tableOfAxis = (subject: Subject, axis: AxisName): FamilyTable =>
	TABLES.find((table) => table.subject === subject && table.axis === axis) as FamilyTable;

/** The coordinates of a cell in its table; `metric` is that of outcomes. */
export function coordinatesOf(grid: Grid, cell: number, metric: string | null): string[] {
	const [place, inner, period] = partsOf(grid, cell);
	const ids = [grid.places[place]?.id, metric, grid.inners[inner], grid.periods[period]];
	return ids.filter((id) => typeof id === "string");
}

function valuesOf(grid: Grid, cells: Cells, cell: number): Array<number | null> {
	const inner = grid.inners[partsOf(grid, cell)[1]];
	let sum = 0;
	return SUBJECTS[grid.subject].measures.map(({ kind, onlyIn, parts }) => {
		if (kind === "distinct") return cells.smes[cell] as number;
		if (kind === "records") return cells.records[cell] as number;
		const total = (cells.sums[sum++]?.[cell] as number) / parts;
		return onlyIn === undefined || onlyIn === inner ? total : null;
	});
}

/** Adds the cells of a grid that have records or are suppressed to the tables they stand in. */
export function collectGrid(
	into: Collection,
	grid: Grid,
	cells: Cells,
	suppressed: (cell: number) => number,
	metric: string | null,
): void {
	const tables = TABLES.filter(({ subject }) => subject === grid.subject);
	for (const { id, axis } of tables)
		for (const place of grid.places)
			if (place.axis === axis)
				into.get(id)?.parents.set(place.id, grid.places[place.parent]?.id ?? ALL);
	for (let cell = 0; cell < cellCount(grid); cell++) {
		const records = cells.records[cell] as number;
		const reason = suppressed(cell);
		if (records === 0 && reason === 0) continue;
		const entry = {
			coordinates: coordinatesOf(grid, cell, metric),
			suppressed: reason,
			records,
			values: valuesOf(grid, cells, cell),
		};
		const axis = grid.places[partsOf(grid, cell)[0]]?.axis;
		for (const table of tables)
			if (!axis || axis === table.axis) into.get(table.id)?.entries.push(entry);
	}
}

/** Adds the cells of an earlier release for which `wanted` holds. `reason` is given to those that it suppressed. */
export function collectTable(
	into: Collection,
	table: StoredTable,
	wanted: (coordinates: string[]) => boolean,
	reason: number,
): void {
	const collected = into.get(table.id) as Collected;
	for (const { id, parent } of table.dimensions[0]?.values ?? [])
		if (parent !== null) collected.parents.set(id, parent);
	const records = SUBJECTS.engagements.measures.findIndex(({ kind }) => kind === "records");
	for (const at of table.cells.at) {
		let rest = at;
		const places: number[] = [];
		for (const { values } of table.dimensions.toReversed()) {
			places.unshift(rest % values.length);
			rest = Math.floor(rest / values.length);
		}
		const coordinates = places.map((place, n) => table.dimensions[n]?.values[place]?.id as string);
		if (!wanted(coordinates)) continue;
		const { values, status } = cellAt(table, places);
		collected.entries.push({
			coordinates,
			suppressed: status === "SUPPRESSED" ? reason : 0,
			records: values[records] ?? 0,
			values,
		});
	}
}
