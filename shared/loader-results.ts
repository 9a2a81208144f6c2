/** The rows of each key, in the order of the keys; for DataLoaders of lists. */
export function groupBy<Row>(
	keys: readonly string[],
	rows: readonly Row[],
	keyOf: (row: Row) => string | null,
): Row[][] {
	const groups = new Map<string, Row[]>(keys.map((key) => [key, []]));
	for (const row of rows) groups.get(keyOf(row) ?? "")?.push(row);
	return keys.map((key) => groups.get(key) ?? []);
}

/** The row of each id, or null; for DataLoaders of single rows. `idOf` gives the id of rows without an `id`. */
export function byId<Row extends { id: string }>(
	ids: readonly string[],
	rows: readonly Row[],
): Array<Row | null>;
export function byId<Row>(
	ids: readonly string[],
	rows: readonly Row[],
	idOf: (row: Row) => string,
): Array<Row | null>;
export function byId<Row>(
	ids: readonly string[],
	rows: readonly Row[],
	idOf: (row: Row) => string = (row) => (row as { id: string }).id,
): Array<Row | null> {
	const found = new Map(rows.map((row) => [idOf(row), row]));
	return ids.map((id) => found.get(id) ?? null);
}

/** The count of each key, 0 where there is none; for DataLoaders of counts. */
export function countsOf(keys: readonly string[], counted: ReadonlyMap<string, number>): number[] {
	return keys.map((key) => counted.get(key) ?? 0);
}
