import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, type ClassType, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { type PageArgs, pageArgs } from "../../../shared/pagination/arguments.ts";
import type { Context } from "../context.ts";
import { engagementsOf } from "../engagement/page.ts";
import type { ParentColumn } from "../engagement/queries.ts";
import { EngagementConnection } from "../engagement/resolver.ts";
import { EngagementWhere } from "../engagement/where.ts";
import { Course, Facility, Institute, MepCenter, type Parent, Technology } from "../references.ts";
import { TraceConnection } from "./connection.ts";
import { tracesOf } from "./page.ts";
import { scopeOf, traceScopeOf } from "./scope.ts";
import { TraceWhere } from "./where.ts";

/** `traces` on an entity that another subgraph owns. */
function tracesFor(parent: ClassType<Parent>, column: ParentColumn) {
	@Resolver(() => parent)
	class Traces {
		@FieldResolver(() => TraceConnection, {
			description: "Which manufacturers received what from or with it.",
		})
		async traces(
			@Root() root: Parent,
			@Ctx() context: Context,
			@Info() info: GraphQLResolveInfo,
			@Args(pageArgs(20)) args: PageArgs,
			@Arg("where", () => TraceWhere, { nullable: true, description: "Which engagements count." })
			where?: TraceWhere,
		) {
			return tracesOf(column, root.id, await traceScopeOf(where, context), args, context, info);
		}
	}
	return Traces;
}

/** `engagements` on an entity that another subgraph owns. */
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

export const parentResolvers = [
	tracesFor(MepCenter, "center_id"),
	tracesFor(Institute, "institute_id"),
	tracesFor(Facility, "facility_id"),
	tracesFor(Course, "course_id"),
	tracesFor(Technology, "technology_id"),
	engagementsFor(MepCenter, "center_id"),
	engagementsFor(Institute, "institute_id"),
];
