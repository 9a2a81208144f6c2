import { SUBJECTS } from "./family.ts";
import { cellCount, type Grid, type PeriodGroups, partsOf } from "./grid.ts";
import { add, type Lists, type Rows, rowsByCell, rowsOf } from "./rows.ts";

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

/** By inner value: the amounts of a row that are published in its cells; the first is its records. */
function amountsPublished({ subject, inners }: Grid): number[][] {
	const amounts = SUBJECTS[subject].measures.filter(({ kind }) => kind !== "distinct");
	return inners.map((inner) =>
		amounts.flatMap(({ onlyIn }, amount) =>
			onlyIn === undefined || onlyIn === inner ? [amount] : [],
		),
	);
}

/** Whether a row of a cell goes on with the contribution of the confidential row before it. */
const continues = (rows: Rows, row: number, before: number) =>
	before >= 0 && rows.sme[before] === rows.sme[row] && rows.center[before] === rows.center[row];

/** Where the confidential contributions of each cell start. */
function startsOf(rows: Rows, byCell: Lists): Int32Array {
	const start = new Int32Array(byCell.start.length);
	for (let cell = 0; cell < start.length - 1; cell++) {
		let before = -1;
		let entries = 0;
		for (let at = byCell.start[cell] as number; at < (byCell.start[cell + 1] as number); at++) {
			const row = byCell.of[at] as number;
			if (rows.open[row]) continue;
			if (!continues(rows, row, before)) entries++;
			before = row;
		}
		start[cell + 1] = (start[cell] as number) + entries;
	}
	return start;
}

/** Counts the records of some periods into the cells of a grid that has all of them. */
export function fillCells(grid: Grid, periods: readonly PeriodGroups[]): Cells {
	const published = amountsPublished(grid);
	const amountCount = SUBJECTS[grid.subject].measures.length - 1;
	const { rows, cells: ofRows } = rowsOf(grid, periods, amountCount);
	const byCell = rowsByCell(grid, ofRows);
	const start = startsOf(rows, byCell);
	const count = cellCount(grid);
	const entries = start[count] as number;
	const smes = new Int32Array(count);
	const totals = rows.amounts.map(() => new Float64Array(count));
	const contributor = new Int32Array(entries);
	const group = new Int32Array(entries);
	const values = rows.amounts.map(() => new Float64Array(entries));
	for (let cell = 0; cell < count; cell++) {
		const own = published[partsOf(grid, cell)[1]] as number[];
		let entry = (start[cell] as number) - 1;
		let [sme, before] = [-1, -1];
		for (let at = byCell.start[cell] as number; at < (byCell.start[cell + 1] as number); at++) {
			const row = byCell.of[at] as number;
			if (rows.sme[row] !== sme) add(smes, cell);
			sme = rows.sme[row] as number;
			const isOpen = rows.open[row] === 1;
			if (!isOpen && !continues(rows, row, before)) {
				entry++;
				contributor[entry] = sme;
				group[entry] = rows.center[row] as number;
			}
			if (!isOpen) before = row;
			for (const amount of own) {
				const by = rows.amounts[amount]?.[row] as number;
				add(totals[amount] as Float64Array, cell, by);
				if (!isOpen) add(values[amount] as Float64Array, entry, by);
			}
		}
	}
	const [records, ...sums] = totals as [Float64Array, ...Float64Array[]];
	return { records: Int32Array.from(records), smes, sums, start, contributor, group, values };
}
