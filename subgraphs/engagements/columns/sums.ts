/** The figures of groups, by their numbers. */
export type Sums = {
	size: number;
	keys: Float64Array;
	engagements: Int32Array;
	smes: Int32Array;
	/** One more than the code of the manufacturer that was counted last. */
	lastSme: Int32Array;
	/** `WIDTH` numbers for each group, side by side, so that an engagement touches little memory; empty if not wanted. */
	amounts: Float64Array;
};

const WIDTH = 5;
/** What the amounts of a group are. */
const HOURS = 0;
/** What adding up has rounded off the hours. */
const LOST = 1;
/** How many engagements state hours, and people. */
const WITH_HOURS = 2;
const PEOPLE = 3;
const WITH_PEOPLE = 4;

const FIRST_SIZE = 64;

export const createSums = (withAmounts: boolean): Sums => ({
	size: 0,
	keys: new Float64Array(FIRST_SIZE),
	engagements: new Int32Array(FIRST_SIZE),
	smes: new Int32Array(FIRST_SIZE),
	lastSme: new Int32Array(FIRST_SIZE),
	amounts: new Float64Array(withAmounts ? FIRST_SIZE * WIDTH : 0),
});

function doubled<T extends Float64Array | Int32Array>(cells: T): T {
	const copy = new (cells.constructor as new (length: number) => T)(cells.length * 2);
	copy.set(cells);
	return copy;
}

/** Adds a group without engagements; returns its number. The arrays of `sums` may be others afterwards. */
export function addGroup(sums: Sums, key: number): number {
	if (sums.size === sums.keys.length) {
		sums.keys = doubled(sums.keys);
		sums.engagements = doubled(sums.engagements);
		sums.smes = doubled(sums.smes);
		sums.lastSme = doubled(sums.lastSme);
		sums.amounts = doubled(sums.amounts);
	}
	sums.keys[sums.size] = key;
	return sums.size++;
}

/** Amounts as columns hold them; see `engagement-columns.ts`. */
type Stated = { stated: Uint8Array; hours: Float64Array; people: Int32Array };

/** Adds the amounts of a row. Without branches: a processor that guesses one wrongly loses more than adding zeros takes. */
export function addAmounts(
	amounts: Float64Array,
	group: number,
	{ stated, hours, people }: Stated,
	row: number,
): void {
	const cell = group * WIDTH;
	const what = stated[row] as number;
	(amounts[cell + WITH_HOURS] as number) += what & 1;
	(amounts[cell + WITH_PEOPLE] as number) += what >> 1;
	(amounts[cell + PEOPLE] as number) += people[row] as number;
	// What rounding loses is added up too (Knuth's two-sum), so that the order of rows makes no difference.
	const before = amounts[cell + HOURS] as number;
	const more = hours[row] as number;
	const after = before + more;
	const part = after - before;
	(amounts[cell + LOST] as number) += before - (after - part) + (more - part);
	amounts[cell + HOURS] = after;
}

/** NaN where no engagement states any. */
export function hoursOf({ amounts }: Sums, group: number): number {
	const cell = group * WIDTH;
	if (!amounts[cell + WITH_HOURS]) return Number.NaN;
	return (amounts[cell + HOURS] as number) + (amounts[cell + LOST] as number);
}

/** NaN where no engagement states any. */
export function peopleOf({ amounts }: Sums, group: number): number {
	const cell = group * WIDTH;
	return amounts[cell + WITH_PEOPLE] ? (amounts[cell + PEOPLE] as number) : Number.NaN;
}
