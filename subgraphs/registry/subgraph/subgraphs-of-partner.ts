import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { Partner } from "../partner/type.ts";
import { toSubgraph } from "./present.ts";
import { subgraphRows } from "./queries.ts";
import { PartnerSubgraph } from "./type.ts";

@Resolver(() => Partner)
export class SubgraphsOfPartnerResolver {
	@FieldResolver(() => [PartnerSubgraph], { description: "Its subgraphs, by name." })
	async subgraphs(@Root() { id }: Partner, @Ctx() { database }: Context) {
		return (await subgraphRows(database, { partnerIds: [id] })).map(toSubgraph);
	}
}
