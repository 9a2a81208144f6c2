import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { instituteOf } from "../institute/institute-of.ts";
import { Institute } from "../institute/type.ts";
import { Network } from "../network/type.ts";
import { observationsFor } from "../observation/read.ts";
import { entitlementsLoader, tiersLoader } from "./loaders.ts";
import { toEntitlement, toMemberSummary, toTier } from "./present.ts";
import { Entitlement, MemberSummary, MembershipTier } from "./type.ts";

@Resolver(() => Institute)
class InstituteMembershipResolver {
	@FieldResolver(() => [MembershipTier], {
		description: "Tiers of its membership, the highest first; empty where no source names any.",
	})
	async tiers(@Root() { id }: Institute, @Ctx() context: Context) {
		return (await tiersLoader(context).load(id)).map(toTier);
	}

	@FieldResolver(() => MemberSummary, { description: "How many members it has, over time." })
	async members(@Root() { id }: Institute, @Ctx() context: Context): Promise<MemberSummary> {
		return toMemberSummary(await observationsFor(context, "institute_id", id));
	}
}

@Resolver(() => Network)
class NetworkMembersResolver {
	@FieldResolver(() => MemberSummary, {
		description: "How many members its institutes have together, over time.",
	})
	async members(@Root() { id }: Network, @Ctx() context: Context): Promise<MemberSummary> {
		return toMemberSummary(await observationsFor(context, "network_id", id));
	}
}

@Resolver(() => MembershipTier)
class TierResolver {
	@FieldResolver(() => [Entitlement], { description: "Its entitlements." })
	async entitlements(@Root() { id }: MembershipTier, @Ctx() context: Context) {
		return (await entitlementsLoader(context).load(id)).map(toEntitlement);
	}
}

export const membershipResolvers = [
	InstituteMembershipResolver,
	NetworkMembersResolver,
	TierResolver,
	instituteOf(MembershipTier, "The institute whose tier it is."),
] as const;
