import type { GraphQLResolveInfo } from "graphql";
import { Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import { latestDate } from "../institute/rules.ts";
import { Institute } from "../institute/type.ts";
import type { Context } from "../loaders.ts";
import { observationsFor } from "../observation/read.ts";
import { toInstitute } from "../present.ts";
import { toEntitlement, toTier } from "./present.ts";
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
		const counts = await observationsFor(context, "institute_id", id, ["members"]);
		const history = counts.sort((one, other) =>
			latestDate(one.asOf) < latestDate(other.asOf) ? -1 : 1,
		);
		return {
			latest: history.at(-1),
			mix: await observationsFor(context, "institute_id", id, ["members_of_kind"]),
			history,
		};
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
