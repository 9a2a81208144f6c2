import type { GraphQLResolveInfo } from "graphql";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { entities } from "../entities.ts";
import { changeById } from "../feed/load.ts";
import { importBatchById } from "../import/load.ts";
import { quarterReportById } from "../quarter/load.ts";
import { revisionById } from "../record/load.ts";
import { traceById } from "../trace/page.ts";

type Find = (id: string, context: Context, info: GraphQLResolveInfo) => Promise<object | null>;

/** What an id of each type looks like, and how the object is found as far as the viewer may see it. */
const OWN: Array<[type: string, shape: RegExp, find: Find]> = [
	["Sme", /^sme[_-][^~]*$/, (id, context, info) => entities.Sme({ id }, context, info)],
	["Engagement", /^eng[_-]/, (id, context, info) => entities.Engagement({ id }, context, info)],
	["Outcome", /^out[_-]/, (id, context) => entities.Outcome({ id }, context)],
	["Membership", /^mem[_-]/, (id, context) => entities.Membership({ id }, context)],
	["ImportBatch", /^bat_/, importBatchById],
	["Change", /^chg_/, changeById],
	["Revision", /^rev_/, revisionById],
	["Trace", /^([^~]*~){3}/, (id, context, info) => traceById(id, context, selectedFields(info))],
	["QuarterReport", /^[^~]*~\d{4}~\d$/, quarterReportById],
];

/** An object of this subgraph by its id; null where there is none that the viewer may see. */
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
