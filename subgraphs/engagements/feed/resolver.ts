import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import { type PageArgs, pageArgs } from "../../../shared/pagination/arguments.ts";
import { connectionOf, pageOf, pageRequest } from "../../../shared/pagination/connection.ts";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { engagementById } from "../engagement/load.ts";
import { Engagement } from "../engagement/type.ts";
import { resolveCursors } from "../history/resolve-cursors.ts";
import { membershipById } from "../membership/load.ts";
import { Membership } from "../membership/type.ts";
import { outcomeById } from "../outcome/load.ts";
import { Outcome } from "../outcome/type.ts";
import { smeById } from "../sme/load.ts";
import { Sme } from "../sme/type.ts";
import { toChange } from "./present.ts";
import { changePage, countChanges } from "./queries.ts";
import { Change } from "./type.ts";

const ChangeConnection = connectionOf("Change", () => Change);
const LIST = "changes";

@Resolver(() => Change)
export class ChangeResolver {
	@Query(() => ChangeConnection, {
		description:
			"Every committed change that you may see, in order, each exactly once. Store the last `endCursor` and continue from it.",
	})
	async changes(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Args(pageArgs(100)) args: PageArgs,
	) {
		const page = await resolveCursors(context.database, pageRequest(LIST, 1, args, info));
		const [rows, count] = await Promise.all([
			changePage(context.database, context.viewer, page),
			selectedFields(info).has("totalCount")
				? countChanges(context.database, context.viewer)
				: undefined,
		]);
		return pageOf(LIST, page, rows, (row) => [row.token], toChange, count);
	}

	@FieldResolver(() => Sme, { nullable: true, description: "The manufacturer as it is now." })
	async sme(@Root() change: Change, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
		if (change.type !== "SME") return null;
		return smeById(change.recordId, context, info);
	}

	@FieldResolver(() => Engagement, {
		nullable: true,
		description: "The engagement as it is now.",
	})
	async engagement(
		@Root() change: Change,
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
	) {
		if (change.type !== "ENGAGEMENT") return null;
		return engagementById(change.recordId, context, info);
	}

	@FieldResolver(() => Membership, {
		nullable: true,
		description: "The membership as it is now.",
	})
	async membership(@Root() change: Change, @Ctx() context: Context) {
		if (change.type !== "MEMBERSHIP") return null;
		return membershipById(change.recordId, context);
	}

	@FieldResolver(() => Outcome, { nullable: true, description: "The outcome as it is now." })
	async outcome(@Root() change: Change, @Ctx() context: Context) {
		if (change.type !== "OUTCOME") return null;
		return outcomeById(change.recordId, context);
	}
}
