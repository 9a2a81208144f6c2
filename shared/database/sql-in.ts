import sql, { join, raw, type Sql } from "sql-template-tag";

/** Values that are spelled out one by one, which is fastest; a DataLoader's batch is never longer. */
const SPELLED_OUT = 200;

/** The same for a condition that is repeated in one statement for each of up to 200 parents. */
export const SPELLED_OUT_IN_PAGES = 8;

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
	if (values.length <= spelledOut) return sql`${raw(column)} IN (${join([...values])})`;
	// As keys of an object, which json_each gives as text on SQLite and PostgreSQL alike.
	const keys = JSON.stringify(Object.fromEntries(values.map((value) => [value, 1])));
	const key = raw(typeof values[0] === "number" ? "CAST(j.key AS INTEGER)" : "j.key");
	return sql`${raw(column)} IN (SELECT ${key} FROM json_each(${keys}) j)`;
}
