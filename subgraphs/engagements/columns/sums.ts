import type { EngagementColumns } from "./engagement-columns.ts";
import type { GroupTable } from "./group-table.ts";

/** The figures of groups: `WIDTH` numbers for each, side by side, so that an engagement touches little memory. */
export type Sums = { size: number; keys: Float64Array; cells: Float64Array };

const WIDTH = 8;
/** What the numbers of a group are. */
const ENGAGEMENTS = 0;
const SMES = 1;
/** One more than the code of the manufacturer that was counted last. */
const LAST_SME = 2;
const HOURS = 3;
/** What adding up has rounded off the hours. */
const LOST = 4;
/** How many engagements state hours, and people. */
const WITH_HOURS = 5;
const PEOPLE = 6;
const WITH_PEOPLE = 7;

const FIRST_SIZE = 64;

export const createSums = (): Sums => ({
	size: 0,
	keys: new Float64Array(FIRST_SIZE),
	cells: new Float64Array(FIRST_SIZE * WIDTH),
});

/** Adds a group without engagements; returns its number. */
export function addGroup(sums: Sums, key: number): number {
	const { keys, cells } = sums;
	if (sums.size === keys.length) {
		sums.keys = new Float64Array(keys.length * 2);
		sums.keys.set(keys);
		sums.cells = new Float64Array(cells.length * 2);
		sums.cells.set(cells);
	}
	sums.keys[sums.size] = key;
	return sums.size++;
}

/** Rows side by side, of one manufacturer after another. */
export type Rows = {
	/** The first of them in the columns. */
	from: number;
	/** How many manufacturers, their codes, and where the rows of each end, counted from the first. */
	count: number;
	smes: Uint32Array;
	ends: Uint32Array;
	/** What each manufacturer adds to the keys of its rows. */
	smeKeys: Float64Array;
	/** Whether each row counts, and the rest of its key. */
	keep: Uint8Array;
	keys: Float64Array;
	/** Gets the group of each row, -1 if it does not count. */
	groups: Int32Array;
};

/**
 * Adds rows to their groups. All rows of a manufacturer must be added one after another. `own` is what a manufacturer
 * adds to the key by which a group is known, where each has groups of its own. Almost without branches: a processor
 * that guesses one wrongly loses more than adding zeros takes.
 */
export function addRows(
	sums: Sums,
	table: GroupTable,
	{ stated, hours, people }: EngagementColumns,
	{ from, count, smes, ends, smeKeys, keep, keys, groups }: Rows,
	own: Float64Array | undefined,
	withAmounts: boolean,
): void {
	const { dense } = table;
	let { cells } = sums;
	let at = 0;
	for (let next = 0; next < count; next++) {
		const sme = (smes[next] as number) + 1;
		const end = ends[next] as number;
		const smeKey = smeKeys[next] as number;
		if (own) table.clear();
		for (; at < end; at++) {
			if (keep[at] === 0) {
				groups[at] = -1;
				continue;
			}
			const key = (keys[at] as number) + smeKey;
			let group = (dense ? (dense[key | 0] as number) : table.find(key)) - 1;
			if (group < 0) {
				group = addGroup(sums, key + (own ? (own[sme - 1] as number) : 0));
				table.set(key, group + 1);
				cells = sums.cells;
			}
			groups[at] = group;
			const cell = group * WIDTH;
			(cells[cell + ENGAGEMENTS] as number) += 1;
			if (cells[cell + LAST_SME] !== sme) {
				cells[cell + LAST_SME] = sme;
				(cells[cell + SMES] as number) += 1;
			}
			if (!withAmounts) continue;
			const row = from + at;
			const what = stated[row] as number;
			(cells[cell + WITH_HOURS] as number) += what & 1;
			(cells[cell + WITH_PEOPLE] as number) += what >> 1;
			(cells[cell + PEOPLE] as number) += people[row] as number;
			// What rounding loses is added up too (Knuth's two-sum), so that the order of rows makes no difference.
			const before = cells[cell + HOURS] as number;
			const more = hours[row] as number;
			const after = before + more;
			const part = after - before;
			(cells[cell + LOST] as number) += before - (after - part) + (more - part);
			cells[cell + HOURS] = after;
		}
	}
}

const cellOf =
	(cell: number) =>
	({ cells }: Sums, group: number): number =>
		cells[group * WIDTH + cell] as number;

export const engagementsOf = cellOf(ENGAGEMENTS);
export const smesOf = cellOf(SMES);

export function hoursOf({ cells }: Sums, group: number): number | null {
	const cell = group * WIDTH;
	if (cells[cell + WITH_HOURS] === 0) return null;
	return (cells[cell + HOURS] as number) + (cells[cell + LOST] as number);
}

export function peopleOf({ cells }: Sums, group: number): number | null {
	const cell = group * WIDTH;
	return cells[cell + WITH_PEOPLE] === 0 ? null : (cells[cell + PEOPLE] as number);
}
