import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import { SPELLED_OUT_IN_PAGES as SPELLED_OUT, sqlIn } from "../../../shared/database/sql-in.ts";
import { established, visibleEngagements } from "../policy.ts";
import type { EmbeddedPeriod } from "../remote/lists.ts";
import { missing, smeConditions } from "../sme/filter.ts";
import { listConditions } from "./list-conditions.ts";
import type { Scope } from "./scope.ts";

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

/** Columns that are empty in some engagements. */
const NULLABLE = {
	withoutCenter: "center_id",
	withoutInstitute: "institute_id",
	withoutFiscalYear: "fiscal_year",
} as const;

/** From the first day of the first year to the last day of the last one. */
function startedBetween(
	years: readonly number[],
	daysOf: (year: number) => [first: string, last: string],
): Sql {
	const [first] = daysOf(Math.min(...years));
	const [, last] = daysOf(Math.max(...years));
	return sql`e.started_first >= ${first} AND e.started_first <= ${last}`;
}

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
		if (values) found.push(sqlIn(`e.${column}`, values, SPELLED_OUT));
	}
	for (const [argument, column] of Object.entries(NULLABLE)) {
		const without = scope[argument as keyof typeof NULLABLE];
		if (without !== undefined) found.push(missing(`e.${column}`, without));
	}
	const ofSme = smeConditions(scope);
	if (ofSme.length > 0)
		found.push(sql`e.sme_id IN (SELECT s.id FROM smes s WHERE ${join(ofSme, " AND ")})`);
	if (scope.hasDate !== undefined)
		found.push(scope.hasDate ? raw("e.started_first > ''") : raw("e.started_first = ''"));
	if (scope.calendarYears)
		found.push(
			sqlIn("substr(e.started_first, 1, 4)", scope.calendarYears.map(String), SPELLED_OUT),
		);
	// Redundant, but limits a scan in order of start to the years asked for.
	if (scope.fiscalYears?.length)
		found.push(startedBetween(scope.fiscalYears, (year) => [`${year - 1}-10-01`, `${year}-09-30`]));
	if (scope.calendarYears?.length)
		found.push(startedBetween(scope.calendarYears, (year) => [`${year}-01-01`, `${year}-12-31`]));
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

/** Whether a scope has conditions beyond what the viewer may see. */
export function narrows(scope: Scope): boolean {
	const { viewer: _, established: __, ...conditions } = scope;
	return Object.values(conditions).some((value) => value !== undefined);
}
