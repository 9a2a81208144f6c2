import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, type ClassType, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { type PageArgs, pageArgs } from "../../../shared/pagination/arguments.ts";
import type { Context } from "../context.ts";
import type { ParentColumn } from "../engagement/queries.ts";
import { traceScopeOf } from "../filter/resolve-scope.ts";
import { TraceWhere } from "../filter/trace-where.ts";
import { Course, Facility, Institute, MepCenter, Technology } from "../references.ts";
import { Sme } from "../sme/type.ts";
import { TraceConnection } from "./connection.ts";
import { tracesOf } from "./page.ts";

type Parent = { id: string };

/** `traces` on a manufacturer, and on entities that other subgraphs own. */
function tracesFor(
	parent: ClassType<Parent>,
	column: ParentColumn,
	description = "Which manufacturers received which services from it or with it.",
) {
	@Resolver(() => parent)
	class Traces {
		@FieldResolver(() => TraceConnection, { description })
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

export const traceListResolvers = [
	tracesFor(MepCenter, "center_id"),
	tracesFor(Institute, "institute_id"),
	tracesFor(Facility, "facility_id"),
	tracesFor(Course, "course_id"),
	tracesFor(Technology, "technology_id"),
	tracesFor(Sme, "sme_id", "What it received and from whom."),
];
