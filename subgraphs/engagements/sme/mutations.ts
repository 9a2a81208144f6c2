import { Arg, Ctx, ID, Int, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { amendSme, registerSme } from "./commands.ts";
import { AmendSmeInput, RegisterSmeInput, RegisterSmePayload } from "./input.ts";
import { mergeSmes, unmergeSme } from "./merge.ts";
import { toSme } from "./present.ts";
import { Sme } from "./type.ts";

const KEY = "A key of the client's own making: the same key gets the first answer again.";

@Resolver()
export class SmeMutations {
	@Mutation(() => RegisterSmePayload, {
		description:
			"Registers a manufacturer for the own center, confidential. Where others look like it, they are returned instead, until `createAnyway` says that they are others.",
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
			"Changes what is said of a manufacturer, with history. For the center that registered it, and for the program office.",
	})
	async amendSme(
		@Ctx() context: Context,
		@Arg("input", () => AmendSmeInput, { description: "What changes." })
		input: AmendSmeInput,
	) {
		return toSme(await amendSme(context, input));
	}

	@Mutation(() => Sme, {
		description:
			"Makes two manufacturers one. Reversible; the merged id still resolves. For managers, and for the program office where another center is concerned.",
	})
	async mergeSmes(
		@Ctx() context: Context,
		@Arg("keep", () => ID, { description: "The manufacturer that stays." }) keep: string,
		@Arg("merge", () => ID, { description: "The one that is merged into it." }) merge: string,
		@Arg("revision", () => Int, { description: "The revision you saw of the one that is merged." })
		revision: number,
		@Arg("reason", () => String, { description: "Why." }) reason: string,
		@Arg("clientMutationId", () => ID, { nullable: true, description: KEY }) key?: string,
	) {
		return toSme(
			await mergeSmes(context, { keep, merge, revision, reason, clientMutationId: key }),
		);
	}

	@Mutation(() => Sme, { description: "Undoes a merge." })
	async unmergeSme(
		@Ctx() context: Context,
		@Arg("id", () => ID, { description: "The manufacturer that had been merged." }) id: string,
		@Arg("reason", () => String, { description: "Why." }) reason: string,
		@Arg("revision", () => Int, {
			nullable: true,
			description: "The revision you saw of it, in `mergedManufacturers`.",
		})
		revision?: number,
		@Arg("clientMutationId", () => ID, { nullable: true, description: KEY }) key?: string,
	) {
		return toSme(await unmergeSme(context, { id, revision, reason, clientMutationId: key }));
	}
}
