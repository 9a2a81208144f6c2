import sql, { join, raw, type Sql } from "sql-template-tag";

/** Values that are spelled out one by one, which is fastest; a DataLoader's batch is never longer. */
const SPELLED_OUT = 200;

/** The same for a condition that is repeated in one statement for each of up to 200 parents. */
export const SPELLED_OUT_IN_PAGES = 8;

/** Repeats the last value up to the next power of two: lists of like lengths make the same statement, prepared once. */
function filledUp<T>(values: readonly T[]): T[] {
	const count = 2 ** Math.ceil(Math.log2(values.length));
	return Array.from({ length: count }, (_, at) => values[Math.min(at, values.length - 1)] as T);
}

/**
 * `column IN (values)`; no values match nothing. More than `spelledOut` values are passed as one parameter: a filter
 * that stands in a statement once for each of many parents spells a few, so that its text does not grow to megabytes.
 */
export function sqlIn(
	column: string,
	values: ReadonlyArray<string | number>,
	spelledOut = SPELLED_OUT,
): Sql {
	if (values.length === 0) return sql`1 = 0`;
	if (values.length <= spelledOut) return sql`${raw(column)} IN (${join(filledUp(values))})`;
	// As keys of an object, which json_each gives as text on SQLite and PostgreSQL alike. One that is built first, of
	// hundreds of keys, takes several times as long as its text.
	const keys = `{${values.map((value) => `${JSON.stringify(String(value))}:1`).join()}}`;
	const key = raw(typeof values[0] === "number" ? "CAST(j.key AS INTEGER)" : "j.key");
	return sql`${raw(column)} IN (SELECT ${key} FROM json_each(${keys}) j)`;
}
