import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { toPartner } from "../partner/present.ts";
import { Partner } from "../partner/type.ts";
import { setPartnerStatus } from "./suspend-partner.ts";

@Resolver()
export class PartnerStatusMutations {
	@Mutation(() => Partner, {
		description:
			"Suspends a partner at once: none of its subgraphs is served, and its keys are refused. For HUB_ADMIN.",
	})
	async suspendPartner(
		@Ctx() context: Context,
		@Arg("id", () => ID, { description: "The partner." }) id: string,
		@Arg("reason", () => String, { description: "Why, in a sentence; it is public." })
		reason: string,
	) {
		return toPartner(await setPartnerStatus(context, id, "SUSPENDED", reason), context.viewer);
	}

	@Mutation(() => Partner, {
		description: "Reinstates a suspended partner; its active versions are served again.",
	})
	async reinstatePartner(
		@Ctx() context: Context,
		@Arg("id", () => ID, { description: "The partner." }) id: string,
		@Arg("reason", () => String, { description: "Why, in a sentence; it is public." })
		reason: string,
	) {
		return toPartner(await setPartnerStatus(context, id, "ACTIVE", reason), context.viewer);
	}
}
