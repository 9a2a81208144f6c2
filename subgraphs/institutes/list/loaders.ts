import type { Database } from "../../../shared/database/database.ts";
import { type KeptRows, whenKnown } from "../../../shared/database/kept-tables.ts";
import { byId, groupBy } from "../../../shared/loader-results.ts";
import type { Context } from "../context.ts";
import { rowsByIds, rowsOfInstitutes } from "./queries.ts";
import type { ListedTable } from "./table.ts";

/** Rows of a table by id, with the columns of some fields. */
const rowLoader = <Row extends { id: string }>(
	{ loader, database }: Context,
	table: ListedTable<Row>,
	fields: Set<string>,
) =>
	loader<Row | null>([table.name, fields], async (ids) =>
		byId(ids, await rowsByIds(database, table, ids, fields)),
	);

/** What a row with an id becomes, or null; at once where the table is in memory. */
export function rowById<Row extends { id: string }, Type>(
	context: Context,
	table: ListedTable<Row>,
	id: string,
	fields: Set<string>,
	toType: (row: Row) => Type,
): Type | null | Promise<Type | null> {
	const read = (rows: KeptRows<Row> | undefined) =>
		rows ? (rows.get(id) ?? null) : rowLoader(context, table, fields).load(id);
	const rows = context.kept.rows<Row>(table.name, context.began);
	return whenKnown(whenKnown(rows, read), (row) => row && toType(row));
}

/** The rows of a table that each institute has. */
export const rowsOfInstituteLoader = <Row extends { institute_id: string }>(
	{ loader, database }: Context,
	table: ListedTable<Row>,
	fields: Set<string>,
) =>
	loader<Row[]>([table.name, "of institute", fields], async (ids) =>
		groupBy(ids, await rowsOfInstitutes(database, table, ids, fields), (row) => row.institute_id),
	);

/** What each institute has, read by a query of its own. */
export const ofInstituteLoader = <Row extends { institute_id: string }>(
	{ loader, database }: Context,
	name: string,
	read: (database: Database, instituteIds: readonly string[]) => Promise<Row[]>,
) =>
	loader<Row[]>([name], async (ids) =>
		groupBy(ids, await read(database, ids), (row) => row.institute_id),
	);

/** A whole small table, read once a request. */
export const wholeTable = <Row>(
	{ loader, database }: Context,
	name: string,
	read: (database: Database) => Promise<Row[]>,
): Promise<Row[]> =>
	loader<Row[]>([name], async (keys) => {
		const rows = await read(database);
		return keys.map(() => rows);
	}).load("all");
