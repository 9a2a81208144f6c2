import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { grantPartner, revokeGrant } from "./commands.ts";
import { toGrant } from "./present.ts";
import { grantRows } from "./queries.ts";
import { GrantPartnerInput, PartnerGrant } from "./type.ts";

@Resolver()
export class GrantResolver {
	@Query(() => [PartnerGrant], {
		description: "What partners are allowed beyond fields of their own, the oldest first.",
	})
	async grants(
		@Ctx() { database }: Context,
		@Arg("partnerId", () => ID, { nullable: true, description: "Only this partner's." })
		partnerId?: string,
		@Arg("ended", () => Boolean, {
			defaultValue: false,
			description: "Whether to list those that ran out or were taken back, too.",
		})
		ended = false,
	) {
		const rows = await grantRows(database, {
			...(partnerId && { partnerIds: [partnerId] }),
			...(!ended && { heldAt: new Date().toISOString() }),
		});
		return rows.map(toGrant);
	}

	@Mutation(() => PartnerGrant, {
		description: "Allows something to a partner. For HUB_ADMIN and PROGRAM_OFFICE.",
	})
	async grantPartner(
		@Ctx() context: Context,
		@Arg("input", () => GrantPartnerInput, { description: "What, to whom and why." })
		input: GrantPartnerInput,
	) {
		return toGrant(await grantPartner(context, input));
	}

	@Mutation(() => PartnerGrant, {
		description: "Takes a grant back at once. For HUB_ADMIN and PROGRAM_OFFICE.",
	})
	async revokeGrant(
		@Ctx() context: Context,
		@Arg("id", () => ID, { description: "The grant." }) id: string,
		@Arg("reason", () => String, { description: "Why, in a sentence; everybody reads it." })
		reason: string,
	) {
		return toGrant(await revokeGrant(context, id, reason));
	}
}
