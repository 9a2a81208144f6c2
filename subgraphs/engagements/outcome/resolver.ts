import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from "type-graphql";
import { type PageArgs, pageArgs } from "../../../shared/pagination/arguments.ts";
import { connectionOf, pageOf, pageRequest } from "../../../shared/pagination/connection.ts";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { engagementLoader } from "../engagement/loaders.ts";
import { toEngagement } from "../engagement/present.ts";
import { Engagement } from "../engagement/type.ts";
import { isInside } from "../policy.ts";
import { revisionsLoader } from "../record/loaders.ts";
import { toRevision } from "../record/present.ts";
import { shownRevision } from "../record/shown-revision.ts";
import { Revision } from "../record/type.ts";
import { loadSme } from "../sme/load.ts";
import { Sme } from "../sme/type.ts";
import { claimsLoader, coversLoader } from "./loaders.ts";
import { toOutcome } from "./present.ts";
import { countOutcomes, outcomePage } from "./queries.ts";
import { Outcome, OutcomeClaim } from "./type.ts";
import { OutcomeWhere, readOutcomeFilter } from "./where.ts";

const OutcomeConnection = connectionOf("Outcome", () => Outcome);
const LIST = "outcomes";

@Resolver(() => Outcome)
export class OutcomeResolver {
	@Query(() => OutcomeConnection, {
		description: "Outcomes that you may see, the latest reported first.",
	})
	async outcomes(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Args(pageArgs(50)) args: PageArgs,
		@Arg("where", () => OutcomeWhere, { nullable: true, description: "Which ones." })
		where?: OutcomeWhere,
	) {
		const { database, viewer } = context;
		const page = pageRequest(LIST, 1, args, info);
		const filter = await readOutcomeFilter(where ?? {}, context);
		const [rows, count] = await Promise.all([
			outcomePage(database, viewer, filter, page),
			selectedFields(info).has("totalCount") ? countOutcomes(database, viewer, filter) : undefined,
		]);
		return pageOf(LIST, page, rows, (row) => [row.id], toOutcome, count);
	}

	@FieldResolver(() => Sme, { description: "The client that reports." })
	sme(@Root() outcome: Outcome, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
		return loadSme(outcome.sme.id, context, info);
	}

	@FieldResolver(() => [OutcomeClaim], { description: "The figures." })
	claims(@Root() outcome: Outcome, @Ctx() context: Context) {
		return claimsLoader(context).load(outcome.id);
	}

	@FieldResolver(() => Int)
	revision(@Root() outcome: Outcome, @Ctx() context: Context) {
		return shownRevision(context, "OUTCOME", outcome, outcome.center?.id);
	}

	@FieldResolver(() => [Revision], {
		description:
			"Its changes, earliest first; for its center and the program office, empty for others.",
	})
	async history(@Root() outcome: Outcome, @Ctx() context: Context) {
		if (!isInside(context.viewer, outcome.center?.id ?? null)) return [];
		return (await revisionsLoader(context, "OUTCOME").load(outcome.id)).map(toRevision);
	}

	@FieldResolver(() => [Engagement], { description: "The engagements it covers." })
	async covers(
		@Root() outcome: Outcome,
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
	) {
		const covered = await coversLoader(context).load(outcome.id);
		const rows = await engagementLoader(context, selectedFields(info)).loadMany(
			covered.map((row) => row.engagement_id),
		);
		return rows.flatMap((row) => (row && !(row instanceof Error) ? toEngagement(row) : []));
	}
}
