import { parsePartialDate } from "../../../shared/dates.ts";
import { badInput } from "../../../shared/errors.ts";
import { checkConditions, checkStates, checkYears } from "../../../shared/input-checks.ts";
import type { Context } from "../context.ts";
import { askCenterIds, askEmbeddedPeriods, askInstituteIds } from "../remote/lists.ts";
import { isNaicsPrefix, isSector } from "../sme/naics.ts";
import { rootsOf } from "../sme/queries.ts";
import { checkIds } from "./check-ids.ts";
import type { EngagementWhere } from "./engagement-where.ts";
import { readListConditions } from "./list-conditions.ts";
import type { Scope } from "./scope.ts";

function day(argument: "from" | "to", text: string): string {
	const date = parsePartialDate(text);
	if (!date)
		throw badInput(
			`where.${argument}`,
			`"${text}" is not a date; write 2018, 2018-03 or 2018-03-07`,
		);
	return argument === "from" ? date.first : date.last;
}

/** Throws BAD_USER_INPUT naming the argument of the first malformed value. */
function checkShapes(where: EngagementWhere): void {
	checkConditions("where", where);
	checkStates("where.smeStates", where.smeStates);
	checkStates("where.center.states", where.center?.states);
	if (where.naicsPrefix && !isNaicsPrefix(where.naicsPrefix))
		throw badInput("where.naicsPrefix", `"${where.naicsPrefix}" is not two to six digits`);
	const noSector = where.naicsSectors?.find((sector) => !isSector(sector));
	if (noSector !== undefined)
		throw badInput(
			"where.naicsSectors",
			`"${noSector}" is not a NAICS sector; write for example 54, or 31-33 for manufacturing`,
		);
	checkYears("where.fiscalYears", where.fiscalYears);
	checkYears("where.calendarYears", where.calendarYears);
	if (where.from && where.to && day("from", where.from) > day("to", where.to))
		throw badInput("where.from", `${where.from} is after where.to, ${where.to}`);
}

function both(one: string[] | null | undefined, other: string[] | undefined): string[] | undefined {
	if (!one) return other;
	return other ? one.filter((id) => other.includes(id)) : one;
}

/** Whether a part of a filter has any condition; an empty part excludes nothing. */
function hasCondition<T extends object>(part: T | null | undefined): part is T {
	return Object.values(part ?? {}).some(
		(value) => value !== null && value !== undefined && value !== "",
	);
}

async function resolve(where: EngagementWhere, context: Context): Promise<Scope> {
	checkShapes(where);
	const [centerIds, instituteIds, periods, listed] = await Promise.all([
		hasCondition(where.center) ? askCenterIds(context.ask, where.center) : undefined,
		hasCondition(where.institute) ? askInstituteIds(context.ask, where.institute) : undefined,
		typeof where.embedded === "boolean" ? askEmbeddedPeriods(context.ask) : undefined,
		readListConditions(where, context),
		checkIds(where, context),
	]);
	return {
		viewer: context.viewer,
		practices: where.practices ?? undefined,
		kinds: where.kinds ?? undefined,
		smeIds: where.smeIds ? await rootsOf(context.database, where.smeIds) : undefined,
		centerIds: both(where.centerIds, centerIds),
		instituteIds: both(where.instituteIds, instituteIds),
		facilityIds: where.facilityIds ?? undefined,
		courseIds: where.courseIds ?? undefined,
		technologyIds: where.technologyIds ?? undefined,
		smeStates: where.smeStates ?? undefined,
		withoutState: where.withoutState ?? undefined,
		naicsPrefix: where.naicsPrefix || undefined,
		naicsSectors: where.naicsSectors ?? undefined,
		withoutNaics: where.withoutNaics ?? undefined,
		isSmall: where.isSmall ?? undefined,
		firstDay: where.from ? day("from", where.from) : undefined,
		lastDay: where.to ? day("to", where.to) : undefined,
		fiscalYears: where.fiscalYears ?? undefined,
		calendarYears: where.calendarYears ?? undefined,
		hasDate: where.hasDate ?? undefined,
		withoutFiscalYear: where.withoutFiscalYear ?? undefined,
		withoutCenter: where.withoutCenter ?? undefined,
		withoutInstitute: where.withoutInstitute ?? undefined,
		embedded: periods && { wanted: where.embedded === true, periods },
		listed,
	};
}

/** The same for traces and totals, which count only what was approved and is not void. */
export async function traceScopeOf(
	where: EngagementWhere | null | undefined,
	context: Context,
): Promise<Scope> {
	const key = `established ${JSON.stringify(where ?? {})}`;
	let scope = context.scopes.get(key) as Promise<Scope> | undefined;
	if (!scope) {
		scope = scopeOf(where, context).then((plain) => ({ ...plain, established: true }));
		context.scopes.set(key, scope);
	}
	return scope;
}

/** Checks a filter and resolves it to ids with the help of the owning subgraphs, once per request for each distinct filter. */
export async function scopeOf(
	where: EngagementWhere | null | undefined,
	context: Context,
): Promise<Scope> {
	const key = JSON.stringify(where ?? {});
	let scope = context.scopes.get(key) as Promise<Scope> | undefined;
	if (!scope) {
		scope = where ? resolve(where, context) : Promise.resolve({ viewer: context.viewer });
		context.scopes.set(key, scope);
	}
	return scope;
}
