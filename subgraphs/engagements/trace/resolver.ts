import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { engagementsOf } from "../engagement/page.ts";
import { EngagementConnection } from "../engagement/resolver.ts";
import { loadSme } from "../sme/load.ts";
import { Sme } from "../sme/type.ts";
import { totalsOf } from "../totals/totals.ts";
import { TraceConnection } from "./connection.ts";
import { allTraces } from "./page.ts";
import { traceScopeOf } from "./scope.ts";
import { Trace, TraceDimension, TraceTotal } from "./type.ts";
import { TraceWhere } from "./where.ts";

@Resolver(() => Trace)
export class TraceResolver {
	@Query(() => TraceConnection, {
		description:
			"Which manufacturers received which kind of service from which center or institute, by manufacturer.",
	})
	async trace(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Arg("first", () => Int, { defaultValue: 50, description: "Items a page, 1 to 200." })
		first: number,
		@Arg("where", () => TraceWhere, { nullable: true, description: "Which engagements count." })
		where?: TraceWhere,
		@Arg("after", () => String, {
			nullable: true,
			description: "Cursor after which the page starts.",
		})
		after?: string,
	) {
		return allTraces(await traceScopeOf(where, context), { first, after }, context, info);
	}

	@Query(() => [TraceTotal], {
		description: "Totals over the approved engagements that you may see, one a group that has any.",
	})
	async traceTotals(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Arg("by", () => [TraceDimension], {
			description: "Dimensions to group by; none gives one total.",
		})
		by: TraceDimension[],
		@Arg("where", () => TraceWhere, { nullable: true, description: "Which engagements count." })
		where?: TraceWhere,
	) {
		return totalsOf(await traceScopeOf(where, context), by, context, info);
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
		@Arg("first", () => Int, { defaultValue: 20, description: "Items a page, 1 to 200." })
		first: number,
		@Arg("after", () => String, {
			nullable: true,
			description: "Cursor after which the page starts.",
		})
		after?: string,
	) {
		return engagementsOf("trace_id", trace.id, trace.scope, { first, after }, context, info);
	}
}

@Resolver(() => TraceTotal)
export class TraceTotalResolver {
	@FieldResolver(() => Sme, { nullable: true, description: "Manufacturer of this group." })
	sme(@Root() total: TraceTotal, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
		return total.sme && loadSme(total.sme.id, context, info);
	}
}
