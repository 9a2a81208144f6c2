import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import { COUNTED_CLAIMS, COUNTED_OUTCOMES } from "../columns/queries.ts";
import { conditionsOf } from "../filter/conditions.ts";
import type { Scope } from "../filter/scope.ts";
import type { OutcomeTotalRow } from "../live-totals.ts";
import { visibleOutcomes } from "../policy.ts";
import { sectorOf } from "../sme/naics.ts";
import { type TraceDimension, TraceTotalOrder } from "./type.ts";

const DIMENSIONS: Record<TraceDimension, { name: string; expression: string; ofSme?: true }> = {
	KIND: { name: "kind", expression: "e.kind" },
	CENTER: { name: "center_id", expression: "e.center_id" },
	INSTITUTE: { name: "institute_id", expression: "e.institute_id" },
	SME: { name: "sme_id", expression: "e.sme_id" },
	SME_STATE: { name: "sme_state", expression: "s.state", ofSme: true },
	NAICS_SECTOR: { name: "naics_sector", expression: sectorOf("s.naics"), ofSme: true },
	FISCAL_YEAR: { name: "fiscal_year", expression: "e.fiscal_year" },
	CALENDAR_YEAR: {
		name: "calendar_year",
		expression: "CAST(NULLIF(substr(e.started_first, 1, 4), '') AS INTEGER)",
	},
};

const ORDERS: Record<TraceTotalOrder, string | null> = {
	GROUP_ASC: null,
	SME_COUNT_DESC: "sme_count DESC",
	SME_COUNT_ASC: "sme_count ASC",
	ENGAGEMENT_COUNT_DESC: "engagement_count DESC",
	ENGAGEMENT_COUNT_ASC: "engagement_count ASC",
	HOURS_DESC: "hours DESC NULLS LAST",
	PEOPLE_TRAINED_DESC: "people_trained DESC NULLS LAST",
};

export type TraceTotalRow = {
	kind?: string;
	center_id?: string | null;
	institute_id?: string | null;
	sme_id?: string;
	sme_state?: string | null;
	naics_sector?: string | null;
	fiscal_year?: number | null;
	calendar_year?: number | null;
	sme_count: number;
	engagement_count: number;
	hours: number | null;
	people_trained: number | null;
	outcomes?: OutcomeTotalRow[];
};

/** The field of a row that holds the value of a dimension. */
const fieldOf = (dimension: TraceDimension) => DIMENSIONS[dimension].name as keyof TraceTotalRow;

function grouping(by: TraceDimension[], orderBy: TraceTotalOrder = TraceTotalOrder.GROUP_ASC) {
	const dimensions = by.map((dimension) => DIMENSIONS[dimension]);
	const keys = dimensions.map(({ name, expression }) => `${expression} AS ${name}`);
	return {
		names: by.map(fieldOf),
		keys,
		select: raw(keys.map((key) => `${key}, `).join("")),
		join: raw(dimensions.some(({ ofSme }) => ofSme) ? " JOIN smes s ON s.id = e.sme_id" : ""),
		order: raw(
			by.length === 0
				? ""
				: ` GROUP BY ${by.map((_, i) => i + 1).join(", ")} ORDER BY ${[ORDERS[orderBy], ...by.map((_, i) => `${i + 1} NULLS FIRST`)].filter(Boolean).join(", ")}`,
		),
	};
}

/** Totals over the engagements of a scope, one row for each group that has any; the first `limit` rows in the order. */
export async function traceTotals(
	database: Database,
	scope: Scope,
	by: TraceDimension[],
	orderBy: TraceTotalOrder,
	limit: number,
): Promise<TraceTotalRow[]> {
	const group = grouping(by, orderBy);
	const rows = await database.read<TraceTotalRow>(
		sql`SELECT ${group.select}COUNT(DISTINCT e.sme_id) AS sme_count, COUNT(*) AS engagement_count, SUM(e.hours) AS hours, SUM(e.people_trained) AS people_trained FROM engagements e${group.join} WHERE ${join(conditionsOf(scope), " AND ")}${group.order} LIMIT ${limit}`,
	);
	return rows.map((row) => ({
		...row,
		sme_count: Number(row.sme_count),
		engagement_count: Number(row.engagement_count),
	}));
}

/** Adds to each group the outcomes that cover its engagements, each outcome once a group. */
export async function addOutcomes(
	database: Database,
	scope: Scope,
	by: TraceDimension[],
	totals: TraceTotalRow[],
): Promise<void> {
	const group = grouping(by);
	const covered: Sql = sql`SELECT DISTINCT ${group.select}c.outcome_id FROM outcome_covers c JOIN engagements e ON e.id = c.engagement_id${group.join} WHERE ${join(conditionsOf(scope), " AND ")}`;
	const names = group.names.map((name) => `g.${name}, `).join("");
	const rows = await database.read<TraceTotalRow & OutcomeTotalRow>(
		sql`SELECT ${raw(names)}k.metric, k.currency, o.verification, SUM(k.value) AS value, COUNT(*) AS reports FROM (${covered}) AS g JOIN outcomes o ON o.id = g.outcome_id JOIN outcome_claims k ON k.outcome_id = o.id WHERE ${visibleOutcomes(scope.viewer)} AND ${COUNTED_CLAIMS} AND ${COUNTED_OUTCOMES} GROUP BY ${raw(names)}k.metric, k.currency, o.verification ORDER BY k.metric, k.currency NULLS FIRST, o.verification`,
	);
	const keyOf = (row: TraceTotalRow) => JSON.stringify(group.names.map((name) => row[name]));
	const outcomes = new Map<string, OutcomeTotalRow[]>();
	for (const row of rows) {
		const of = outcomes.get(keyOf(row)) ?? [];
		of.push({
			metric: row.metric,
			currency: row.currency,
			verification: row.verification,
			value: row.value,
			reports: Number(row.reports),
		});
		outcomes.set(keyOf(row), of);
	}
	for (const total of totals) total.outcomes = outcomes.get(keyOf(total)) ?? [];
}
