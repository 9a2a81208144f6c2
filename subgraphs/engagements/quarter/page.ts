import type { GraphQLResolveInfo } from "graphql";
import { Args, type ClassType, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { type PageArgs, pageArgs } from "../../../shared/pagination/arguments.ts";
import { pageOf, pageRequest } from "../../../shared/pagination/connection.ts";
import { selectedFields, selectedNodeFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { EngagementConnection } from "../engagement/connection.ts";
import { toEngagement } from "../engagement/present.ts";
import { quarterCountsLoader, quarterEngagementsLoader } from "./loaders.ts";
import type { QuarterGroup } from "./queries.ts";
import { quarterId } from "./rules.ts";
import { QuarterPreview, QuarterReport } from "./type.ts";

const LIST = "engagements STARTED_ON_DESC";

type Quarter = { center: { id: string }; fiscalYear: number; quarter: number };

/** A field with a list of engagements on a quarter. */
function listOn(
	parent: ClassType<Quarter>,
	name: string,
	group: QuarterGroup,
	description: string,
) {
	@Resolver(() => parent)
	class QuarterList {
		@FieldResolver(() => EngagementConnection, { description })
		async [name](
			@Root() { center, fiscalYear, quarter }: Quarter,
			@Ctx() context: Context,
			@Info() info: GraphQLResolveInfo,
			@Args(pageArgs(20)) args: PageArgs,
		) {
			const page = pageRequest(LIST, 2, args, info);
			const id = quarterId(center.id, fiscalYear, quarter);
			const [rows, counts] = await Promise.all([
				quarterEngagementsLoader(context, group, page, selectedNodeFields(info)).load(id),
				selectedFields(info).has("totalCount") ? quarterCountsLoader(context).load(id) : undefined,
			]);
			return pageOf(
				LIST,
				page,
				rows,
				(row) => [row.started_first, row.id],
				toEngagement,
				counts?.[group],
			);
		}
	}
	return QuarterList;
}

const COARSE =
	"The center's engagements that may lie in this quarter or outside it: they are dated to a year only. They belong to no quarter until they are dated to a month or a day.";

export const quarterLists = [
	listOn(QuarterPreview, "approved", "approved", "Engagements that a report would include."),
	listOn(
		QuarterPreview,
		"submitted",
		"submitted",
		"Engagements that wait for a manager; the quarter cannot be reported before they are approved or returned.",
	),
	listOn(
		QuarterPreview,
		"stranded",
		"stranded",
		"Drafts and returned engagements. A report leaves them out; after it they can only be added to the quarter as late amendments.",
	),
	listOn(
		QuarterPreview,
		"reported",
		"reported",
		"Engagements that were reported and have not changed since. None before the report.",
	),
	listOn(
		QuarterPreview,
		"amended",
		"amended",
		"Engagements that were changed after the report, or added late. None before the report.",
	),
	listOn(QuarterPreview, "tooCoarselyDated", "coarse", COARSE),
	listOn(QuarterReport, "tooCoarselyDated", "coarse", COARSE),
];
