import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { grantPartner } from "./grant-partner.ts";
import { toGrant } from "./present.ts";
import { grantRows } from "./queries.ts";
import { revokeGrant } from "./revoke-grant.ts";
import { GrantPartnerInput, PartnerGrant } from "./type.ts";

@Resolver()
export class GrantResolver {
	@Query(() => [PartnerGrant], {
		description: "What partners may use beyond fields of their own, oldest first.",
	})
	async grants(
		@Ctx() { database }: Context,
		@Arg("partnerId", () => ID, { nullable: true, description: "Only this partner's." })
		partnerId?: string,
		@Arg("ended", () => Boolean, {
			defaultValue: false,
			description: "Also list grants that have expired or were revoked.",
		})
		ended = false,
	) {
		const rows = await grantRows(database, {
			...(partnerId && { partnerIds: [partnerId] }),
			...(!ended && { validAt: new Date().toISOString() }),
		});
		return rows.map(toGrant);
	}

	@Mutation(() => PartnerGrant, {
		description:
			"Allows something to a partner; the same grant again changes nothing. For HUB_ADMIN and PROGRAM_OFFICE.",
	})
	async grantPartner(
		@Ctx() context: Context,
		@Arg("input", () => GrantPartnerInput, { description: "What, to whom and why." })
		input: GrantPartnerInput,
	) {
		return toGrant(await grantPartner(context, input));
	}

	@Mutation(() => PartnerGrant, {
		description: "Revokes a grant at once. For HUB_ADMIN and PROGRAM_OFFICE.",
	})
	async revokeGrant(
		@Ctx() context: Context,
		@Arg("id", () => ID, { description: "The grant." }) id: string,
		@Arg("reason", () => String, { description: "Why, in a sentence; it is public." })
		reason: string,
	) {
		return toGrant(await revokeGrant(context, id, reason));
	}
}
