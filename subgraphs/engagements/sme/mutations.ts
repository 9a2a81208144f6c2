import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { amendSme, registerSme } from "./commands.ts";
import { AmendSmeInput, RegisterSmeInput, RegisterSmePayload } from "./input.ts";
import { toSme } from "./present.ts";
import { Sme } from "./type.ts";

@Resolver()
export class SmeMutations {
	@Mutation(() => RegisterSmePayload, {
		description:
			"Registers a manufacturer for your center, confidential. Likely duplicates are returned instead, unless `createAnyway` is set.",
	})
	async registerSme(
		@Ctx() context: Context,
		@Arg("input", () => RegisterSmeInput, { description: "The manufacturer." })
		input: RegisterSmeInput,
	) {
		const { sme, duplicates } = await registerSme(context, input);
		return {
			sme: sme && toSme(sme),
			duplicates: duplicates.map((found) => ({ ...found, sme: toSme(found.sme) })),
		};
	}

	@Mutation(() => Sme, {
		description:
			"Changes a manufacturer, with history. For the center that registered it, and for the program office.",
	})
	async amendSme(
		@Ctx() context: Context,
		@Arg("input", () => AmendSmeInput, { description: "What changes." })
		input: AmendSmeInput,
	) {
		return toSme(await amendSme(context, input));
	}
}
