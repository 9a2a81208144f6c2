import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { Partner } from "../partner/type.ts";
import { toGrant } from "./present.ts";
import { grantRows } from "./queries.ts";
import { PartnerGrant } from "./type.ts";

@Resolver(() => Partner)
export class GrantsOfPartnerResolver {
	@FieldResolver(() => [PartnerGrant], {
		description: "What it may use now beyond fields of its own.",
	})
	async grants(@Root() { id }: Partner, @Ctx() { database }: Context) {
		const validAt = new Date().toISOString();
		return (await grantRows(database, { partnerIds: [id], validAt })).map(toGrant);
	}
}
