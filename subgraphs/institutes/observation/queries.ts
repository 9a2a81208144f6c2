import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import { keyset } from "../../../shared/pagination/keyset.ts";
import type { DocumentRow, DoubtRow, IndicatorRow, ObservationRow } from "../database/rows.ts";

export type Subject = "institute_id" | "network_id";

/** Numbered lists in their order, series by year, the served figure first. */
const ORDER = raw(
	"o.fiscal_year NULLS FIRST, o.property, o.number NULLS FIRST, o.accepted DESC, o.id",
);

/** Observations of several institutes or networks at once. */
export function observationsOf(
	database: Database,
	subject: Subject,
	ids: readonly string[],
): Promise<ObservationRow[]> {
	return database.read(
		sql`SELECT o.* FROM observations o WHERE ${sqlIn(`o.${subject}`, ids)} ORDER BY ${ORDER}`,
	);
}

export function observationsByIds(
	database: Database,
	ids: readonly string[],
): Promise<ObservationRow[]> {
	return database.read(sql`SELECT o.* FROM observations o WHERE ${sqlIn("o.id", ids)}`);
}

export type ObservationFilter = {
	instituteIds?: string[] | null;
	networkIds?: string[] | null;
	properties?: string[] | null;
	fiscalYears?: number[] | null;
	doubtIds?: string[] | null;
	accepted?: boolean | null;
};

function conditionsOf(filter: ObservationFilter): Sql {
	const found: Sql[] = [sql`1 = 1`];
	const { instituteIds, networkIds } = filter;
	const whose = [
		...(instituteIds ? [sqlIn("o.institute_id", instituteIds)] : []),
		...(networkIds ? [sqlIn("o.network_id", networkIds)] : []),
	];
	if (whose.length > 0) found.push(sql`(${join(whose, " OR ")})`);
	if (filter.properties) found.push(sqlIn("o.property", filter.properties));
	if (filter.fiscalYears) found.push(sqlIn("o.fiscal_year", filter.fiscalYears));
	if (filter.accepted !== null && filter.accepted !== undefined)
		found.push(filter.accepted ? raw("o.accepted") : raw("NOT o.accepted"));
	if (filter.doubtIds) {
		const any = [...new Set(filter.doubtIds)].map(
			(id) => sql`';' || o.doubts || ';' LIKE ${`%;${id};%`}`,
		);
		found.push(any.length === 0 ? raw("1 = 0") : sql`(${join(any, " OR ")})`);
	}
	return join(found, " AND ");
}

/** Reads one page (and one row more), by id. */
export function observationPage(
	database: Database,
	filter: ObservationFilter,
	page: PageRequest,
): Promise<ObservationRow[]> {
	const { between, order } = keyset(page, ["o.id"]);
	return database.read(
		sql`SELECT o.* FROM observations o WHERE ${conditionsOf(filter)}${between} ${order}`,
	);
}

export async function countObservations(
	database: Database,
	filter: ObservationFilter,
): Promise<number> {
	const [row] = await database.read<{ count: number }>(
		sql`SELECT COUNT(*) AS count FROM observations o WHERE ${conditionsOf(filter)}`,
	);
	return Number(row?.count ?? 0);
}

export function allDoubts(database: Database): Promise<DoubtRow[]> {
	return database.read(sql`SELECT d.* FROM doubts d ORDER BY d.id`);
}

export function allDocuments(database: Database): Promise<DocumentRow[]> {
	return database.read(
		sql`SELECT d.id, d.title, d.about, d.as_of, d.as_of_words, d.language FROM documents d ORDER BY d.id`,
	);
}

export function allIndicators(database: Database): Promise<IndicatorRow[]> {
	return database.read(sql`SELECT i.* FROM indicators i ORDER BY i.number`);
}
