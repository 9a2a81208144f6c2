import sql, { join, raw, type Sql } from "sql-template-tag";

/** `column IN (values)`; no values match nothing. */
export function among(column: string, values: ReadonlyArray<string | number>): Sql {
	return values.length === 0 ? sql`1 = 0` : sql`${raw(column)} IN (${join([...values])})`;
}
