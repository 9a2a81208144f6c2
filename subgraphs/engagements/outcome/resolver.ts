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
import { previewOutcome } from "./preview.ts";
import { OutcomePreview, OutcomePreviewInput } from "./preview-type.ts";
import { countOutcomes, outcomePage } from "./queries.ts";
import { Outcome, OutcomeClaim, OutcomeOrder } from "./type.ts";
import { OutcomeWhere, readOutcomeFilter } from "./where.ts";

const OutcomeConnection = connectionOf("Outcome", () => Outcome);
const LIST = "outcomes";

@Resolver(() => Outcome)
export class OutcomeResolver {
	@Query(() => OutcomeConnection, {
		description: "Outcomes that you may see.",
	})
	async outcomes(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Args(pageArgs(50)) args: PageArgs,
		@Arg("orderBy", () => OutcomeOrder, {
			defaultValue: OutcomeOrder.REPORTED_DESC,
			description: "In which order.",
		})
		orderBy: OutcomeOrder,
		@Arg("where", () => OutcomeWhere, { nullable: true, description: "Which ones." })
		where?: OutcomeWhere,
	) {
		const { database, viewer } = context;
		const isLargest = orderBy === OutcomeOrder.LARGEST_FIRST;
		const list = orderBy === OutcomeOrder.REPORTED_DESC ? LIST : `${LIST} ${orderBy}`;
		const page = pageRequest(list, isLargest ? 2 : 1, args, info);
		const filter = await readOutcomeFilter(where ?? {}, context);
		const [rows, count] = await Promise.all([
			outcomePage(database, viewer, filter, orderBy, page),
			selectedFields(info).has("totalCount") ? countOutcomes(database, viewer, filter) : undefined,
		]);
		const keyOf = (row: (typeof rows)[number]) =>
			isLargest ? [row.largest ?? 0, row.id] : [row.id];
		return pageOf(list, page, rows, keyOf, toOutcome, count);
	}

	@Query(() => OutcomePreview, {
		description:
			"What a report of outcomes would meet: earlier reports that it would count twice, and figures beyond the bound for the firm's size. Nothing is saved. For the center's staff and the program office.",
	})
	outcomePreview(
		@Ctx() context: Context,
		@Arg("input", () => OutcomePreviewInput, { description: "The report." })
		input: OutcomePreviewInput,
	) {
		return previewOutcome(context, input);
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
