import type { GraphQLResolveInfo } from "graphql";
import {
	Arg,
	Args,
	Ctx,
	Directive,
	FieldResolver,
	Info,
	Int,
	Query,
	Resolver,
	Root,
} from "type-graphql";
import { type PageArgs, pageArgs } from "../../../shared/pagination/arguments.ts";
import type { Context } from "../context.ts";
import { engagementsOf } from "../engagement/page.ts";
import { EngagementConnection } from "../engagement/resolver.ts";
import { loadSme } from "../sme/load.ts";
import { Sme } from "../sme/type.ts";
import { totalsOf } from "../totals/totals.ts";
import { TraceConnection } from "./connection.ts";
import { allTraces } from "./page.ts";
import { traceScopeOf } from "./scope.ts";
import { Trace, TraceDimension, TraceTotal, TraceTotalOrder } from "./type.ts";
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
		@Args(pageArgs(50)) args: PageArgs,
		@Arg("where", () => TraceWhere, { nullable: true, description: "Which engagements count." })
		where?: TraceWhere,
	) {
		return allTraces(await traceScopeOf(where, context), args, context, info);
	}

	@Directive("@cost(weight: 2)")
	@Directive("@listSize(assumedSize: 100)")
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
		@Arg("orderBy", () => TraceTotalOrder, {
			defaultValue: TraceTotalOrder.GROUP_ASC,
			description: "In which order.",
		})
		orderBy: TraceTotalOrder,
		@Arg("where", () => TraceWhere, { nullable: true, description: "Which engagements count." })
		where?: TraceWhere,
		@Arg("first", () => Int, {
			nullable: true,
			description: "Only the first groups in that order, 1 to 10000; all of them where left out.",
		})
		first?: number,
	) {
		const scope = await traceScopeOf(where, context);
		const groups = [...new Set(by)];
		return totalsOf({ scope, by: groups, orderBy, first: first ?? undefined }, context, info);
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

@Resolver(() => TraceTotal)
export class TraceTotalResolver {
	@FieldResolver(() => Sme, { nullable: true, description: "Manufacturer of this group." })
	sme(@Root() total: TraceTotal, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
		return total.sme && loadSme(total.sme.id, context, info);
	}
}
