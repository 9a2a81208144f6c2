import sql, { join, raw } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import type { QuarterRow } from "../database/record-rows.ts";
import { daysOfQuarter, quarterOfDay } from "../engagement/rules.ts";
import { isInside } from "../policy.ts";
import { ordinalOf, quarterOfOrdinal } from "../quarter/rules.ts";
import { insideOnly } from "../record/policy.ts";

type Earliest = Record<"day", string | null> & Record<"reported" | "closed", number | null>;

/** The first quarter, as its number, of which the viewer may know something: an engagement, a report or a closing. */
export async function earliestQuarter(
	database: Database,
	viewer: Viewer,
): Promise<number | undefined> {
	const closed = raw(isInside(viewer, null) ? "1 = 1" : "1 = 0");
	const [row] = await database.read<Earliest>(
		sql`SELECT (SELECT MIN(e.started_first) FROM engagements e WHERE e.started_first > '' AND ${insideOnly(viewer, "e.center_id")}) AS day, (SELECT MIN(q.fiscal_year * 4 + q.quarter - 1) FROM quarters q WHERE ${insideOnly(viewer, "q.center_id")}) AS reported, (SELECT MIN(c.fiscal_year * 4 + c.quarter - 1) FROM closed_quarters c WHERE ${closed}) AS closed`,
	);
	const known = [row?.day ? ordinalOf(quarterOfDay(row.day)) : null, row?.reported, row?.closed];
	const numbers = known.flatMap((one) => (one === null || one === undefined ? [] : [Number(one)]));
	return numbers.length === 0 ? undefined : Math.min(...numbers);
}

/** The reports of several quarters, given as numbers, that the viewer sees. */
export function reportsOfQuarters(
	database: Database,
	viewer: Viewer,
	ordinals: readonly number[],
): Promise<QuarterRow[]> {
	return database.read(
		sql`SELECT q.* FROM quarters q WHERE ${sqlIn("q.fiscal_year * 4 + q.quarter - 1", ordinals)} AND ${insideOnly(viewer, "q.center_id")}`,
	);
}

/** Statuses that are counted together, in one statement. */
export const COUNTED = {
	open: ["DRAFT", "SUBMITTED", "RETURNED"],
	/** There are many more of these, and no index by status. */
	settled: ["APPROVED", "AMENDED"],
} as const;

export type StatusCount = { ordinal: number; center_id: string; status: string; count: number };

/** How many engagements each center that the viewer sees has in several quarters, by status. */
export async function countByStatus(
	database: Database,
	viewer: Viewer,
	statuses: keyof typeof COUNTED,
	ordinals: readonly number[],
): Promise<StatusCount[]> {
	const periods = ordinals.map((ordinal) => {
		const { fiscalYear, quarter } = quarterOfOrdinal(ordinal);
		const { first, last } = daysOfQuarter(fiscalYear, quarter);
		return sql`SELECT ${raw(String(ordinal))} AS ordinal, ${first} AS first_day, ${last} AS last_day`;
	});
	// As the index of open engagements spells it.
	const counted = raw(`e.status IN (${COUNTED[statuses].map((one) => `'${one}'`).join(", ")})`);
	const rows = await database.read<StatusCount>(
		sql`SELECT p.ordinal, e.center_id, e.status, COUNT(*) AS count FROM (${join(periods, " UNION ALL ")}) p JOIN engagements e ON e.started_first >= p.first_day AND e.started_first <= p.last_day AND e.started_last <= p.last_day WHERE ${counted} AND e.center_id IS NOT NULL AND ${insideOnly(viewer, "e.center_id")} GROUP BY p.ordinal, e.center_id, e.status`,
	);
	return rows.map((row) => ({ ...row, ordinal: Number(row.ordinal), count: Number(row.count) }));
}
