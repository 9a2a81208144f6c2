import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import { type PageArgs, pageArgs } from "../../../shared/pagination/arguments.ts";
import type { Context } from "../context.ts";
import { EngagementConnection } from "../engagement/connection.ts";
import { engagementsOf } from "../engagement/page.ts";
import { traceScopeOf } from "../filter/resolve-scope.ts";
import { TraceWhere } from "../filter/trace-where.ts";
import { loadSme } from "../sme/load.ts";
import { Sme } from "../sme/type.ts";
import { TraceConnection } from "./connection.ts";
import { allTraces } from "./page.ts";
import { Trace } from "./type.ts";

@Resolver(() => Trace)
export class TraceResolver {
	@Query(() => TraceConnection, {
		description:
			"Which manufacturers received which kind of service from which center or institute, by manufacturer.",
	})
	async trace(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Args(pageArgs(50)) args: PageArgs,
		@Arg("where", () => TraceWhere, { nullable: true, description: "Which engagements count." })
		where?: TraceWhere,
	) {
		return allTraces(await traceScopeOf(where, context), args, context, info);
	}

	@FieldResolver(() => Sme, { description: "The manufacturer that was served." })
	sme(@Root() trace: Trace, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
		return loadSme(trace.sme.id, context, info);
	}

	@FieldResolver(() => EngagementConnection, {
		description: "The engagements behind this trace, latest first, undated ones last.",
	})
	engagements(
		@Root() trace: Trace,
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Args(pageArgs(20)) args: PageArgs,
	) {
		const { group, scope, within } = trace;
		return engagementsOf("trace_id", group, scope, args, context, info, within);
	}
}
