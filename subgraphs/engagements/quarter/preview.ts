import type { Context } from "../context.ts";
import { daysOfQuarter } from "../engagement/rules.ts";
import { checkCenter } from "../filter/check-ids.ts";
import { throwFaults } from "../record/checks.ts";
import { checkInsideOf } from "../record/policy.ts";
import { quarterCountsLoader } from "./loaders.ts";
import { toQuarterReport } from "./present.ts";
import { quarterById } from "./queries.ts";
import { quarterFaults, quarterId } from "./rules.ts";
import type { QuarterPreview } from "./type.ts";

type QuarterKey = { centerId: string; fiscalYear: number; quarter: number };

/** Throws UNAUTHENTICATED or FORBIDDEN if the viewer is not of the center or the program office, and BAD_USER_INPUT if there is no such quarter or center. */
async function check(context: Context, asked: QuarterKey): Promise<void> {
	const { centerId, fiscalYear, quarter } = asked;
	checkInsideOf(context.viewer, centerId, "centerId");
	throwFaults(quarterFaults(fiscalYear, quarter), "");
	await checkCenter(context, "centerId", centerId);
}

/** What a report of a quarter would include and leave out; the lists are read by their own fields. */
export async function previewQuarter(
	context: Context,
	asked: QuarterKey,
	fields: Set<string>,
): Promise<QuarterPreview> {
	await check(context, asked);
	const { centerId, fiscalYear, quarter } = asked;
	const id = quarterId(centerId, fiscalYear, quarter);
	const counted = fields.has("smeCount") || fields.has("undatedCount");
	const [report, counts] = await Promise.all([
		fields.has("report") ? quarterById(context.database, context.viewer, id) : undefined,
		counted ? quarterCountsLoader(context).load(id) : undefined,
	]);
	const { first, last } = daysOfQuarter(fiscalYear, quarter);
	return {
		center: { id: centerId },
		fiscalYear,
		quarter,
		startsOn: first,
		endsOn: last,
		report: report && toQuarterReport(report),
		smeCount: counts?.smes ?? 0,
		undatedCount: counts?.undated ?? 0,
	};
}
