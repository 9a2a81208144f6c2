import type { GraphQLResolveInfo } from "graphql";
import { Arg, type ClassType, Ctx, FieldResolver, Info, Int, Resolver, Root } from "type-graphql";
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
			@Arg("first", () => Int, { defaultValue: 20, description: "Items a page, 1 to 200." })
			first: number,
			@Arg("where", () => TraceWhere, { nullable: true, description: "Which engagements count." })
			where?: TraceWhere,
			@Arg("after", () => String, {
				nullable: true,
				description: "Cursor after which the page starts.",
			})
			after?: string,
		) {
			return tracesOf(
				column,
				root.id,
				await traceScopeOf(where, context),
				{ first, after },
				context,
				info,
			);
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
			@Arg("first", () => Int, { defaultValue: 20, description: "Items a page, 1 to 200." })
			first: number,
			@Arg("where", () => EngagementWhere, { nullable: true, description: "Which ones." })
			where?: EngagementWhere,
			@Arg("after", () => String, {
				nullable: true,
				description: "Cursor after which the page starts.",
			})
			after?: string,
		) {
			return engagementsOf(
				column,
				root.id,
				await scopeOf(where, context),
				{ first, after },
				context,
				info,
			);
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
