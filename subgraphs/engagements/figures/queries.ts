import sql, { join, raw, type Sql } from "sql-template-tag";
import { among } from "../../../shared/database/among.ts";
import type { Database } from "../../../shared/database/database.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import { established, visibleEngagements, visibleOutcomes } from "../policy.ts";
import { type FiscalYear, monthsOf } from "./rules.ts";

/** Whose figures: of each center or institute by itself, or of many together under one name. */
export type Whose =
	| { column: "center_id" | "institute_id"; ids: readonly string[] }
	| { together: string; column: "center_id" | "institute_id"; ids: readonly string[] | "all" };

/** Condition: an engagement surely started in the year. US federal years are a column with an index. */
export function startedIn({ year, startMonth }: FiscalYear, alias = "e"): Sql {
	if (startMonth === 10) return sql`${raw(`${alias}.fiscal_year`)} = ${year}`;
	return sql`${raw(`${alias}.started_first`)} >= ${`${year}-01-01`} AND ${raw(`${alias}.started_last`)} <= ${`${year}-12-31`}`;
}

export function restrictTo(whose: Whose, table: "e" | "o"): { parent: Sql; condition: Sql } {
	const column = `${table}.${whose.column}`;
	const condition =
		whose.ids === "all" ? sql`${raw(column)} IS NOT NULL` : among(column, whose.ids);
	return { parent: "together" in whose ? sql`${whose.together}` : raw(column), condition };
}

export type ServedRow = { parent: string; smes: number; transferred: number; both: number };

/** Manufacturers served in a year, with a transfer, and served by both programs. */
export function served(
	database: Database,
	viewer: Viewer,
	whose: Whose,
	year: FiscalYear,
): Promise<ServedRow[]> {
	const { parent, condition } = restrictTo(whose, "e");
	const other = (column: string) =>
		sql`EXISTS (SELECT 1 FROM engagements x WHERE x.sme_id = e.sme_id AND ${startedIn(year, "x")} AND ${raw(`x.${column}`)} IS NOT NULL AND x.status IN ('APPROVED', 'REPORTED', 'AMENDED') AND ${visibleEngagements(viewer, "x")})`;
	const inner = sql`SELECT ${parent} AS parent, e.sme_id, CASE WHEN e.kind = 'TECH_TRANSFER' THEN e.sme_id END AS transferred, CASE WHEN ${other("center_id")} AND ${other("institute_id")} THEN e.sme_id END AS bridged FROM engagements e WHERE ${join([condition, startedIn(year), established, visibleEngagements(viewer)], " AND ")}`;
	return database.read(
		sql`SELECT g.parent, COUNT(DISTINCT g.sme_id) AS smes, COUNT(DISTINCT g.transferred) AS transferred, COUNT(DISTINCT g.bridged) AS "both" FROM (${inner}) AS g GROUP BY g.parent`,
	);
}

export type GainRow = { parent: string; gain: number };

/** Gains in readiness levels of a year's transfers, smallest first. */
export function gains(
	database: Database,
	viewer: Viewer,
	whose: Whose,
	year: FiscalYear,
): Promise<GainRow[]> {
	const { parent, condition } = restrictTo(whose, "e");
	return database.read(
		sql`SELECT ${parent} AS parent, e.mrl_to - e.mrl_from AS gain FROM engagements e WHERE ${join([condition, startedIn(year), sql`e.kind = 'TECH_TRANSFER' AND e.mrl_to IS NOT NULL AND e.mrl_from IS NOT NULL`, established, visibleEngagements(viewer)], " AND ")} ORDER BY 2`,
	);
}

export type ImpactRow = {
	parent: string;
	metric: string;
	verification: string;
	value: number;
	reports: number;
};

/** Outcomes whose window ends in a year, each once; only such as totals count, and money in USD only. */
export function impacts(
	database: Database,
	viewer: Viewer,
	whose: Whose,
	year: FiscalYear,
): Promise<ImpactRow[]> {
	const { parent, condition } = restrictTo(whose, "o");
	const { first, last } = monthsOf(year);
	const ended = sql`LENGTH(o.window_end) >= 7 AND SUBSTR(o.window_end, 1, 7) >= ${first} AND SUBSTR(o.window_end, 1, 7) <= ${last}`;
	const inner = sql`SELECT ${parent} AS parent, k.metric, o.verification, k.value FROM outcomes o JOIN outcome_claims k ON k.outcome_id = o.id WHERE ${join([condition, ended, sql`(k.currency IS NULL OR k.currency = 'USD') AND o.verification NOT IN ('OUTLIER', 'DISPUTED', 'WITHDRAWN')`, visibleOutcomes(viewer)], " AND ")}`;
	return database.read(
		sql`SELECT g.parent, g.metric, g.verification, SUM(g.value) AS value, COUNT(*) AS reports FROM (${inner}) AS g GROUP BY g.parent, g.metric, g.verification ORDER BY g.metric, g.verification`,
	);
}
