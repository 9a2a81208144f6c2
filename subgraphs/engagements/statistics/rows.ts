import { cellCount, cellNumber, type Grid, type PeriodGroups, placesOf } from "./grid.ts";
import type { Group } from "./groups.ts";

/** Groups of records in columns, sorted by manufacturer, then by center. */
export type Rows = {
	count: number;
	sme: Int32Array;
	/** -1 without one. */
	center: Int32Array;
	/** 1 where the records are PUBLIC. */
	open: Uint8Array;
	/** Records, then each sum. */
	amounts: Float64Array[];
};

/** Lists of numbers, one after another: list `i` stands at `start[i]` to `start[i + 1] - 1`. */
export type Lists = { start: Int32Array; of: Int32Array };

/** Adds to one number of a column. */
export function add(column: Int32Array | Float64Array, at: number, amount = 1): void {
	column[at] = (column[at] as number) + amount;
}

/** A group in a grid; `within` are places of its period and of the year. */
type Dated = { group: Group; within: number[]; sme: number; center: number };

/** The cells that a group counts in, by their numbers. */
function visitCells(grid: Grid, { group, within }: Dated, visit: (cell: number) => void): void {
	const inner = grid.inners.indexOf(group.inner);
	for (const place of [0, ...placesOf(grid, group)])
		for (const period of within) {
			visit(cellNumber(grid, place, inner, period));
			visit(cellNumber(grid, place, 0, period));
		}
}

/** The groups of some periods as rows, and the cells that each of them counts in. */
export function rowsOf(
	grid: Grid,
	periods: readonly PeriodGroups[],
	amountCount: number,
): { rows: Rows; cells: Lists } {
	const dated = periods.flatMap(({ period, groups }) => {
		const place = grid.periods.indexOf(period);
		const within = grid.year < 0 ? [place] : [place, grid.year];
		return groups.map(
			(group): Dated => ({
				group,
				within,
				sme: grid.smes.get(group.sme) as number,
				center: group.center === null ? -1 : (grid.centers.get(group.center) as number),
			}),
		);
	});
	dated.sort((one, other) => one.sme - other.sme || one.center - other.center);
	// Counted first: a list that grows to millions of numbers would be copied each time, at many times the memory.
	const start = new Int32Array(dated.length + 1);
	let count = 0;
	dated.forEach((one, row) => {
		visitCells(grid, one, () => count++);
		start[row + 1] = count;
	});
	const of = new Int32Array(count);
	let next = 0;
	for (const one of dated)
		visitCells(grid, one, (cell) => {
			of[next++] = cell;
		});
	const column = (value: (one: (typeof dated)[number]) => number) => Int32Array.from(dated, value);
	return {
		rows: {
			count: dated.length,
			sme: column(({ sme }) => sme),
			center: column(({ center }) => center),
			open: Uint8Array.from(dated, ({ group }) => (group.open ? 1 : 0)),
			amounts: Array.from({ length: amountCount }, (_, index) =>
				Float64Array.from(dated, ({ group }) => group.amounts[index] ?? 0),
			),
		},
		cells: { start, of },
	};
}

/** The rows of each cell, in their order. */
export function rowsByCell(grid: Grid, { start: from, of: cells }: Lists): Lists {
	const start = new Int32Array(cellCount(grid) + 1);
	for (let at = 0; at < cells.length; at++) add(start, (cells[at] as number) + 1);
	for (let cell = 1; cell < start.length; cell++) add(start, cell, start[cell - 1]);
	const next = start.slice();
	const of = new Int32Array(cells.length);
	for (let row = 0; row < from.length - 1; row++)
		for (let at = from[row] as number; at < (from[row + 1] as number); at++) {
			const cell = cells[at] as number;
			of[next[cell] as number] = row;
			add(next, cell);
		}
	return { start, of };
}
