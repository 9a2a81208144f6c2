import sql, { raw, type Sql } from "sql-template-tag";
import type { Database } from "../database/database.ts";
import type { PageRequest } from "./connection.ts";
import { keyset } from "./keyset.ts";

/** A list that each of several parents has. */
export type ListOfParents = {
	/** "engagements e": the table, under the alias that the other parts use. */
	table: string;
	columns: Sql;
	/** Condition on the table: the rows of the parent with these parts. */
	whereOf(...parts: Sql[]): Sql;
	/** The columns of the order, which is total. */
	order: readonly string[];
	direction: "ASC" | "DESC";
};

/** Parents by their keys, each with the parts that identify it, as many of them for each. */
export type Parents = ReadonlyMap<string, ReadonlyArray<string | number>>;

/** Parents that are identified by their key alone. */
export const keysOnly = (keys: readonly string[]): Parents =>
	new Map(keys.map((key) => [key, [key]]));

/**
 * Reads one page, and one row more, of a list for each of several parents, in one statement that is the same for any
 * number of them, each along the index of its order. Rows carry `parent`; those of a parent are in the list's order.
 */
export async function pagesOfParents<Row>(
	{ engine, read }: Pick<Database, "engine" | "read">,
	{ table, columns, whereOf, order, direction }: ListOfParents,
	parents: Parents,
	page: PageRequest,
): Promise<Array<Row & { parent: string }>> {
	const [first] = parents;
	if (!first) return [];
	const asked = keyset(page, order, direction);
	const from = raw(table);
	const pageOf = (chosen: Sql, parts: Sql[]) =>
		sql`SELECT ${chosen} FROM ${from} WHERE ${whereOf(...parts)}${asked.between} ${asked.order}`;
	const [key, values] = first;
	if (parents.size === 1)
		return read(
			pageOf(
				sql`${key} AS parent, ${columns}`,
				values.map((value) => sql`${value}`),
			),
		);
	// Both engines give the names of an object in JSON as text, and ->> its parts.
	const keys = sql`json_each(${JSON.stringify(Object.fromEntries(parents))}) k`;
	const parts = values.map((_, at) => raw(values.length === 1 ? "k.key" : `k.value ->> ${at}`));
	if (engine === "postgres")
		return read(
			sql`SELECT k.key AS parent, p.* FROM ${keys} CROSS JOIN LATERAL (${pageOf(columns, parts)}) p`,
		);
	// SQLite knows no LATERAL, and gives rows that it finds by their numbers in the order of these.
	const number = raw(`${table.slice(table.indexOf(" ") + 1)}.rowid`);
	return read(
		sql`SELECT k.key AS parent, ${columns} FROM ${keys} CROSS JOIN ${from} ON ${number} IN (${pageOf(number, parts)}) ${asked.sorted}`,
	);
}
