import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { hubId } from "../database/served-state.ts";
import { toKey, toPartner } from "./present.ts";
import { keysOf, partnerRows } from "./queries.ts";
import { Partner, PartnerKey, PartnerRegistry } from "./type.ts";

@Resolver(() => Partner)
export class PartnerResolver {
	@Query(() => [Partner], {
		description: "Organisations that add their own data to the hub, by id.",
	})
	async partners(
		@Ctx() { database, viewer }: Context,
		@Arg("ids", () => [ID], { nullable: true, description: "Only these." }) ids?: string[],
	) {
		return (await partnerRows(database, ids)).map((row) => toPartner(row, viewer));
	}

	@Query(() => PartnerRegistry, { description: "The registry of partners itself." })
	async registry(@Ctx() { database }: Context): Promise<PartnerRegistry> {
		return { id: await hubId(database) };
	}

	@FieldResolver(() => [PartnerKey], {
		description: "Its valid keys, the newest last.",
	})
	async keys(@Root() { id }: Partner, @Ctx() { database }: Context) {
		return (await keysOf(database, [id], new Date().toISOString())).map(toKey);
	}
}
