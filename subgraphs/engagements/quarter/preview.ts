import { HubError } from "../../../shared/errors.ts";
import { checkOwned } from "../../../shared/subgraph/ask.ts";
import type { Context } from "../context.ts";
import { daysOfQuarter } from "../engagement/rules.ts";
import { isInside } from "../policy.ts";
import { throwFaults } from "../record/checks.ts";
import { checkInsider } from "../record/policy.ts";
import { unseenIds } from "../trace/queries.ts";
import { toQuarterReport } from "./present.ts";
import { quarterById } from "./queries.ts";
import { quarterFaults, quarterId } from "./rules.ts";
import type { QuarterPreview } from "./type.ts";

type Asked = { centerId: string; fiscalYear: number; quarter: number };

/** Throws UNAUTHENTICATED or FORBIDDEN to whom the quarter is not, and BAD_USER_INPUT where there is no such quarter or center. */
async function check({ database, viewer, ask }: Context, asked: Asked): Promise<void> {
	const { centerId, fiscalYear, quarter } = asked;
	checkInsider(viewer, "centerId");
	if (!isInside(viewer, centerId))
		throw new HubError(
			"FORBIDDEN",
			"centerId: you may look at the quarters of your own center only",
			{
				argument: "centerId",
			},
		);
	throwFaults(quarterFaults(fiscalYear, quarter), "");
	const unseen = await unseenIds(database, "center_id", [centerId]);
	await checkOwned(ask, { subgraph: "mep", type: "MepCenter" }, "centerId", unseen);
}

/** What a report of a quarter would take and leave behind; its lists are read by their own fields. */
export async function previewQuarter(
	context: Context,
	asked: Asked,
	fields: Set<string>,
): Promise<QuarterPreview> {
	await check(context, asked);
	const { centerId, fiscalYear, quarter } = asked;
	const id = quarterId(centerId, fiscalYear, quarter);
	const counted = fields.has("smeCount") || fields.has("undatedCount");
	const [report, counts] = await Promise.all([
		fields.has("report") ? quarterById(context.database, context.viewer, id) : undefined,
		counted ? context.loaders.quarterCounts().load(id) : undefined,
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
