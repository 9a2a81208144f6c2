import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { toPartner } from "../partner/present.ts";
import { partnerRow } from "../partner/queries.ts";
import { Partner } from "../partner/type.ts";
import { toSubgraph, toVersion } from "./present.ts";
import { subgraphRow, subgraphRows, versionRows } from "./queries.ts";
import { PartnerSubgraph, SubgraphVersion, SubgraphWithdrawal } from "./type.ts";
import { type Withdrawals, withdrawals } from "./withdrawal.ts";

/** Read once for all subgraphs of a request. */
const ofRequest = new WeakMap<Context, Promise<Withdrawals>>();

function withdrawalsOf(context: Context): Promise<Withdrawals> {
	let found = ofRequest.get(context);
	if (!found) {
		found = withdrawals(context.database);
		ofRequest.set(context, found);
	}
	return found;
}

@Resolver(() => PartnerSubgraph)
export class SubgraphResolver {
	@Query(() => [PartnerSubgraph], { description: "Subgraphs that partners publish, by name." })
	async subgraphs(
		@Ctx() { database }: Context,
		@Arg("partnerId", () => ID, { nullable: true, description: "Only this partner's." })
		partnerId?: string,
	) {
		const rows = await subgraphRows(database, partnerId ? { partnerIds: [partnerId] } : {});
		return rows.map(toSubgraph);
	}

	@Query(() => PartnerSubgraph, {
		nullable: true,
		description: "One subgraph; null where there is none of this name.",
	})
	async subgraph(
		@Ctx() { database }: Context,
		@Arg("name", () => String, { description: "Its name." }) name: string,
	) {
		const [row] = await subgraphRows(database, { names: [name] });
		return row ? toSubgraph(row) : null;
	}

	@FieldResolver(() => Partner, { description: "Whose it is." })
	async partner(@Root() { partnerId }: PartnerSubgraph, @Ctx() { database, viewer }: Context) {
		return toPartner(await partnerRow(database, partnerId), viewer);
	}

	@FieldResolver(() => [String], {
		description:
			"Types of other partners that it extends and that are not served now; while there are any, it is not served either.",
	})
	async waitsFor(@Root() { name }: PartnerSubgraph, @Ctx() context: Context) {
		return (await withdrawalsOf(context)).waitsFor.get(name) ?? [];
	}

	@FieldResolver(() => SubgraphWithdrawal, {
		nullable: true,
		description:
			"Why the version that was activated last is not served: rolled back, suspended, or waiting for another subgraph; null where it is served.",
	})
	async withdrawn(@Root() { name }: PartnerSubgraph, @Ctx() context: Context) {
		return (await withdrawalsOf(context)).byName.get(name) ?? null;
	}

	@FieldResolver(() => [SubgraphVersion], { description: "Its versions, oldest first." })
	async versions(@Root() { name }: PartnerSubgraph, @Ctx() { database, viewer }: Context) {
		const [rows, subgraph] = await Promise.all([
			versionRows(database, name),
			subgraphRow(database, name),
		]);
		return rows.map((row) => toVersion(row, subgraph, viewer));
	}
}
