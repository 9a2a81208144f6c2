import { Arg, Ctx, ID, Int, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { changePartner } from "./change-partner.ts";
import { ChangePartnerInput, RegisterPartnerInput } from "./input.ts";
import { toPartner } from "./present.ts";
import { registerPartner } from "./register-partner.ts";
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
			"Gives a partner a new key. Earlier keys stay valid for the overlap, then expire. By a proof of a current key, or for HUB_ADMIN where keys were lost.",
	})
	async rotatePartnerKey(
		@Ctx() context: Context,
		@Arg("partnerId", () => ID, { description: "The partner." }) partnerId: string,
		@Arg("key", () => String, { description: "The new public JSON Web Key, as JSON text." })
		key: string,
		@Arg("overlapHours", () => Int, {
			defaultValue: 24,
			description: "Hours that earlier keys stay valid; 0 ends them at once.",
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
}
