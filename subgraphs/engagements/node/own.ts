import type { GraphQLResolveInfo } from "graphql";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { engagementById } from "../engagement/load.ts";
import { changeById } from "../feed/load.ts";
import { revisionById } from "../history/load.ts";
import { importBatchById } from "../import/load.ts";
import { membershipById } from "../membership/load.ts";
import { outcomeById } from "../outcome/load.ts";
import { networkQuarterById, quarterReportById } from "../quarter/load.ts";
import { releaseNode } from "../release/load.ts";
import { statisticsById } from "../release/statistics.ts";
import { smeById } from "../sme/load.ts";
import { traceById } from "../trace/page.ts";

type Find = (id: string, context: Context, info: GraphQLResolveInfo) => Promise<object | null>;

/** The format of each type's ids, and how an object is found, if the viewer sees it. */
const OWN: Array<[type: string, shape: RegExp, find: Find]> = [
	["Sme", /^sme[_-][^~]*$/, smeById],
	["Engagement", /^eng[_-]/, engagementById],
	["Outcome", /^out[_-]/, outcomeById],
	["Membership", /^mem[_-]/, membershipById],
	["ImportBatch", /^bat_/, importBatchById],
	["Change", /^chg_/, changeById],
	["Revision", /^rev_/, revisionById],
	["Release", /^rel_[^~]*$/, releaseNode],
	["StatisticsTable", /^rel_[^~]*~/, statisticsById],
	["Trace", /^([^~]*~){3}/, (id, context, info) => traceById(id, context, selectedFields(info))],
	["ClosedQuarter", /^\d{4}~\d$/, networkQuarterById],
	["QuarterReport", /^[^~]*~\d{4}~\d$/, quarterReportById],
];

/** An object of this subgraph by its id; null if the viewer sees none. */
export async function ownNode(
	id: string,
	context: Context,
	info: GraphQLResolveInfo,
): Promise<object | null> {
	for (const [type, shape, find] of OWN) {
		const found = shape.test(id) ? await find(id, context, info) : null;
		if (found) return { __typename: type, ...found };
	}
	return null;
}
