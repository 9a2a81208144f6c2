import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import { containsWords } from "../../../shared/database/search.ts";
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
	search?: string | null;
	documents?: string[] | null;
	years?: number[] | null;
	inDoubt?: boolean | null;
};

/** The fiscal year of an annual figure, otherwise the year of its date. */
const YEAR = "COALESCE(o.fiscal_year, CAST(SUBSTR(o.as_of, 1, 4) AS INTEGER))";

const isGiven = <T>(value: T | null | undefined): value is T =>
	value !== null && value !== undefined;

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
	if (filter.documents) found.push(sqlIn("o.source_document", filter.documents));
	if (filter.years) found.push(sqlIn(YEAR, filter.years));
	if (filter.search) found.push(containsWords("o.search_text", filter.search));
	if (isGiven(filter.accepted))
		found.push(filter.accepted ? raw("o.accepted") : raw("NOT o.accepted"));
	if (isGiven(filter.inDoubt))
		found.push(filter.inDoubt ? raw("o.doubts <> ''") : raw("o.doubts = ''"));
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

export type FacetRow = Pick<
	ObservationRow,
	"institute_id" | "network_id" | "property" | "source_document" | "doubts"
> & { year: number | null };

/** What observations can be told apart by, one row each. */
export function facetRows(database: Database, filter: ObservationFilter): Promise<FacetRow[]> {
	return database.read(
		sql`SELECT o.institute_id, o.network_id, o.property, o.source_document, o.doubts, ${raw(YEAR)} AS year FROM observations o WHERE ${conditionsOf(filter)}`,
	);
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
