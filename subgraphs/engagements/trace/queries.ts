import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import { keyset } from "../../../shared/pagination/keyset.ts";
import { fewIds, type ParentColumn } from "../engagement/queries.ts";
import { conditionsOf, narrows } from "../filter/conditions.ts";
import type { Scope } from "../filter/scope.ts";

export type TraceRow = {
	trace_id: string;
	engagement_count?: number;
	first_on?: string | null;
	last_on?: string | null;
	hours?: number | null;
	people_trained?: number | null;
};

const AGGREGATES: Record<string, string> = {
	engagementCount: "COUNT(*) AS engagement_count",
	firstOn: "MIN(e.started_on) AS first_on",
	lastOn: "MAX(e.started_on) AS last_on",
	hours: "SUM(e.hours) AS hours",
	peopleTrained: "SUM(e.people_trained) AS people_trained",
};

function columnsOf(fields: Iterable<string>): Sql {
	const chosen = [...fields].flatMap((field) => AGGREGATES[field] ?? []);
	return raw(["e.trace_id", ...chosen].join(", "));
}

function pageStatement(
	conditions: Sql[],
	page: PageRequest,
	columns: Sql,
	along: Sql = empty,
): Sql {
	const { between, order } = keyset(page, ["e.trace_id"]);
	return sql`SELECT ${columns} FROM engagements e${along} WHERE ${join(conditions, " AND ")}${between} GROUP BY e.trace_id ${order}`;
}

/** Reads one page (and one row more) of the traces in a scope, by id, and so by manufacturer. */
export async function tracePage(
	database: Database,
	scope: Scope,
	page: PageRequest,
	fields: Iterable<string>,
): Promise<TraceRow[]> {
	const conditions = conditionsOf(scope);
	if (!narrows(scope)) return database.read(pageStatement(conditions, page, columnsOf(fields)));
	const few = await fewIds(database, conditions);
	const [found, along] = few
		? [[sqlIn("e.id", few)], empty]
		: [conditions, database.along("engagements_by_trace_id_started_first_id")];
	return database.read(pageStatement(found, page, columnsOf(fields), along));
}

/** Reads one page (and one row more) for each parent, in one statement. Rows carry `parent`. */
export function tracePagesByParent(
	database: Database,
	column: ParentColumn,
	parents: readonly string[],
	scope: Scope,
	page: PageRequest,
	fields: Iterable<string>,
): Promise<Array<TraceRow & { parent: string }>> {
	const columns = columnsOf(fields);
	const conditions = conditionsOf(scope);
	const pages = parents.map((parent) => {
		const one = pageStatement(
			[sql`${raw(`e.${column}`)} = ${parent}`, ...conditions],
			page,
			sql`${parent} AS parent, ${columns}`,
		);
		return sql`SELECT * FROM (${one}) AS p`;
	});
	return database.read(join(pages, " UNION ALL "));
}

/** Traces by the id that their engagements have in common, within a scope. */
export function tracesByGroup(
	database: Database,
	scope: Scope,
	groups: readonly string[],
	fields: Iterable<string>,
): Promise<TraceRow[]> {
	const conditions = [sqlIn("e.trace_id", groups), ...conditionsOf(scope)];
	return database.read(
		sql`SELECT ${columnsOf(fields)} FROM engagements e WHERE ${join(conditions, " AND ")} GROUP BY e.trace_id`,
	);
}

export async function countTraces(database: Database, scope: Scope): Promise<number> {
	const [row] = await database.read<{ count: number }>(
		sql`SELECT COUNT(DISTINCT e.trace_id) AS count FROM engagements e WHERE ${join(conditionsOf(scope), " AND ")}`,
	);
	return Number(row?.count ?? 0);
}

export async function countTracesByParent(
	database: Database,
	column: ParentColumn,
	parents: readonly string[],
	scope: Scope,
): Promise<Map<string, number>> {
	const by = raw(`e.${column}`);
	const rows = await database.read<{ parent: string; count: number }>(
		sql`SELECT ${by} AS parent, COUNT(DISTINCT e.trace_id) AS count FROM engagements e WHERE ${join([sqlIn(`e.${column}`, [...parents]), ...conditionsOf(scope)], " AND ")} GROUP BY ${by}`,
	);
	return new Map(rows.map((row) => [row.parent, Number(row.count)]));
}
