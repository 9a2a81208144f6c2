import sql, { empty, join, type Sql } from "sql-template-tag";
import { among } from "../../../shared/database/among.ts";
import { established, visibleEngagements } from "../policy.ts";
import type { EmbeddedPeriod, Scope } from "../trace/where.ts";
import { listConditions } from "./conditions.ts";

const COLUMNS = {
	practices: "practice",
	kinds: "kind",
	smeIds: "sme_id",
	centerIds: "center_id",
	instituteIds: "institute_id",
	facilityIds: "facility_id",
	courseIds: "course_id",
	technologyIds: "technology_id",
	fiscalYears: "fiscal_year",
} as const;

/** Values of each condition that are spelled out: the conditions stand in one statement once for each of 200 parents. */
const SPELLED_OUT = 8;

function during(period: EmbeddedPeriod): Sql {
	const end = period.lastDay === null ? empty : sql` AND e.started_last <= ${period.lastDay}`;
	return sql`(e.center_id = ${period.centerId} AND e.institute_id = ${period.instituteId} AND e.started_first >= ${period.firstDay}${end})`;
}

/** Conditions of a scope on `engagements e`, what may be seen included. */
export function conditionsOf(scope: Scope): Sql[] {
	const found: Sql[] = [visibleEngagements(scope.viewer)];
	if (scope.established) found.push(established);
	for (const [argument, column] of Object.entries(COLUMNS)) {
		const values = scope[argument as keyof typeof COLUMNS];
		if (values) found.push(among(`e.${column}`, values, SPELLED_OUT));
	}
	if (scope.smeStates)
		found.push(
			sql`e.sme_id IN (SELECT s.id FROM smes s WHERE ${among("s.state", scope.smeStates, SPELLED_OUT)})`,
		);
	if (scope.naicsPrefix)
		found.push(
			sql`e.sme_id IN (SELECT s.id FROM smes s WHERE s.naics >= ${scope.naicsPrefix} AND s.naics < ${`${scope.naicsPrefix}:`})`,
		);
	// Says nothing new, but lets a walk in order of start begin and end at the years asked for.
	if (scope.fiscalYears?.length)
		found.push(
			sql`e.started_first >= ${`${Math.min(...scope.fiscalYears) - 1}-10-01`} AND e.started_first <= ${`${Math.max(...scope.fiscalYears)}-09-30`}`,
		);
	if (scope.firstDay) found.push(sql`e.started_first >= ${scope.firstDay}`);
	if (scope.lastDay) found.push(sql`e.started_last <= ${scope.lastDay} AND e.started_first > ''`);
	if (scope.embedded) {
		const { periods, wanted } = scope.embedded;
		const inPeriod = periods.length === 0 ? sql`1 = 0` : join(periods.map(during), " OR ");
		found.push(wanted ? sql`(${inPeriod})` : sql`NOT COALESCE(${inPeriod}, 1 = 0)`);
	}
	if (scope.listed) found.push(...listConditions(scope.listed, scope.viewer));
	return found;
}

/** Whether a scope leaves records out, beyond what may be seen. */
export function narrows(scope: Scope): boolean {
	const { viewer: _, established: __, ...conditions } = scope;
	return Object.values(conditions).some((value) => value !== undefined);
}
