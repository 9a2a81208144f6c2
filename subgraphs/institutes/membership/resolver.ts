import type { GraphQLResolveInfo } from "graphql";
import { Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import { Institute } from "../institute/type.ts";
import type { Context } from "../loaders.ts";
import { Network } from "../network/type.ts";
import { observationsFor } from "../observation/read.ts";
import { toInstitute } from "../present.ts";
import { toEntitlement, toMemberSummary, toTier } from "./present.ts";
import { Entitlement, MemberSummary, MembershipTier } from "./type.ts";

@Resolver(() => Institute)
export class InstituteMembershipResolver {
	@FieldResolver(() => [MembershipTier], {
		description: "Tiers of its membership, the highest first; empty where no source names any.",
	})
	async tiers(@Root() { id }: Institute, @Ctx() { loaders }: Context) {
		return (await loaders.tiers().load(id)).map(toTier);
	}

	@FieldResolver(() => MemberSummary, { description: "How many members it has, over time." })
	async members(@Root() { id }: Institute, @Ctx() context: Context): Promise<MemberSummary> {
		return toMemberSummary(await observationsFor(context, "institute_id", id));
	}
}

@Resolver(() => Network)
export class NetworkMembersResolver {
	@FieldResolver(() => MemberSummary, {
		description: "How many members its institutes have together, over time.",
	})
	async members(@Root() { id }: Network, @Ctx() context: Context): Promise<MemberSummary> {
		return toMemberSummary(await observationsFor(context, "network_id", id));
	}
}

@Resolver(() => MembershipTier)
export class TierResolver {
	@FieldResolver(() => [Entitlement], { description: "What it gives a right to." })
	async entitlements(@Root() { id }: MembershipTier, @Ctx() { loaders }: Context) {
		return (await loaders.entitlements().load(id)).map(toEntitlement);
	}

	@FieldResolver(() => Institute, { description: "The institute whose tier it is." })
	async institute(
		@Root() { instituteId }: MembershipTier,
		@Ctx() { loaders }: Context,
		@Info() info: GraphQLResolveInfo,
	) {
		const row = await loaders.one("institutes", selectedFields(info)).load(instituteId);
		return row && toInstitute(row);
	}
}
