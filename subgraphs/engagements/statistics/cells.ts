import { SUBJECTS } from "./family.ts";
import { cellCount, cellNumber, type Grid, type PeriodGroups, partsOf, placesOf } from "./grid.ts";
import type { Group } from "./groups.ts";

/** The figures of every cell of a grid, and who contributes to them confidentially. */
export type Cells = {
	/** Records, PUBLIC ones too. */
	records: Int32Array;
	/** Distinct manufacturers, those with PUBLIC records too. */
	smes: Int32Array;
	/** For each measure that is a sum: in whole parts of its unit, 0 where it is not published. */
	sums: Float64Array[];
	/** Confidential contributions of cell `i` stand at `start[i]` to `start[i + 1] - 1`, one for each manufacturer and center. */
	start: Int32Array;
	contributor: Int32Array;
	group: Int32Array;
	/** Records, then each sum, in whole parts of its unit. */
	values: Float64Array[];
};

type Row = {
	sme: number;
	center: number;
	places: number[];
	inners: [number, 0];
	periods: number[];
	open: boolean;
	amounts: number[];
};

function rowsOf(grid: Grid, periods: readonly PeriodGroups[]): Row[] {
	const rows = periods.flatMap(({ period, groups }) => {
		const place = grid.periods.indexOf(period);
		const within = grid.year < 0 ? [place] : [place, grid.year];
		return groups.map((group: Group): Row => {
			const inner = grid.inners.indexOf(group.inner);
			return {
				sme: grid.smes.get(group.sme) as number,
				center: group.center === null ? -1 : (grid.centers.get(group.center) as number),
				places: [0, ...placesOf(grid, group)],
				inners: [inner, 0],
				periods: within,
				open: group.open,
				amounts: group.amounts,
			};
		});
	});
	return rows.sort((one, other) => one.sme - other.sme || one.center - other.center);
}

function eachCell(grid: Grid, row: Row, visit: (cell: number) => void): void {
	for (const place of row.places)
		for (const inner of row.inners)
			for (const period of row.periods) visit(cellNumber(grid, place, inner, period));
}

/** Adds to one number of a column. */
function add(column: Int32Array | Float64Array, at: number, amount = 1): void {
	column[at] = (column[at] as number) + amount;
}

/** The rows of each cell, in their order: those of cell `i` stand at `start[i]` to `start[i + 1] - 1`. */
function rowsByCell(grid: Grid, rows: readonly Row[]): { start: Int32Array; row: Int32Array } {
	const start = new Int32Array(cellCount(grid) + 1);
	for (const row of rows) eachCell(grid, row, (cell) => add(start, cell + 1));
	for (let cell = 1; cell < start.length; cell++) add(start, cell, start[cell - 1]);
	const next = start.slice();
	const row = new Int32Array(start.at(-1) as number);
	rows.forEach((one, number) => {
		eachCell(grid, one, (cell) => {
			row[next[cell] as number] = number;
			add(next, cell);
		});
	});
	return { start, row };
}

/** By inner value: the places of the sums that are published in its cells. */
function sumsPublished({ subject, inners }: Grid): number[][] {
	const sums = SUBJECTS[subject].measures.filter(({ kind }) => kind === "sum");
	return inners.map((inner) =>
		sums.flatMap(({ onlyIn }, sum) => (onlyIn === undefined || onlyIn === inner ? [sum] : [])),
	);
}

/** Columns that grow by an entry for each manufacturer and center of a cell. */
function contributions(most: number, sums: number) {
	const contributor = new Int32Array(most);
	const group = new Int32Array(most);
	const values = Array.from({ length: sums + 1 }, () => new Float64Array(most));
	let used = 0;
	return {
		/** Adds a row of a cell whose first entry is `first`; rows of one manufacturer and center follow each other. */
		add({ sme, center, amounts }: Row, first: number, published: readonly number[]): void {
			const last = used - 1;
			if (last < first || contributor[last] !== sme || group[last] !== center) {
				contributor[used] = sme;
				group[used++] = center;
			}
			for (const value of [0, ...published.map((sum) => sum + 1)])
				add(values[value] as Float64Array, used - 1, amounts[value]);
		},
		used: () => used,
		done: () => ({
			contributor: contributor.subarray(0, used),
			group: group.subarray(0, used),
			values: values.map((column) => column.subarray(0, used)),
		}),
	};
}

/** Counts the records of some periods into the cells of a grid that has all of them. */
export function fillCells(grid: Grid, periods: readonly PeriodGroups[]): Cells {
	const rows = rowsOf(grid, periods);
	const { start: from, row: rowOf } = rowsByCell(grid, rows);
	const count = cellCount(grid);
	const published = sumsPublished(grid);
	const sums = SUBJECTS[grid.subject].measures
		.filter(({ kind }) => kind === "sum")
		.map(() => new Float64Array(count));
	const records = new Int32Array(count);
	const smes = new Int32Array(count);
	const start = new Int32Array(count + 1);
	const confidential = contributions(rowOf.length, sums.length);
	for (let cell = 0; cell < count; cell++) {
		const own = published[partsOf(grid, cell)[1]] as number[];
		const first = confidential.used();
		let sme = -1;
		for (let at = from[cell] as number; at < (from[cell + 1] as number); at++) {
			const row = rows[rowOf[at] as number] as Row;
			add(records, cell, row.amounts[0]);
			if (row.sme !== sme) add(smes, cell);
			sme = row.sme;
			for (const sum of own) add(sums[sum] as Float64Array, cell, row.amounts[sum + 1]);
			if (!row.open) confidential.add(row, first, own);
		}
		start[cell + 1] = confidential.used();
	}
	return { records, smes, sums, start, ...confidential.done() };
}
