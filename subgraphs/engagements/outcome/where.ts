import { Field, ID, InputType } from "type-graphql";
import { parsePartialDate } from "../../../shared/dates.ts";
import { badInput } from "../../../shared/errors.ts";
import { checkConditions } from "../../../shared/input-checks.ts";
import type { Context } from "../context.ts";
import { checkIds } from "../filter/check-ids.ts";
import { readHistoryFilter } from "../record/filter.ts";
import { rootsOf } from "../sme/queries.ts";
import type { OutcomeFilter } from "./queries.ts";
import { OutcomeMetric, Verification } from "./type.ts";

@InputType({
	description:
		"Which outcomes are listed. All given conditions must match; a list matches if one of its values does, an empty list matches nothing. Null is the same as leaving a condition out.",
})
export class OutcomeWhere {
	@Field(() => [ID], { nullable: true, description: "Clients." })
	smeIds?: string[] | null;
	@Field(() => [ID], { nullable: true, description: "Centers whose services they are about." })
	centerIds?: string[] | null;
	@Field(() => [ID], { nullable: true, description: "Institutes whose services they are about." })
	instituteIds?: string[] | null;
	@Field(() => [Verification], {
		nullable: true,
		description:
			"How well they have been checked, for example OUTLIER for those that need a review.",
	})
	verifications?: Verification[] | null;
	@Field(() => [OutcomeMetric], {
		nullable: true,
		description: "Metrics; matches outcomes with a figure for one of them.",
	})
	metrics?: OutcomeMetric[] | null;
	@Field(() => String, {
		nullable: true,
		description:
			"The window starts on or after this date (2018, 2018-03 or 2018-03-07). One that starts in 2018, with no exact date, matches only if all of 2018 does.",
	})
	windowFrom?: string | null;
	@Field(() => String, {
		nullable: true,
		description:
			"The window ends on or before this date (2018, 2018-03 or 2018-03-07). One that ends in 2018, with no exact date, matches only if all of 2018 does.",
	})
	windowTo?: string | null;
	@Field(() => String, {
		nullable: true,
		description:
			"Reported or reviewed since this date or time, as far as you may see changes: 2018-03-07 (from midnight UTC) or 2018-03-07T08:30:00-05:00.",
	})
	updatedSince?: string | null;
	@Field(() => [String], {
		nullable: true,
		description:
			"Who reported them, as their access tokens name them (`history { by }`). For a center's staff and the program office; matches their own records only.",
	})
	loggedBy?: string[] | null;
	@Field(() => [ID], {
		nullable: true,
		description:
			"Imports that created or changed them. For a center's staff and the program office; matches their own records only.",
	})
	batchIds?: string[] | null;
}

/** The first (windowFrom) or last (windowTo) day that a date of the filter may mean. */
function dayOf(where: OutcomeWhere, name: "windowFrom" | "windowTo"): string | undefined {
	const text = where[name];
	if (typeof text !== "string") return undefined;
	const date = parsePartialDate(text);
	if (!date)
		throw badInput(
			`where.${name}`,
			`"${text.slice(0, 40)}" is not a date; write 2018, 2018-03 or 2018-03-07`,
		);
	return name === "windowFrom" ? date.first : date.last;
}

/** Reads a filter. Throws BAD_USER_INPUT, UNAUTHENTICATED or FORBIDDEN naming the condition. */
export async function readOutcomeFilter(
	where: OutcomeWhere,
	context: Context,
): Promise<OutcomeFilter> {
	checkConditions("where", where);
	const [windowFrom, windowTo] = [dayOf(where, "windowFrom"), dayOf(where, "windowTo")];
	if (windowFrom && windowTo && windowFrom > windowTo)
		throw badInput(
			"where.windowFrom",
			`${where.windowFrom} is after where.windowTo, ${where.windowTo}`,
		);
	const [history] = await Promise.all([
		readHistoryFilter(where, context),
		checkIds(where, context),
	]);
	return {
		smeIds: where.smeIds ? await rootsOf(context.database, where.smeIds) : undefined,
		centerIds: where.centerIds ?? undefined,
		instituteIds: where.instituteIds ?? undefined,
		verifications: where.verifications ?? undefined,
		metrics: where.metrics ?? undefined,
		windowFrom,
		windowTo,
		history,
	};
}
