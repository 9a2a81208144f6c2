import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, type ClassType, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { type PageArgs, pageArgs } from "../../../shared/pagination/arguments.ts";
import type { Context } from "../context.ts";
import { EngagementWhere } from "../filter/engagement-where.ts";
import { scopeOf } from "../filter/resolve-scope.ts";
import { Institute, MepCenter } from "../references.ts";
import { Sme } from "../sme/type.ts";
import { EngagementConnection } from "./connection.ts";
import { engagementsOf } from "./page.ts";
import type { ParentColumn } from "./queries.ts";

type Parent = { id: string };

/** `engagements` on a manufacturer, and on entities that other subgraphs own. */
function engagementsFor(parent: ClassType<Parent>, column: ParentColumn) {
	@Resolver(() => parent)
	class Engagements {
		@FieldResolver(() => EngagementConnection, {
			description: "Its engagements, latest first, undated ones last.",
		})
		async engagements(
			@Root() root: Parent,
			@Ctx() context: Context,
			@Info() info: GraphQLResolveInfo,
			@Args(pageArgs(20)) args: PageArgs,
			@Arg("where", () => EngagementWhere, { nullable: true, description: "Which ones." })
			where?: EngagementWhere,
		) {
			return engagementsOf(column, root.id, await scopeOf(where, context), args, context, info);
		}
	}
	return Engagements;
}

export const engagementListResolvers = [
	engagementsFor(MepCenter, "center_id"),
	engagementsFor(Institute, "institute_id"),
	engagementsFor(Sme, "sme_id"),
];
