import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, ID, Info, Int, Mutation, Query, Resolver } from "type-graphql";
import { type PageArgs, pageArgs } from "../../../shared/pagination/arguments.ts";
import { connectionOf, pageOf, pageRequest } from "../../../shared/pagination/connection.ts";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { closeQuarter } from "./close.ts";
import { reportQuarter } from "./commands.ts";
import { quarterLists } from "./page.ts";
import { toClosedQuarter, toQuarterReport } from "./present.ts";
import { previewQuarter } from "./preview.ts";
import { countQuarters, quarterPage } from "./queries.ts";
import { ClosedQuarter, QuarterPreview, QuarterReport } from "./type.ts";
import { QuarterReportWhere, readQuarterFilter } from "./where.ts";

const QuarterReportConnection = connectionOf("QuarterReport", () => QuarterReport);
const LIST = "quarter reports";
const YEAR = "US federal year: it starts in October of the year before.";

@Resolver()
class QuarterResolver {
	@Query(() => QuarterReportConnection, {
		description:
			"Reported quarters, latest first: those of your center for its staff, all for the program office, none for others.",
	})
	async quarterReports(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Args(pageArgs(50)) args: PageArgs,
		@Arg("where", () => QuarterReportWhere, { nullable: true, description: "Which ones." })
		where?: QuarterReportWhere,
	) {
		const { database, viewer } = context;
		const page = pageRequest(LIST, 3, args, info);
		const filter = await readQuarterFilter(where ?? {}, context);
		const [rows, count] = await Promise.all([
			quarterPage(database, viewer, filter, page),
			selectedFields(info).has("totalCount") ? countQuarters(database, viewer, filter) : undefined,
		]);
		return pageOf(
			LIST,
			page,
			rows,
			(row) => [row.fiscal_year, row.quarter, row.id],
			toQuarterReport,
			count,
		);
	}

	@Query(() => QuarterPreview, {
		description:
			"Preview of a report of a quarter: what it would include and leave out. For the center's staff and the program office.",
	})
	quarterPreview(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Arg("centerId", () => ID, { description: "The center." }) centerId: string,
		@Arg("fiscalYear", () => Int, { description: YEAR }) fiscalYear: number,
		@Arg("quarter", () => Int, { description: "1 (October to December) to 4." }) quarter: number,
	) {
		return previewQuarter(context, { centerId, fiscalYear, quarter }, selectedFields(info));
	}

	@Mutation(() => QuarterReport, {
		description:
			"Reports a quarter of your center and locks it. For managers. Refused, with a list, while engagements of the quarter are open; drafts may be left out with `leaveDrafts`. Reporting it again returns the first answer. See `quarterPreview` first.",
	})
	async reportQuarter(
		@Ctx() context: Context,
		@Arg("centerId", () => ID, { description: "The center." }) centerId: string,
		@Arg("fiscalYear", () => Int, { description: YEAR }) fiscalYear: number,
		@Arg("quarter", () => Int, { description: "1 (October to December) to 4." }) quarter: number,
		@Arg("leaveDrafts", () => Boolean, {
			nullable: true,
			description:
				"Whether drafts and returned engagements may be left out; later they can only be added to the quarter as late amendments.",
		})
		leaveDrafts?: boolean,
	) {
		const input = { centerId, fiscalYear, quarter, leaveDrafts };
		return toQuarterReport(await reportQuarter(context, input));
	}

	@Mutation(() => ClosedQuarter, {
		description:
			"Closes a fiscal quarter of the whole network, with a reason, so that a release of statistics can cover it although a center has not reported it. For the program office, when the quarter has ended. Centers may still report it; what comes later is an amendment. Closing it again returns the first answer. A quarter that all centers have reported is closed by itself.",
	})
	async closeQuarter(
		@Ctx() context: Context,
		@Arg("fiscalYear", () => Int, { description: YEAR }) fiscalYear: number,
		@Arg("quarter", () => Int, { description: "1 (October to December) to 4." }) quarter: number,
		@Arg("reason", () => String, { description: "Why it is not waited for all reports." })
		reason: string,
	) {
		return toClosedQuarter(await closeQuarter(context, { fiscalYear, quarter, reason }));
	}
}

export const quarterResolvers = [QuarterResolver, ...quarterLists];
