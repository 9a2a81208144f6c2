import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import type { Reader } from "../../../shared/database/reader-in.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import { keyset } from "../../../shared/pagination/keyset.ts";
import { type ListOfParents, pagesOfParents } from "../../../shared/pagination/pages-of-parents.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import type { QuarterRow } from "../database/record-rows.ts";
import type { EngagementRow, OutcomeRow } from "../database/rows.ts";
import { conditionsOf, narrows } from "../filter/conditions.ts";
import type { Scope } from "../filter/scope.ts";
import { standing, visibleEngagements } from "../policy.ts";
import { insideOnly } from "../record/policy.ts";
import type { Engagement } from "./type.ts";

/** A row of which only some columns were read. */
export type PartialEngagementRow = Pick<EngagementRow, "id" | "started_first"> &
	Partial<EngagementRow>;

/** The columns that each field of the API needs. */
type Resolved = "history" | "loggedBy" | "submittedAt" | "likelyDuplicates";
const COLUMNS: Record<Exclude<keyof Engagement, "id"> | Resolved, Array<keyof EngagementRow>> = {
	sme: ["sme_id"],
	kind: ["kind"],
	center: ["center_id"],
	institute: ["institute_id"],
	title: ["title"],
	startedOn: ["started_on"],
	endedOn: ["ended_on"],
	fiscalYear: ["fiscal_year"],
	facility: ["facility_id"],
	hours: ["hours"],
	feePaid: ["fee_paid"],
	entitlement: ["entitlement"],
	course: ["course_id"],
	peopleTrained: ["people_trained"],
	credential: ["credential"],
	instrument: ["instrument"],
	loggedSmeId: ["logged_sme_id"],
	revision: ["revision", "center_id"],
	technology: ["technology_id"],
	mrlFrom: ["mrl_from"],
	mrlTo: ["mrl_to"],
	practice: ["practice"],
	note: ["note"],
	status: ["status"],
	visibility: ["visibility"],
	history: ["center_id"],
	loggedBy: ["center_id"],
	submittedAt: ["center_id"],
	likelyDuplicates: [],
	source: ["source_document", "source_url", "read_on"],
	synthetic: ["synthetic"],
	late: ["late"],
};

/** The columns of `engagements e` that some fields of the API need, and those that order lists. */
export function columnsOf(fields: Iterable<string>): Sql {
	const columns = new Set<string>(["id", "started_first"]);
	for (const field of fields)
		for (const column of COLUMNS[field as keyof typeof COLUMNS] ?? []) columns.add(column);
	return raw([...columns].map((column) => `e.${column}`).join(", "));
}

/** The column of `engagements` that points at the parent of a nested list. */
export type ParentColumn =
	| "sme_id"
	| "center_id"
	| "institute_id"
	| "facility_id"
	| "course_id"
	| "technology_id"
	| "trace_id";

/** The key of a parent that is identified by two columns; the first value has no line break. */
export const keyOfPair = (first: string, second: string) => `${first}\n${second}`;

/** The values of the columns that identify a parent. */
function partsOf(columns: readonly ParentColumn[], key: string): string[] {
	if (columns.length === 1) return [key];
	const at = key.indexOf("\n");
	return [key.slice(0, at), key.slice(at + 1)];
}

/** Condition: the columns have these values. */
const areOf = (
	columns: readonly ParentColumn[],
	parts: readonly (Sql | string | undefined)[],
): Sql =>
	join(
		columns.map((column, at) => sql`${raw(`e.${column}`)} = ${parts[at]}`),
		" AND ",
	);

export type EngagementOrder = "STARTED_ON_DESC" | "STARTED_ON_ASC";

/** Up to this many matching rows are found first and then sorted; for more, the index of the order is scanned. */
const FEW = 2000;

/** The statement of one page (and one row more) by start and id; `columns` of `engagements e`. */
export function pageStatement(
	conditions: Sql[],
	order: EngagementOrder,
	page: PageRequest,
	columns: Sql,
	along: Sql = empty,
): Sql {
	const direction = order === "STARTED_ON_DESC" ? "DESC" : "ASC";
	const asked = keyset(page, ["e.started_first", "e.id"], direction);
	return sql`SELECT ${columns} FROM engagements e${along} WHERE ${join(conditions, " AND ")}${asked.between} ${asked.order}`;
}

/** Reads one page (and one row more) of all engagements in a scope, by start and id. */
export async function engagementPage(
	database: Database,
	scope: Scope,
	order: EngagementOrder,
	page: PageRequest,
	fields: Iterable<string>,
): Promise<PartialEngagementRow[]> {
	const conditions = conditionsOf(scope);
	if (!narrows(scope))
		return database.read(pageStatement(conditions, order, page, columnsOf(fields)));
	const few = await fewIds(database, conditions);
	const [found, along] = few
		? [[sqlIn("e.id", few)], empty]
		: [conditions, database.along("engagements_by_started_first_id")];
	return database.read(pageStatement(found, order, page, columnsOf(fields), along));
}

/** The ids of all matching rows, if they are few; the planner may use any index for the conditions. */
export async function fewIds(database: Database, conditions: Sql[]): Promise<string[] | undefined> {
	const rows = await database.read<{ id: string }>(
		sql`SELECT e.id FROM engagements e WHERE ${join(conditions, " AND ")} LIMIT ${FEW + 1}`,
	);
	return rows.length > FEW ? undefined : rows.map((row) => row.id);
}

/** Reads one page (and one row more) for each parent, in one statement. Rows carry `parent`. */
export function engagementPagesByParent(
	database: Database,
	whose: readonly ParentColumn[],
	parents: readonly string[],
	scope: Scope,
	page: PageRequest,
	fields: Iterable<string>,
): Promise<Array<PartialEngagementRow & { parent: string }>> {
	const conditions = conditionsOf(scope);
	const list: ListOfParents = {
		table: "engagements e",
		columns: columnsOf(fields),
		whereOf: (...parts) => join([areOf(whose, parts), ...conditions], " AND "),
		order: ["e.started_first", "e.id"],
		direction: "DESC",
	};
	const keyed = new Map(parents.map((key) => [key, partsOf(whose, key)]));
	return pagesOfParents(database, list, keyed, page);
}

export async function countEngagements(database: Database, scope: Scope): Promise<number> {
	const [row] = await database.read<{ count: number }>(
		sql`SELECT COUNT(*) AS count FROM engagements e WHERE ${join(conditionsOf(scope), " AND ")}`,
	);
	return Number(row?.count ?? 0);
}

export async function countEngagementsByParent(
	database: Database,
	whose: readonly ParentColumn[],
	parents: readonly string[],
	scope: Scope,
): Promise<Map<string, number>> {
	const conditions = conditionsOf(scope);
	const [column] = whose;
	const counts = parents.map((parent) => {
		const found = join([areOf(whose, partsOf(whose, parent)), ...conditions], " AND ");
		return sql`SELECT ${parent} AS parent, COUNT(*) AS count FROM engagements e WHERE ${found}`;
	});
	const by = raw(`e.${column}`);
	const rows = await database.read<{ parent: string; count: number }>(
		whose.length === 1
			? sql`SELECT ${by} AS parent, COUNT(*) AS count FROM engagements e WHERE ${join([sqlIn(`e.${column}`, [...parents]), ...conditions], " AND ")} GROUP BY ${by}`
			: join(counts, " UNION ALL "),
	);
	return new Map(rows.map((row) => [row.parent, Number(row.count)]));
}

/** Some fields of engagements that the viewer sees, by id. */
export function engagementsByIds(
	database: Reader,
	viewer: Viewer,
	ids: readonly string[],
	fields: Iterable<string>,
): Promise<PartialEngagementRow[]> {
	return database.read(
		sql`SELECT ${columnsOf(fields)} FROM engagements e WHERE ${sqlIn("e.id", [...ids])} AND ${visibleEngagements(viewer)}`,
	);
}

/** Most likely duplicates that are named of one engagement. */
const MOST_DUPLICATES = 10;

/** Pairs of an engagement and another that may be the same service: see `Engagement.likelyDuplicates`. */
export function duplicatesOf(
	database: Database,
	viewer: Viewer,
	ids: readonly string[],
): Promise<Array<{ twin_of: string; id: string }>> {
	const alike = ["facility_id", "course_id", "technology_id"].map(
		(column) => `(d.${column} = e.${column} OR d.${column} IS NULL OR e.${column} IS NULL)`,
	);
	const pairs = sql`SELECT e.id AS twin_of, d.id AS id, ROW_NUMBER() OVER (PARTITION BY e.id ORDER BY d.started_first, d.id) AS place FROM engagements e JOIN engagements d ON d.sme_id = e.sme_id AND d.kind = e.kind AND d.id <> e.id AND d.started_first <= e.started_last AND d.started_last >= e.started_first WHERE ${sqlIn("e.id", ids)} AND e.started_first > '' AND d.started_first > '' AND d.status <> 'VOIDED' AND ${raw(alike.join(" AND "))} AND ${visibleEngagements(viewer, "d")}`;
	return database.read(
		sql`SELECT p.twin_of, p.id FROM (${pairs}) AS p WHERE p.place <= ${MOST_DUPLICATES} ORDER BY p.twin_of, p.place`,
	);
}

/** What engagements are counted by. */
export type CountedBy = "LOGGED_BY" | "KIND" | "SME";

/** How many engagements share each value, the most first. */
export async function countsBy(
	database: Database,
	scope: Scope,
	by: CountedBy,
	most: number,
): Promise<Array<{ value: string; count: number }>> {
	const conditions = conditionsOf(scope);
	if (by === "LOGGED_BY") conditions.push(insideOnly(scope.viewer, "e.center_id"));
	const value = raw({ LOGGED_BY: "r.subject", KIND: "e.kind", SME: "e.sme_id" }[by]);
	const revisions =
		by === "LOGGED_BY"
			? sql` JOIN revisions r ON r.record_id = e.id AND r.revision = 1 AND r.record_type = 'ENGAGEMENT'`
			: empty;
	const rows = await database.read<{ value: string; count: number }>(
		sql`SELECT ${value} AS value, COUNT(*) AS count FROM engagements e${revisions} WHERE ${join(conditions, " AND ")} GROUP BY ${value} ORDER BY COUNT(*) DESC, ${value} LIMIT ${most}`,
	);
	return rows.map((row) => ({ value: row.value, count: Number(row.count) }));
}

/** Whole rows of engagements that the viewer sees, by id. */
export function engagementRowsByIds(
	database: Reader,
	viewer: Viewer,
	ids: readonly string[],
): Promise<EngagementRow[]> {
	return database.read(
		sql`SELECT e.* FROM engagements e WHERE ${sqlIn("e.id", [...ids])} AND ${visibleEngagements(viewer)}`,
	);
}

/** Outcomes, neither withdrawn nor disputed, that cover one of some engagements. */
export function standingOutcomesCovering(
	database: Reader,
	engagementIds: readonly string[],
): Promise<Array<Pick<OutcomeRow, "id">>> {
	return database.read(
		sql`SELECT DISTINCT o.id FROM outcome_covers c JOIN outcomes o ON o.id = c.outcome_id WHERE ${sqlIn("c.engagement_id", engagementIds)} AND ${standing} ORDER BY o.id`,
	);
}

/** A quarter that was reported, and when. */
export type ReportedQuarter = Pick<QuarterRow, "id" | "fiscal_year" | "quarter" | "reported_at">;

/** Those of several quarters that were reported. */
export function quartersByIds(
	database: Reader,
	ids: readonly string[],
): Promise<ReportedQuarter[]> {
	return database.read(
		sql`SELECT q.id, q.fiscal_year, q.quarter, q.reported_at FROM quarters q WHERE ${sqlIn("q.id", ids)}`,
	);
}

/** Those of some ids that engagements have. */
export async function engagementIdsAmong(
	database: Reader,
	ids: readonly string[],
): Promise<string[]> {
	if (ids.length === 0) return [];
	const rows = await database.read<{ id: string }>(
		sql`SELECT e.id FROM engagements e WHERE ${sqlIn("e.id", ids)}`,
	);
	return rows.map(({ id }) => id);
}
