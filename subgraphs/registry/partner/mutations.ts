import { Arg, Ctx, ID, Int, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { changePartner, registerPartner, setPartnerStatus } from "./commands.ts";
import { ChangePartnerInput, RegisterPartnerInput } from "./input.ts";
import { toPartner } from "./present.ts";
import { rotatePartnerKey } from "./rotate-key.ts";
import { Partner } from "./type.ts";

@Resolver()
export class PartnerMutations {
	@Mutation(() => Partner, {
		description: "Registers an organisation that is to publish subgraphs. For HUB_ADMIN.",
	})
	async registerPartner(
		@Ctx() context: Context,
		@Arg("input", () => RegisterPartnerInput, { description: "The organisation." })
		input: RegisterPartnerInput,
	) {
		return toPartner(await registerPartner(context, input), context.viewer);
	}

	@Mutation(() => Partner, {
		description: "Changes a partner's contacts, hosts, terms or bounds. For HUB_ADMIN.",
	})
	async changePartner(
		@Ctx() context: Context,
		@Arg("input", () => ChangePartnerInput, { description: "What is to change." })
		input: ChangePartnerInput,
	) {
		return toPartner(await changePartner(context, input), context.viewer);
	}

	@Mutation(() => Partner, {
		description:
			"Gives a partner a new key. Those before it are good for the overlap, then they end. By a proof of a current key, or for HUB_ADMIN where keys were lost.",
	})
	async rotatePartnerKey(
		@Ctx() context: Context,
		@Arg("partnerId", () => ID, { description: "The partner." }) partnerId: string,
		@Arg("key", () => String, { description: "The new public JSON Web Key, as JSON text." })
		key: string,
		@Arg("overlapHours", () => Int, {
			defaultValue: 24,
			description: "How long the keys before are still good; 0 ends them at once.",
		})
		overlapHours: number,
		@Arg("proof", () => String, {
			nullable: true,
			description: "Compact JWS by a current key of the partner.",
		})
		proof?: string,
	) {
		const row = await rotatePartnerKey(context, { partnerId, key, overlapHours, proof });
		return toPartner(row, context.viewer);
	}

	@Mutation(() => Partner, {
		description:
			"Suspends a partner at once: nothing of it is served, and its keys change nothing. For HUB_ADMIN.",
	})
	async suspendPartner(
		@Ctx() context: Context,
		@Arg("id", () => ID, { description: "The partner." }) id: string,
		@Arg("reason", () => String, { description: "Why, in a sentence; everybody reads it." })
		reason: string,
	) {
		return toPartner(await setPartnerStatus(context, id, "SUSPENDED", reason), context.viewer);
	}

	@Mutation(() => Partner, {
		description: "Lets a suspended partner back in; what it had active is served again.",
	})
	async reinstatePartner(
		@Ctx() context: Context,
		@Arg("id", () => ID, { description: "The partner." }) id: string,
		@Arg("reason", () => String, { description: "Why, in a sentence; everybody reads it." })
		reason: string,
	) {
		return toPartner(await setPartnerStatus(context, id, "ACTIVE", reason), context.viewer);
	}
}
