import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import type { Reader } from "../../../shared/database/reader-in.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import { keyset } from "../../../shared/pagination/keyset.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import type { EngagementRow, OutcomeClaimRow, OutcomeRow } from "../database/rows.ts";
import { standing, visibleEngagements, visibleOutcomes } from "../policy.ts";
import { type HistoryFilter, historyConditions } from "../record/filter.ts";

/** The columns of an outcome that the API shows. */
export type ReadOutcomeRow = Pick<
	OutcomeRow,
	| "id"
	| "sme_id"
	| "center_id"
	| "institute_id"
	| "window_start"
	| "window_end"
	| "verification"
	| "revision"
	| "source_document"
	| "source_url"
	| "read_on"
	| "synthetic"
>;
const COLUMNS: Record<keyof ReadOutcomeRow, Sql> = {
	id: raw("o.id"),
	sme_id: raw("o.sme_id"),
	center_id: raw("o.center_id"),
	institute_id: raw("o.institute_id"),
	window_start: raw("o.window_start"),
	window_end: raw("o.window_end"),
	verification: raw("o.verification"),
	revision: raw("o.revision"),
	source_document: raw("o.source_document"),
	source_url: raw("o.source_url"),
	read_on: raw("o.read_on"),
	synthetic: raw("o.synthetic"),
};
const READ = join(Object.values(COLUMNS), ", ");
type OfParent = ReadOutcomeRow & { parent: string };

export function outcomesOfSmes(
	database: Database,
	viewer: Viewer,
	ids: readonly string[],
): Promise<OfParent[]> {
	return database.read(
		sql`SELECT o.sme_id AS parent, ${READ} FROM outcomes o WHERE ${sqlIn("o.sme_id", [...ids])} AND ${visibleOutcomes(viewer)} ORDER BY o.id`,
	);
}

export function outcomesOfEngagements(
	database: Database,
	viewer: Viewer,
	ids: readonly string[],
): Promise<OfParent[]> {
	return database.read(
		sql`SELECT c.engagement_id AS parent, ${READ} FROM outcome_covers c JOIN outcomes o ON o.id = c.outcome_id WHERE ${sqlIn("c.engagement_id", [...ids])} AND ${visibleOutcomes(viewer)} ORDER BY o.id`,
	);
}

export function outcomesByIds(
	database: Database,
	viewer: Viewer,
	ids: readonly string[],
): Promise<ReadOutcomeRow[]> {
	return database.read(
		sql`SELECT ${READ} FROM outcomes o WHERE ${sqlIn("o.id", [...ids])} AND ${visibleOutcomes(viewer)}`,
	);
}

export function claimsOf(
	database: Reader,
	ids: readonly string[],
): Promise<Array<Omit<OutcomeClaimRow, "id">>> {
	return database.read(
		sql`SELECT k.outcome_id, k.metric, k.value, k.currency, k.qualifier FROM outcome_claims k WHERE ${sqlIn("k.outcome_id", [...ids])} ORDER BY k.metric`,
	);
}

export function coveredBy(
	database: Database,
	viewer: Viewer,
	ids: readonly string[],
): Promise<Array<{ outcome_id: string; engagement_id: string }>> {
	return database.read(
		sql`SELECT c.outcome_id, c.engagement_id FROM outcome_covers c JOIN engagements e ON e.id = c.engagement_id WHERE ${sqlIn("c.outcome_id", [...ids])} AND ${visibleEngagements(viewer)} ORDER BY c.engagement_id`,
	);
}

/** The figures of several manufacturers' outcomes that are neither withdrawn nor disputed, with window and provider. */
export function standingClaims(
	database: Reader,
	smeIds: readonly string[],
): Promise<
	Array<Omit<ReadOutcomeRow, "source_document" | "source_url" | "read_on"> & { metric: string }>
> {
	return database.read(
		sql`SELECT o.id, o.sme_id, o.center_id, o.institute_id, o.window_start, o.window_end, o.verification, o.revision, k.metric FROM outcomes o JOIN outcome_claims k ON k.outcome_id = o.id WHERE ${sqlIn("o.sme_id", smeIds)} AND ${standing} ORDER BY o.id, k.metric`,
	);
}

/** A manufacturer's outcomes that the viewer sees, once for each metric that they report, earliest window first. */
export function reportedMetrics(
	database: Reader,
	viewer: Viewer,
	smeId: string,
): Promise<Array<ReadOutcomeRow & { metric: string }>> {
	return database.read(
		sql`SELECT ${READ}, k.metric FROM outcomes o JOIN outcome_claims k ON k.outcome_id = o.id WHERE o.sme_id = ${smeId} AND ${visibleOutcomes(viewer)} ORDER BY o.window_start, o.id, k.metric`,
	);
}

/** The columns that decide whether an outcome may cover an engagement, of engagements that the viewer sees. */
export function coveredEngagements(
	database: Reader,
	viewer: Viewer,
	ids: readonly string[],
): Promise<Array<Pick<EngagementRow, "id" | "sme_id" | "center_id" | "status">>> {
	return database.read(
		sql`SELECT e.id, e.sme_id, e.center_id, e.status FROM engagements e WHERE ${sqlIn("e.id", ids)} AND ${visibleEngagements(viewer)}`,
	);
}

/** Outcomes, neither withdrawn nor disputed, that cover one engagement and no other. */
export function outcomesOnlyAbout(database: Reader, engagementId: string): Promise<OutcomeRow[]> {
	return database.read(
		sql`SELECT o.* FROM outcome_covers c JOIN outcomes o ON o.id = c.outcome_id WHERE c.engagement_id = ${engagementId} AND ${standing} AND NOT EXISTS (SELECT 1 FROM outcome_covers x WHERE x.outcome_id = o.id AND x.engagement_id <> c.engagement_id) ORDER BY o.id`,
	);
}

/** The engagements that outcomes cover, without a check of what the viewer may see. */
export function coversOf(
	database: Reader,
	ids: readonly string[],
): Promise<Array<{ outcome_id: string; engagement_id: string }>> {
	return database.read(
		sql`SELECT c.outcome_id, c.engagement_id FROM outcome_covers c WHERE ${sqlIn("c.outcome_id", ids)} ORDER BY c.engagement_id`,
	);
}

export type OutcomeFilter = {
	/** Manufacturers under which they count. */
	smeIds?: string[];
	centerIds?: string[];
	instituteIds?: string[];
	verifications?: string[];
	metrics?: string[];
	/** Days. */
	windowFrom?: string;
	windowTo?: string;
	history?: HistoryFilter;
};

export type OutcomeOrder = "REPORTED_DESC" | "REPORTED_ASC" | "LARGEST_FIRST";

const LISTS = {
	smeIds: "o.sme_id",
	centerIds: "o.center_id",
	instituteIds: "o.institute_id",
	verifications: "o.verification",
} as const;

/** First day that the start of a window may mean, and a day not before the last that its end may mean: no month has more than 31. */
const STARTS: Sql = sql(["o.window_start || substr('-01-01', length(o.window_start) - 3)"]);
const ENDS: Sql = sql(["o.window_end || substr('-12-31', length(o.window_end) - 3)"]);

/** The same day, or the 31st if it is the last day of its month, to match ENDS. */
function closing(day: string): string {
	const next = new Date(`${day}T00:00:00Z`);
	next.setUTCDate(next.getUTCDate() + 1);
	return next.getUTCDate() === 1 ? `${day.slice(0, 8)}31` : day;
}

function conditionsOf(filter: OutcomeFilter, viewer: Viewer): Sql {
	const found = [visibleOutcomes(viewer)];
	for (const [name, column] of Object.entries(LISTS)) {
		const values = filter[name as keyof typeof LISTS];
		if (values) found.push(sqlIn(column, values));
	}
	if (filter.metrics)
		found.push(
			sql`EXISTS (SELECT 1 FROM outcome_claims k WHERE k.outcome_id = o.id AND ${sqlIn("k.metric", filter.metrics)})`,
		);
	if (filter.windowFrom) found.push(sql`${STARTS} >= ${filter.windowFrom}`);
	if (filter.windowTo) found.push(sql`${ENDS} <= ${closing(filter.windowTo)}`);
	if (filter.history) found.push(...historyConditions("OUTCOME", "o", filter.history, viewer));
	return join(found, " AND ");
}

/** The largest figure of an outcome: of the metrics that are asked for, words of an enum, or else in US dollars. */
function largestOf({ metrics }: OutcomeFilter): string {
	const which = metrics?.length
		? `k.metric IN (${metrics.map((metric) => `'${metric}'`).join(", ")})`
		: "k.currency = 'USD'";
	return `COALESCE((SELECT MAX(k.value) FROM outcome_claims k WHERE k.outcome_id = o.id AND ${which}), 0)`;
}

/** Reads one page (and one row more) of outcomes; `largest` is read only for its order. */
export function outcomePage(
	database: Database,
	viewer: Viewer,
	filter: OutcomeFilter,
	order: OutcomeOrder,
	page: PageRequest,
): Promise<Array<ReadOutcomeRow & { largest?: number }>> {
	const isLargest = order === "LARGEST_FIRST";
	const columns = isLargest ? [largestOf(filter), "o.id"] : ["o.id"];
	const { between, order: sorted } = keyset(
		page,
		columns,
		order === "REPORTED_ASC" ? "ASC" : "DESC",
	);
	const largest = isLargest ? raw(`, ${largestOf(filter)} AS largest`) : empty;
	return database.read(
		sql`SELECT ${READ}${largest} FROM outcomes o WHERE ${conditionsOf(filter, viewer)}${between} ${sorted}`,
	);
}

export async function countOutcomes(
	database: Database,
	viewer: Viewer,
	filter: OutcomeFilter,
): Promise<number> {
	const [row] = await database.read<{ count: number }>(
		sql`SELECT COUNT(*) AS count FROM outcomes o WHERE ${conditionsOf(filter, viewer)}`,
	);
	return Number(row?.count ?? 0);
}
