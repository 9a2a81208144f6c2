import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Directive, Info, Int, Query, Resolver } from "type-graphql";
import { UNTIL_RECORDS_CHANGE } from "../changes.ts";
import type { Context } from "../context.ts";
import { traceScopeOf } from "../filter/resolve-scope.ts";
import { TraceWhere } from "../filter/trace-where.ts";
import { totalsOf } from "./totals.ts";
import { TraceDimension, TraceTotal, TraceTotalOrder } from "./type.ts";

@Resolver(() => TraceTotal)
export class TraceTotalResolver {
	@Directive(UNTIL_RECORDS_CHANGE)
	@Directive("@cost(weight: 2)")
	@Directive("@listSize(assumedSize: 100)")
	@Query(() => [TraceTotal], {
		description:
			"Live, exact totals over the approved engagements that you may see, for any filter and grouping; one for each group that has any. For the public these are the PUBLIC records alone, so nothing in them needs to be suppressed. Published statistics over all reported records, the same for everybody, are in `statistics`.",
	})
	async traceTotals(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Arg("by", () => [TraceDimension], {
			description: "Dimensions to group by; an empty list gives one total.",
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
			description: "Only the first groups in that order, 1 to 10000; all groups if left out.",
		})
		first?: number,
	) {
		const scope = await traceScopeOf(where, context);
		const groups = [...new Set(by)];
		return totalsOf({ scope, by: groups, orderBy, first: first ?? undefined }, context, info);
	}
}
