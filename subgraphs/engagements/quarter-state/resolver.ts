import type { GraphQLResolveInfo } from "graphql";
import {
	Arg,
	Args,
	Ctx,
	Directive,
	FieldResolver,
	Info,
	Int,
	Query,
	Resolver,
	Root,
} from "type-graphql";
import { checkYears } from "../../../shared/input-checks.ts";
import { type PageArgs, pageArgs } from "../../../shared/pagination/arguments.ts";
import { connectionOf, pageOf, pageRequest } from "../../../shared/pagination/connection.ts";
import type { Context } from "../context.ts";
import { isInside } from "../policy.ts";
import { toClosedQuarter, toQuarterReport } from "../quarter/present.ts";
import { closedQuarterId, ordinalOf } from "../quarter/rules.ts";
import { ClosedQuarter } from "../quarter/type.ts";
import { quarterPeriod } from "../statistics/periods.ts";
import {
	centersLoader,
	closingsLoader,
	ONCE,
	releasedLoader,
	reportsLoader,
	statusCountsLoader,
} from "./loaders.ts";
import { knownQuarters, pageOfQuarters, toQuarterState } from "./page.ts";
import type { COUNTED } from "./queries.ts";
import { CenterQuarter, QuarterState } from "./type.ts";

const QuarterStateConnection = connectionOf("QuarterState", () => QuarterState);
const LIST = "fiscal quarters";

@Resolver()
class FiscalQuartersResolver {
	@Query(() => QuarterStateConnection, {
		description:
			"Fiscal quarters and what is still open in them, latest first, from the one that runs back to the first with records: of your center for its staff, of all centers for the program office, none for others.",
	})
	async fiscalQuarters(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Args(pageArgs(8)) args: PageArgs,
		@Arg("fiscalYears", () => [Int], {
			nullable: true,
			description: "Of these US federal years; of all if left out.",
		})
		fiscalYears?: number[] | null,
	) {
		const page = pageRequest(LIST, 1, args, info);
		checkYears("fiscalYears", fiscalYears);
		const known = await knownQuarters(context, fiscalYears);
		const rows = pageOfQuarters(known, page);
		return pageOf(LIST, page, rows, (ordinal) => [ordinal], toQuarterState, known.length);
	}
}

/** The centers that have not reported a quarter, of those that the viewer belongs to. */
async function missingIn(state: QuarterState, context: Context): Promise<string[]> {
	const [centers, reports] = await Promise.all([
		centersLoader(context).load(ONCE),
		reportsLoader(context).load(String(ordinalOf(state))),
	]);
	const reported = new Set(reports.map((row) => row.center_id));
	return centers.filter((center) => !reported.has(center));
}

@Resolver(() => QuarterState)
class QuarterStateResolver {
	@FieldResolver(() => ClosedQuarter, {
		nullable: true,
		description:
			"How the program office closed it without waiting for all reports. For the program office; null for others.",
	})
	async closed(@Root() { fiscalYear, quarter }: QuarterState, @Ctx() context: Context) {
		const row = await closingsLoader(context).load(closedQuarterId(fiscalYear, quarter));
		return row && toClosedQuarter(row);
	}

	@FieldResolver(() => Boolean, {
		description: "Whether the newest release of statistics over reported records covers it.",
	})
	async isReleased(@Root() state: QuarterState, @Ctx() context: Context) {
		return (await releasedLoader(context).load(ONCE)).includes(quarterPeriod(state));
	}

	@FieldResolver(() => Boolean, {
		nullable: true,
		description:
			"Whether a release can cover it: all centers have reported it, or the program office closed it, or one covers it already. For the program office; null for others.",
	})
	async isClosed(@Root() state: QuarterState, @Ctx() context: Context) {
		if (!isInside(context.viewer, null)) return null;
		const [closed, isReleased, missing] = await Promise.all([
			this.closed(state, context),
			this.isReleased(state, context),
			missingIn(state, context),
		]);
		return closed !== null || isReleased || missing.length === 0;
	}

	@FieldResolver(() => Int, {
		description: "How many of the centers that you may ask about have not reported it.",
	})
	async missingCount(@Root() state: QuarterState, @Ctx() context: Context) {
		return (await missingIn(state, context)).length;
	}

	@Directive("@listSize(assumedSize: 60)")
	@FieldResolver(() => [CenterQuarter], {
		description: "Each center's part: your own, or all for the program office.",
	})
	async centers(@Root() state: QuarterState, @Ctx() context: Context): Promise<CenterQuarter[]> {
		const { fiscalYear, quarter } = state;
		const [centers, reports] = await Promise.all([
			centersLoader(context).load(ONCE),
			reportsLoader(context).load(String(ordinalOf(state))),
		]);
		const byCenter = new Map(reports.map((row) => [row.center_id, toQuarterReport(row)]));
		return centers.map((id) => ({
			center: { id },
			fiscalYear,
			quarter,
			report: byCenter.get(id) ?? null,
		}));
	}
}

/** How many engagements of one status a center has in a quarter. */
async function countOf(
	{ center, ...quarter }: CenterQuarter,
	context: Context,
	statuses: keyof typeof COUNTED,
	status: string,
): Promise<number> {
	const counts = await statusCountsLoader(context, statuses).load(String(ordinalOf(quarter)));
	const found = counts.find((row) => row.center_id === center.id && row.status === status);
	return found?.count ?? 0;
}

@Resolver(() => CenterQuarter)
class CenterQuarterResolver {
	@FieldResolver(() => Int, { description: "Engagements that a report would include." })
	approvedCount(@Root() root: CenterQuarter, @Ctx() context: Context) {
		return countOf(root, context, "settled", "APPROVED");
	}

	@FieldResolver(() => Int, {
		description: "Engagements that wait for a manager; a report has to wait for them.",
	})
	submittedCount(@Root() root: CenterQuarter, @Ctx() context: Context) {
		return countOf(root, context, "open", "SUBMITTED");
	}

	@FieldResolver(() => Int, { description: "Drafts, which a report would leave out." })
	draftCount(@Root() root: CenterQuarter, @Ctx() context: Context) {
		return countOf(root, context, "open", "DRAFT");
	}

	@FieldResolver(() => Int, {
		description: "Engagements that a manager returned, which a report would leave out.",
	})
	returnedCount(@Root() root: CenterQuarter, @Ctx() context: Context) {
		return countOf(root, context, "open", "RETURNED");
	}

	@FieldResolver(() => Int, {
		description: "Engagements that were changed after the report, or added late.",
	})
	amendedCount(@Root() root: CenterQuarter, @Ctx() context: Context) {
		return countOf(root, context, "settled", "AMENDED");
	}
}

export const quarterStateResolvers = [
	FiscalQuartersResolver,
	QuarterStateResolver,
	CenterQuarterResolver,
];
