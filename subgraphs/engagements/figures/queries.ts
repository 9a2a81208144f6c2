import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import { established, visibleEngagements } from "../policy.ts";
import { daysOf, type FiscalYear } from "./rules.ts";

/** FigureScope figures: each center or institute separately, or many together under one name. */
export type FigureScope =
	| { column: "center_id" | "institute_id"; ids: readonly string[] }
	| { together: string; column: "center_id" | "institute_id"; ids: readonly string[] | "all" };

/** Condition: an engagement certainly started in the year. US federal years are a column with an index. */
export function startedIn(year: FiscalYear, alias = "e"): Sql {
	if (year.startMonth === 10) return sql`${raw(`${alias}.fiscal_year`)} = ${year.year}`;
	const { first, last } = daysOf(year);
	return sql`${raw(`${alias}.started_first`)} >= ${first} AND ${raw(`${alias}.started_last`)} <= ${last}`;
}

/** Condition: the date is too coarse to tell whether an engagement started in this year or in an adjacent one. */
export function mayHaveStartedIn(year: FiscalYear, alias = "e"): Sql {
	const { first, last } = daysOf(year);
	const overlaps = sql`${raw(`${alias}.started_first`)} <> '' AND ${raw(`${alias}.started_first`)} <= ${last} AND ${raw(`${alias}.started_last`)} >= ${first}`;
	if (year.startMonth === 10) return sql`${raw(`${alias}.fiscal_year`)} IS NULL AND ${overlaps}`;
	return sql`${overlaps} AND NOT (${startedIn(year, alias)})`;
}

export function restrictTo(scope: FigureScope, table: "e" | "o"): { parent: Sql; condition: Sql } {
	const column = `${table}.${scope.column}`;
	const condition =
		scope.ids === "all" ? sql`${raw(column)} IS NOT NULL` : sqlIn(column, scope.ids);
	return { parent: "together" in scope ? sql`${scope.together}` : raw(column), condition };
}

export type ServedRow = {
	parent: string;
	/** Manufacturers with a record in the year; of them with a transfer, served by both programs, with a known gain. */
	smes: number;
	transferred: number;
	both: number;
	gained: number;
	/** Manufacturers whose records are of the year or may be. */
	known: number;
	/** Transfers in the year. */
	transfers: number;
	/** Records whose dates are too coarse for the year, and how many of them are transfers and trainings. */
	coarse: number;
	coarse_transfers: number;
	coarse_trainings: number;
	/** Records without a date. */
	undated: number;
};

const SERVED = raw(
	`COUNT(DISTINCT CASE WHEN g.placing = 'IN' THEN g.sme_id END) AS smes, ` +
		`COUNT(DISTINCT CASE WHEN g.placing = 'IN' AND g.kind = 'TECH_TRANSFER' THEN g.sme_id END) AS transferred, ` +
		`COUNT(DISTINCT g.bridged) AS "both", COUNT(DISTINCT g.gained) AS gained, ` +
		`COUNT(DISTINCT CASE WHEN g.placing <> 'UNDATED' THEN g.sme_id END) AS known, ` +
		`SUM(CASE WHEN g.placing = 'IN' AND g.kind = 'TECH_TRANSFER' THEN 1 ELSE 0 END) AS transfers, ` +
		`SUM(CASE WHEN g.placing = 'COARSE' THEN 1 ELSE 0 END) AS coarse, ` +
		`SUM(CASE WHEN g.placing = 'COARSE' AND g.kind = 'TECH_TRANSFER' THEN 1 ELSE 0 END) AS coarse_transfers, ` +
		`SUM(CASE WHEN g.placing = 'COARSE' AND g.kind = 'TRAINING' THEN 1 ELSE 0 END) AS coarse_trainings, ` +
		`SUM(CASE WHEN g.placing = 'UNDATED' THEN 1 ELSE 0 END) AS undated`,
);

/** Manufacturers served in a year, and the records that cannot be assigned to it. */
export function served(
	database: Database,
	viewer: Viewer,
	scope: FigureScope,
	year: FiscalYear,
): Promise<ServedRow[]> {
	const { parent, condition } = restrictTo(scope, "e");
	const other = (column: string) =>
		sql`EXISTS (SELECT 1 FROM engagements x WHERE x.sme_id = e.sme_id AND ${startedIn(year, "x")} AND ${raw(`x.${column}`)} IS NOT NULL AND x.status IN ('APPROVED', 'REPORTED', 'AMENDED') AND ${visibleEngagements(viewer, "x")})`;
	const rows = (placing: string, placed: Sql, bridged: Sql, gained: Sql) =>
		sql`SELECT ${parent} AS parent, ${raw(`'${placing}'`)} AS placing, e.sme_id, e.kind, ${bridged} AS bridged, ${gained} AS gained FROM engagements e WHERE ${join([condition, placed, established, visibleEngagements(viewer)], " AND ")}`;
	const nobody = raw("NULL");
	const inner = join(
		[
			rows(
				"IN",
				startedIn(year),
				sql`CASE WHEN ${other("center_id")} AND ${other("institute_id")} THEN e.sme_id END`,
				raw(
					"CASE WHEN e.kind = 'TECH_TRANSFER' AND e.mrl_to IS NOT NULL AND e.mrl_from IS NOT NULL THEN e.sme_id END",
				),
			),
			rows("COARSE", mayHaveStartedIn(year), nobody, nobody),
			rows("UNDATED", raw("e.started_first = ''"), nobody, nobody),
		],
		" UNION ALL ",
	);
	return database.read(sql`SELECT g.parent, ${SERVED} FROM (${inner}) AS g GROUP BY g.parent`);
}

export type GainRow = { parent: string; gain: number };

/** Gains in readiness levels of a year's transfers, smallest first. */
export function gains(
	database: Database,
	viewer: Viewer,
	scope: FigureScope,
	year: FiscalYear,
): Promise<GainRow[]> {
	const { parent, condition } = restrictTo(scope, "e");
	return database.read(
		sql`SELECT ${parent} AS parent, e.mrl_to - e.mrl_from AS gain FROM engagements e WHERE ${join([condition, startedIn(year), sql`e.kind = 'TECH_TRANSFER' AND e.mrl_to IS NOT NULL AND e.mrl_from IS NOT NULL`, established, visibleEngagements(viewer)], " AND ")} ORDER BY 2`,
	);
}

/** Those of the centers that reported all four quarters of a US federal year. */
export async function centersThatReported(
	database: Database,
	ids: readonly string[],
	fiscalYear: number,
): Promise<Set<string>> {
	const rows = await database.read<{ center_id: string }>(
		sql`SELECT q.center_id FROM quarters q WHERE ${sqlIn("q.center_id", ids)} AND q.fiscal_year = ${fiscalYear} GROUP BY q.center_id HAVING COUNT(DISTINCT q.quarter) = 4`,
	);
	return new Set(rows.map((row) => row.center_id));
}
