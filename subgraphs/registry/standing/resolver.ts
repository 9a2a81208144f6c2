import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { partnerRow } from "../partner/queries.ts";
import { provenActor, seesInside } from "../policy.ts";
import { PartnerSubgraph } from "../subgraph/type.ts";
import { dayBefore } from "../usage/rules.ts";
import { checkPeriod, readStanding } from "./read-standing.ts";
import { BUDGET_DAYS, CALLS_KEPT_DAYS } from "./rules.ts";
import { SubgraphStanding } from "./type.ts";

@Resolver(() => PartnerSubgraph)
export class StandingResolver {
	@Query(() => [SubgraphStanding], {
		description: `How a partner's subgraphs do, for days of the last ${CALLS_KEPT_DAYS}. For the partner itself, HUB_ADMIN and PROGRAM_OFFICE.`,
	})
	async partnerStanding(
		@Ctx() context: Context,
		@Arg("partnerId", () => ID, { description: "The partner." }) partnerId: string,
		@Arg("from", () => String, { description: "First day, ISO 8601." }) from: string,
		@Arg("to", () => String, { description: "Last day, ISO 8601." }) to: string,
		@Arg("proof", () => String, {
			nullable: true,
			description: "Compact JWS by a current key of the partner.",
		})
		proof?: string,
	) {
		checkPeriod(from, to);
		await provenActor(context, "partnerStanding", { partner: partnerId, proof }, { from, to });
		const { database } = context;
		return readStanding(database, await partnerRow(database, partnerId), { from, to });
	}

	@FieldResolver(() => SubgraphStanding, {
		nullable: true,
		description: `How it did in the last ${BUDGET_DAYS} days; for the partner itself and the hub's staff.`,
	})
	async standing(
		@Root() { name, partnerId }: PartnerSubgraph,
		@Ctx() { database, viewer }: Context,
	) {
		if (!seesInside(viewer, partnerId)) return null;
		const now = new Date();
		const period = { from: dayBefore(now, BUDGET_DAYS - 1), to: dayBefore(now, 0) };
		const all = await readStanding(database, await partnerRow(database, partnerId), period);
		return all.find(({ subgraph }) => subgraph === name) ?? null;
	}
}
