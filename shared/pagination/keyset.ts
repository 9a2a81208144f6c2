import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import type { PageRequest } from "./connection.ts";
import type { Position } from "./cursor.ts";

const OPPOSITE = { ASC: "DESC", DESC: "ASC" } as const;
const COMPARE = { ASC: raw(">"), DESC: raw("<") };

function compare(columns: readonly string[], sign: Sql, position: Position): Sql {
	const [column] = columns;
	if (columns.length === 1) return sql` AND ${raw(column as string)} ${sign} ${position[0]}`;
	return sql` AND (${raw(columns.join(", "))}) ${sign} (${join(position)})`;
}

/**
 * What makes a statement read one page, and one row more, of a list in the order of `columns`: `between`, conditions
 * that begin with AND, and `order`, with its limit. A page read backward comes in reverse; `pageOf` turns it. `sorted` is
 * the order alone.
 */
export function keyset(
	page: PageRequest,
	columns: readonly string[],
	direction: "ASC" | "DESC" = "ASC",
): { between: Sql; order: Sql; sorted: Sql } {
	const { after, before } = page;
	const walked = raw(page.backward ? OPPOSITE[direction] : direction);
	const sorted = sql`ORDER BY ${join(columns.map((column) => sql`${raw(column)} ${walked}`))}`;
	return {
		between: sql`${after ? compare(columns, COMPARE[direction], after) : empty}${before ? compare(columns, COMPARE[OPPOSITE[direction]], before) : empty}`,
		order: sql`${sorted} LIMIT ${page.first + 1}`,
		sorted,
	};
}
