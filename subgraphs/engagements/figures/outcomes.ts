import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import { established, visibleEngagements, visibleOutcomes } from "../policy.ts";
import { type FigureScope, mayHaveStartedIn, restrictTo, startedIn } from "./queries.ts";
import { type FiscalYear, monthsOf } from "./rules.ts";

const SET_ASIDE = "'OUTLIER', 'DISPUTED'";
const IN_USD = raw("(k.currency IS NULL OR k.currency = 'USD')");

/** Condition: an outcome's window certainly ended in the year. */
function endedIn(year: FiscalYear): Sql {
	if (year.startMonth === 1) return sql`SUBSTR(o.window_end, 1, 4) = ${String(year.year)}`;
	const { first, last } = monthsOf(year);
	return sql`LENGTH(o.window_end) >= 7 AND SUBSTR(o.window_end, 1, 7) >= ${first} AND SUBSTR(o.window_end, 1, 7) <= ${last}`;
}

/** Condition: the date is too coarse to tell whether it ended in this year or in an adjacent one. */
function mayHaveEndedIn({ year, startMonth }: FiscalYear): Sql {
	if (startMonth === 1) return raw("1 = 0");
	return sql`o.window_end IN (${String(year - 1)}, ${String(year)})`;
}

export type ImpactRow = {
	parent: string;
	metric: string;
	verification: string;
	value: number;
	reports: number;
};

/** Sums of outcomes whose window ends in a year, by metric and verification. */
export function impacts(
	database: Database,
	viewer: Viewer,
	scope: FigureScope,
	year: FiscalYear,
): Promise<ImpactRow[]> {
	const { parent, condition } = restrictTo(scope, "o");
	const counts = raw(`o.verification NOT IN (${SET_ASIDE}, 'WITHDRAWN')`);
	const inner = sql`SELECT ${parent} AS parent, k.metric, o.verification, k.value FROM outcomes o JOIN outcome_claims k ON k.outcome_id = o.id WHERE ${join([condition, endedIn(year), IN_USD, counts, visibleOutcomes(viewer)], " AND ")}`;
	return database.read(
		sql`SELECT g.parent, g.metric, g.verification, SUM(g.value) AS value, COUNT(*) AS reports FROM (${inner}) AS g GROUP BY g.parent, g.metric, g.verification ORDER BY g.metric, g.verification`,
	);
}

export type ReportRow = Record<string, string | number> & {
	parent: string;
	/** Outcome reports of the year that count. */
	reports: number;
	/** Reports left out until they are reviewed: OUTLIER or DISPUTED. */
	set_aside: number;
	/** Reports whose windows are too coarse for the year, and those without a window. */
	coarse: number;
	undated: number;
	/** Claims of the year in another currency. */
	foreign_claims: number;
	/** Manufacturers that report for the year without a record of an engagement in it. */
	outside: number;
};

/**
 * Outcome reports of a year, and those that cannot be assigned to it. `groups` names sets of metrics: for each, the row has
 * a column of that name with the number of manufacturers that report one of them.
 */
export function reports(
	database: Database,
	viewer: Viewer,
	scope: FigureScope,
	year: FiscalYear,
	groups: ReadonlyArray<readonly [name: string, metrics: readonly string[]]>,
): Promise<ReportRow[]> {
	const { parent, condition } = restrictTo(scope, "o");
	const ofParent =
		"together" in scope
			? restrictTo(scope, "e").condition
			: raw(`e.${scope.column} = o.${scope.column}`);
	const dated = sql`((${startedIn(year)}) OR (${mayHaveStartedIn(year)}))`;
	const has = sql`EXISTS (SELECT 1 FROM engagements e WHERE e.sme_id = o.sme_id AND ${join([ofParent, dated, established, visibleEngagements(viewer)], " AND ")})`;
	const placing = sql`CASE WHEN o.window_end IS NULL THEN 'UNDATED' WHEN ${endedIn(year)} THEN 'IN' ELSE 'COARSE' END`;
	const within = sql`(o.window_end IS NULL OR (${endedIn(year)}) OR ${mayHaveEndedIn(year)})`;
	const inner = sql`SELECT ${parent} AS parent, o.id, o.sme_id, ${placing} AS placing, CASE WHEN o.verification IN (${raw(SET_ASIDE)}) THEN 0 ELSE 1 END AS counts, CASE WHEN ${has} THEN 0 ELSE 1 END AS outside, k.metric, CASE WHEN ${IN_USD} THEN 0 ELSE 1 END AS in_other_currency FROM outcomes o LEFT JOIN outcome_claims k ON k.outcome_id = o.id WHERE ${join([condition, within, raw("o.verification <> 'WITHDRAWN'"), visibleOutcomes(viewer)], " AND ")}`;
	const distinct = (id: string, when: string, name: string) =>
		`COUNT(DISTINCT CASE WHEN ${when} THEN g.${id} END) AS ${name}`;
	const columns = [
		distinct("id", "g.placing = 'IN' AND g.counts = 1", "reports"),
		distinct("id", "g.placing = 'IN' AND g.counts = 0", "set_aside"),
		distinct("id", "g.placing = 'COARSE' AND g.counts = 1", "coarse"),
		distinct("id", "g.placing = 'UNDATED' AND g.counts = 1", "undated"),
		distinct("sme_id", "g.placing <> 'UNDATED' AND g.counts = 1 AND g.outside = 1", "outside"),
		"SUM(CASE WHEN g.placing = 'IN' AND g.counts = 1 THEN g.in_other_currency ELSE 0 END) AS foreign_claims",
		...groups.map(([name, metrics]) =>
			distinct(
				"sme_id",
				`g.placing = 'IN' AND g.counts = 1 AND g.in_other_currency = 0 AND g.metric IN (${metrics.map((metric) => `'${metric}'`).join(", ")})`,
				`"${name}"`,
			),
		),
	];
	return database.read(
		sql`SELECT g.parent, ${raw(columns.join(", "))} FROM (${inner}) AS g GROUP BY g.parent`,
	);
}
