import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import { keyset } from "../../../shared/pagination/keyset.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import type { QuarterRow } from "../database/record-rows.ts";
import type { ClosedQuarterRow } from "../database/release-rows.ts";
import { columnsOf, type PartialEngagementRow, pageStatement } from "../engagement/queries.ts";
import { daysOfQuarter } from "../engagement/rules.ts";
import { isInside } from "../policy.ts";
import { insideOnly } from "../record/policy.ts";
import { partsOf } from "./rules.ts";

const IN_THE_QUARTER = {
	approved: "'APPROVED'",
	submitted: "'SUBMITTED'",
	stranded: "'DRAFT', 'RETURNED'",
	reported: "'REPORTED'",
	amended: "'AMENDED'",
};
/** Included in a report; blocking it; left out by it; reported; changed or added since; and too coarsely dated for it. */
export type QuarterGroup = keyof typeof IN_THE_QUARTER | "coarse";

/** Statuses of engagements that are neither void nor reported. */
const TO_BE_REPORTED = raw("e.status IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED')");

/** Conditions on `engagements e` for one group of a center's quarter. */
function groupConditions(group: QuarterGroup, id: string): Sql {
	const { centerId, fiscalYear, quarter } = partsOf(id);
	const { first, last } = daysOfQuarter(fiscalYear, quarter);
	const center = sql`e.center_id = ${centerId}`;
	if (group !== "coarse")
		return sql`${center} AND ${raw(`e.status IN (${IN_THE_QUARTER[group]})`)} AND e.started_first >= ${first} AND e.started_first <= ${last} AND e.started_last <= ${last}`;
	// The coarsest date is a year, and no quarter spans two calendar years.
	const year = `${first.slice(0, 4)}-01-01`;
	return sql`${center} AND ${TO_BE_REPORTED} AND e.started_first >= ${year} AND e.started_first <= ${last} AND e.started_last >= ${first} AND (e.started_first < ${first} OR e.started_last > ${last})`;
}

/** Reads one page (and one row more) of a group for each of several quarters, latest start first, in one statement. */
export function quarterEngagements(
	database: Database,
	viewer: Viewer,
	group: QuarterGroup,
	ids: readonly string[],
	page: PageRequest,
	fields: Iterable<string>,
): Promise<Array<PartialEngagementRow & { parent: string }>> {
	const columns = columnsOf(fields);
	const pages = ids.map((id) => {
		const conditions = [groupConditions(group, id), insideOnly(viewer, "e.center_id")];
		const one = pageStatement(
			conditions,
			"STARTED_ON_DESC",
			page,
			sql`${id} AS parent, ${columns}`,
		);
		return sql`SELECT * FROM (${one}) AS p`;
	});
	return database.read(join(pages, " UNION ALL "));
}

export type QuarterCounts = Record<QuarterGroup | "undated" | "smes", number> & { id: string };

/** How many engagements each group of several quarters has, how many manufacturers the approved ones served, and how many of the center's are undated, in one statement. */
export async function quarterCounts(
	database: Database,
	viewer: Viewer,
	ids: readonly string[],
): Promise<QuarterCounts[]> {
	const count = (what: Sql, group: QuarterGroup, id: string) =>
		sql`(SELECT COUNT(${what}) FROM engagements e WHERE ${groupConditions(group, id)} AND ${insideOnly(viewer, "e.center_id")})`;
	const all = raw("*");
	const counted = ids.map((id) => {
		const undated = sql`(SELECT COUNT(*) FROM engagements e WHERE e.center_id = ${partsOf(id).centerId} AND e.started_first = '' AND ${TO_BE_REPORTED} AND ${insideOnly(viewer, "e.center_id")})`;
		return sql`SELECT ${id} AS id, ${count(all, "approved", id)} AS approved, ${count(all, "submitted", id)} AS submitted, ${count(all, "stranded", id)} AS stranded, ${count(all, "reported", id)} AS reported, ${count(all, "amended", id)} AS amended, ${count(all, "coarse", id)} AS coarse, ${undated} AS undated, ${count(raw("DISTINCT e.sme_id"), "approved", id)} AS smes`;
	});
	return database.read(join(counted, " UNION ALL "));
}

export type QuarterFilter = { centerIds?: string[]; fiscalYears?: number[]; quarters?: number[] };

function conditionsOf({ centerIds, fiscalYears, quarters }: QuarterFilter, viewer: Viewer): Sql {
	const found = [insideOnly(viewer, "q.center_id")];
	if (centerIds) found.push(sqlIn("q.center_id", centerIds));
	if (fiscalYears) found.push(sqlIn("q.fiscal_year", fiscalYears));
	if (quarters) found.push(sqlIn("q.quarter", quarters));
	return join(found, " AND ");
}

/** Reads one page (and one row more) of the reported quarters of the viewer's center, or of all for the program office, latest first. */
export function quarterPage(
	database: Database,
	viewer: Viewer,
	filter: QuarterFilter,
	page: PageRequest,
): Promise<QuarterRow[]> {
	const { between, order } = keyset(page, ["q.fiscal_year", "q.quarter", "q.id"], "DESC");
	return database.read(
		sql`SELECT q.* FROM quarters q WHERE ${conditionsOf(filter, viewer)}${between} ${order}`,
	);
}

export async function countQuarters(
	database: Database,
	viewer: Viewer,
	filter: QuarterFilter,
): Promise<number> {
	const [row] = await database.read<{ count: number }>(
		sql`SELECT COUNT(*) AS count FROM quarters q WHERE ${conditionsOf(filter, viewer)}`,
	);
	return Number(row?.count ?? 0);
}

/** A reported quarter, where the viewer sees it. */
export async function quarterById(
	database: Database,
	viewer: Viewer,
	id: string,
): Promise<QuarterRow | undefined> {
	const [row] = await database.read<QuarterRow>(
		sql`SELECT q.* FROM quarters q WHERE q.id = ${id} AND ${insideOnly(viewer, "q.center_id")}`,
	);
	return row;
}

/** Quarters that the program office closed, where the viewer is of it. */
export async function closedQuartersById(
	database: Database,
	viewer: Viewer,
	ids: readonly string[],
): Promise<ClosedQuarterRow[]> {
	if (!isInside(viewer, null)) return [];
	return database.read(sql`SELECT c.* FROM closed_quarters c WHERE ${sqlIn("c.id", ids)}`);
}

/** One of them. */
export async function closedQuarterById(
	database: Database,
	viewer: Viewer,
	id: string,
): Promise<ClosedQuarterRow | undefined> {
	const [row] = await closedQuartersById(database, viewer, [id]);
	return row;
}

/** Every quarter that a center has reported, or the program office has closed; then without a center. */
export function quartersDone(
	database: Database,
): Promise<Array<{ fiscal_year: number; quarter: number; center_id: string | null }>> {
	return database.read(
		sql`SELECT q.fiscal_year, q.quarter, q.center_id FROM quarters q UNION ALL SELECT c.fiscal_year, c.quarter, NULL FROM closed_quarters c`,
	);
}
