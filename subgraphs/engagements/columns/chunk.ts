import type { Grouping } from "./dimensions.ts";
import type { GroupTable } from "./group-table.ts";
import type { RowTest } from "./row-tests.ts";
import type { Store } from "./store.ts";
import { addRows, type Rows, type Sums } from "./sums.ts";

/** Rows that are gone through one column at a time. */
export type Chunk = Rows & { rows: number };

const ROWS = 4096;

export const createChunk = (): Chunk => ({
	from: 0,
	rows: 0,
	count: 0,
	smes: new Uint32Array(ROWS),
	ends: new Uint32Array(ROWS),
	smeKeys: new Float64Array(ROWS),
	keep: new Uint8Array(ROWS),
	keys: new Float64Array(ROWS),
	groups: new Int32Array(ROWS),
});

/** Adds the rows of a manufacturer, at least one, if they follow those of the last one and there is room. */
export function takes(chunk: Chunk, sme: number, from: number, rows: number): boolean {
	if (chunk.rows === 0) {
		chunk.from = from;
		if (rows > chunk.keep.length)
			Object.assign(chunk, {
				keep: new Uint8Array(rows),
				keys: new Float64Array(rows),
				groups: new Int32Array(rows),
			});
	} else if (from !== chunk.from + chunk.rows || chunk.rows + rows > ROWS) return false;
	chunk.rows += rows;
	chunk.smes[chunk.count] = sme;
	chunk.ends[chunk.count++] = chunk.rows;
	return true;
}

type Digit = Grouping["ofRow"][number];

function addWeights({ from, rows, keys }: Chunk, { codes, weights }: Digit): void {
	for (let at = 0; at < rows; at++)
		(keys[at] as number) += weights[codes[from + at] as number] as number;
}

function addSmeWeights({ count, smes, smeKeys }: Chunk, { codes, weights }: Digit): void {
	for (let at = 0; at < count; at++)
		(smeKeys[at] as number) += weights[codes[smes[at] as number] as number] as number;
}

/** Adds the rows of a chunk to their groups. */
export function addChunk(
	chunk: Chunk,
	store: Store,
	tests: readonly RowTest[],
	grouping: Grouping,
	table: GroupTable,
	sums: Sums,
	withAmounts: boolean,
): void {
	const { from, rows, count, smeKeys, keep, keys } = chunk;
	keep.fill(1, 0, rows);
	for (const test of tests) test(keep, from, rows);
	keys.fill(0, 0, rows);
	for (const digit of grouping.ofRow) addWeights(chunk, digit);
	smeKeys.fill(0, 0, count);
	for (const digit of grouping.ofSme) addSmeWeights(chunk, digit);
	addRows(sums, table, store.engagements.columns, chunk, grouping.sme, withAmounts);
}

export function emptyChunk(chunk: Chunk): void {
	chunk.rows = 0;
	chunk.count = 0;
}
