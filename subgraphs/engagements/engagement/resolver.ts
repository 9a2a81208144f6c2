import type { GraphQLResolveInfo } from "graphql";
import {
	Arg,
	Args,
	Ctx,
	FieldResolver,
	ID,
	Info,
	Int,
	Query,
	Resolver,
	Root,
	registerEnumType,
} from "type-graphql";
import { type PageArgs, pageArgs } from "../../../shared/pagination/arguments.ts";
import type { Context } from "../context.ts";
import { EngagementWhere } from "../filter/engagement-where.ts";
import { scopeOf } from "../filter/resolve-scope.ts";
import { isInside } from "../policy.ts";
import { originLoader, revisionsLoader } from "../record/loaders.ts";
import { toRevision } from "../record/present.ts";
import { shownRevision } from "../record/shown-revision.ts";
import { Revision } from "../record/type.ts";
import { loadSme } from "../sme/load.ts";
import { Sme } from "../sme/type.ts";
import { EngagementConnection } from "./connection.ts";
import { engagementById } from "./load.ts";
import { duplicatesLoader } from "./loaders.ts";
import { allEngagements } from "./page.ts";
import { Engagement } from "./type.ts";

enum EngagementOrder {
	STARTED_ON_DESC = "STARTED_ON_DESC",
	STARTED_ON_ASC = "STARTED_ON_ASC",
}
registerEnumType(EngagementOrder, {
	name: "EngagementOrder",
	description: "Order of a list of engagements.",
	valuesConfig: {
		STARTED_ON_DESC: { description: "Latest start first, undated ones last." },
		STARTED_ON_ASC: { description: "Undated ones first, then earliest start first." },
	},
});

/** Who logged it and when it was submitted, for those who may know. */
async function originOf({ id, center }: Engagement, context: Context) {
	if (!isInside(context.viewer, center?.id ?? null)) return null;
	return originLoader(context, "ENGAGEMENT").load(id);
}

@Resolver(() => Engagement)
export class EngagementResolver {
	@Query(() => EngagementConnection, { description: "Engagements that you may see." })
	async engagements(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Args(pageArgs(50)) args: PageArgs,
		@Arg("orderBy", () => EngagementOrder, {
			defaultValue: EngagementOrder.STARTED_ON_DESC,
			description: "In which order.",
		})
		orderBy: EngagementOrder,
		@Arg("where", () => EngagementWhere, { nullable: true, description: "Which ones." })
		where?: EngagementWhere,
	) {
		return allEngagements(await scopeOf(where, context), orderBy, args, context, info);
	}

	@Query(() => Engagement, {
		nullable: true,
		description: "One engagement; null if there is none with this id that you may see.",
	})
	engagement(
		@Arg("id", () => ID, { description: "Its id." }) id: string,
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
	) {
		return engagementById(id, context, info);
	}

	@FieldResolver(() => Sme, { description: "The manufacturer that was served." })
	sme(@Root() engagement: Engagement, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
		return loadSme(engagement.sme.id, context, info);
	}

	@FieldResolver(() => Int)
	revision(@Root() engagement: Engagement, @Ctx() context: Context) {
		return shownRevision(context, "ENGAGEMENT", engagement, engagement.center?.id);
	}

	@FieldResolver(() => String, {
		nullable: true,
		description:
			"Who logged it: the subject of the access token; for its center and the program office, null for others.",
	})
	async loggedBy(@Root() engagement: Engagement, @Ctx() context: Context) {
		return (await originOf(engagement, context))?.author ?? null;
	}

	@FieldResolver(() => String, {
		nullable: true,
		description:
			"When it was last submitted for approval, ISO 8601 in UTC; for its center and the program office, null for others.",
	})
	async submittedAt(@Root() engagement: Engagement, @Ctx() context: Context) {
		return (await originOf(engagement, context))?.submitted ?? null;
	}

	@FieldResolver(() => [Engagement], {
		description:
			"Others that you may see and that may be the same service: the same manufacturer and kind, dates that do not exclude it, no other facility, course or technology; void ones left out. Ten at most, earliest first.",
	})
	async likelyDuplicates(
		@Root() engagement: Engagement,
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
	) {
		const found = await duplicatesLoader(context).load(engagement.id);
		return Promise.all(found.map(({ id }) => engagementById(id, context, info)));
	}

	@FieldResolver(() => [Revision], {
		description:
			"Its changes, earliest first; for its center and the program office, empty for others.",
	})
	async history(@Root() engagement: Engagement, @Ctx() context: Context) {
		if (!isInside(context.viewer, engagement.center?.id ?? null)) return [];
		return (await revisionsLoader(context, "ENGAGEMENT").load(engagement.id)).map(toRevision);
	}
}
