import type { PageRequest } from "../../../shared/pagination/connection.ts";
import type { Context } from "../context.ts";
import { daysOfQuarter, quarterOfDay } from "../engagement/rules.ts";
import { ordinalOf, quarterOfOrdinal } from "../quarter/rules.ts";
import { latestToday } from "../record/checks.ts";
import { centersLoader, ONCE } from "./loaders.ts";
import { earliestQuarter } from "./queries.ts";
import type { QuarterState } from "./type.ts";

/** The quarters that the viewer may ask about, as numbers, latest first: from the one that runs back to the first known one. */
export async function knownQuarters(
	context: Context,
	fiscalYears: readonly number[] | null | undefined,
): Promise<number[]> {
	const centers = await centersLoader(context).load(ONCE);
	if (centers.length === 0) return [];
	const newest = ordinalOf(quarterOfDay(latestToday()));
	const oldest = (await earliestQuarter(context.database, context.viewer)) ?? newest;
	const count = Math.max(0, newest - oldest + 1);
	const all = Array.from({ length: count }, (_, back) => newest - back);
	return fiscalYears
		? all.filter((ordinal) => fiscalYears.includes(quarterOfOrdinal(ordinal).fiscalYear))
		: all;
}

/** One page of numbers that go down, and one more, as `pageOf` wants them. */
export function pageOfQuarters(
	ordinals: readonly number[],
	{ first, after, before, backward }: PageRequest,
): number[] {
	const between = ordinals.filter(
		(ordinal) =>
			(after === undefined || ordinal < Number(after[0])) &&
			(before === undefined || ordinal > Number(before[0])),
	);
	return (backward ? between.reverse() : between).slice(0, first + 1);
}

/** Number → API type. */
export function toQuarterState(ordinal: number): QuarterState {
	const { fiscalYear, quarter } = quarterOfOrdinal(ordinal);
	const { first, last } = daysOfQuarter(fiscalYear, quarter);
	return {
		fiscalYear,
		quarter,
		startsOn: first,
		endsOn: last,
		hasEnded: last < latestToday(),
	};
}
