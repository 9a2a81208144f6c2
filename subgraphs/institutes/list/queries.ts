import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import { keyset } from "../../../shared/pagination/keyset.ts";
import type { ListedTable } from "./table.ts";

/** The columns of `<table> t` that some fields are made of. */
export function columnsOf<Row>({ columns }: ListedTable<Row>, fields: Iterable<string>): Sql {
	const chosen = new Set<string>(["id", "name"]);
	for (const field of fields) for (const column of columns[field] ?? []) chosen.add(column);
	return raw([...chosen].map((column) => `t.${column}`).join(", "));
}

const whereAll = (conditions: readonly Sql[]): Sql => join([sql`1 = 1`, ...conditions], " AND ");

/** Reads one page (and one row more), by id; `conditions` are on `<table> t`. */
export function pageFrom<Row>(
	database: Database,
	table: ListedTable<Row>,
	conditions: readonly Sql[],
	page: PageRequest,
	fields: Iterable<string>,
): Promise<Row[]> {
	const { between, order } = keyset(page, ["t.id"]);
	return database.read(
		sql`SELECT ${columnsOf(table, fields)} FROM ${raw(table.name)} t WHERE ${whereAll(conditions)}${between} ${order}`,
	);
}

export async function countIn<Row>(
	database: Database,
	table: ListedTable<Row>,
	conditions: readonly Sql[],
): Promise<number> {
	const [row] = await database.read<{ count: number }>(
		sql`SELECT COUNT(*) AS count FROM ${raw(table.name)} t WHERE ${whereAll(conditions)}`,
	);
	return Number(row?.count ?? 0);
}

export function rowsByIds<Row>(
	database: Database,
	table: ListedTable<Row>,
	ids: readonly string[],
	fields: Iterable<string>,
): Promise<Row[]> {
	return database.read(
		sql`SELECT ${columnsOf(table, fields)} FROM ${raw(table.name)} t WHERE ${sqlIn("t.id", ids)}`,
	);
}

/** The rows of several institutes, by id. */
export function rowsOfInstitutes<Row>(
	database: Database,
	table: ListedTable<Row>,
	instituteIds: readonly string[],
	fields: Iterable<string>,
): Promise<Row[]> {
	const others = new Set([...fields].filter((field) => field !== "institute"));
	return database.read(
		sql`SELECT t.institute_id, ${columnsOf(table, others)} FROM ${raw(table.name)} t WHERE ${sqlIn("t.institute_id", instituteIds)} ORDER BY t.id`,
	);
}

/** Those of some ids that a table has. */
export async function knownIds(
	database: Database,
	table: string,
	ids: readonly string[],
): Promise<string[]> {
	const rows = await database.read<{ id: string }>(
		sql`SELECT t.id FROM ${raw(table)} t WHERE ${sqlIn("t.id", ids)}`,
	);
	return rows.map(({ id }) => id);
}
