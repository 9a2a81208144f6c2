type Cells = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/**
 * Columns of equal length in which each owner has one block of rows. Blocks are only ever added: one that changes is
 * written again at the end, so that whoever reads the old one is not disturbed.
 */
export type Region<C extends Record<string, Cells>> = {
	columns: C;
	capacity: number;
	/** Rows written so far, those that no owner has any more included. */
	used: number;
};

/** Where the block of each owner is. */
export type Blocks = { start: Uint32Array; count: Uint32Array };

/** Room for so much more than is needed now. */
const SPARE = 1.25;
const LEAST = 1024;

export function createRegion<C extends Record<string, Cells>>(
	make: (capacity: number) => C,
): Region<C> {
	return { columns: make(LEAST), capacity: LEAST, used: 0 };
}

/**
 * The region, with room for `needed` more rows. If it must grow, the blocks are copied to a new one, in the order of
 * their owners and without what nobody has any more, and `blocks` says where they are now.
 */
export function withRoom<C extends Record<string, Cells>>(
	region: Region<C>,
	needed: number,
	{ start, count }: Blocks,
	make: (capacity: number) => C,
): Region<C> {
	if (region.used + needed <= region.capacity) return region;
	const live = count.reduce((sum, one) => sum + one, 0);
	const capacity = Math.ceil((live + needed) * SPARE) + LEAST;
	const columns = make(capacity);
	let used = 0;
	for (let owner = 0; owner < start.length; owner++) {
		const [from, rows] = [start[owner] as number, count[owner] as number];
		if (rows === 0) continue;
		for (const name in columns)
			(columns[name] as Cells).set(
				(region.columns[name] as Cells).subarray(from, from + rows),
				used,
			);
		start[owner] = used;
		used += rows;
	}
	return { columns, capacity, used };
}

/** A copy with room for at least `length` values. */
export function copyOf<T extends Cells>(cells: T, length: number): T {
	const copy = new (cells.constructor as new (length: number) => T)(
		length > cells.length ? Math.ceil(length * SPARE) : cells.length,
	);
	copy.set(cells);
	return copy;
}
