import { Arg, Ctx, ID, Int, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { reportOutcome, reviewOutcome } from "./commands.ts";
import { ReportOutcomeInput } from "./input.ts";
import { toOutcome } from "./present.ts";
import { Outcome, Verification } from "./type.ts";

@Resolver()
export class OutcomeMutations {
	@Mutation(() => Outcome, {
		description:
			"Saves what a client reports. A figure beyond 1,000,000 USD an employee (50,000,000 USD where their number is not known), or beyond two jobs an employee (at least 10; 500 where not known), makes it an OUTLIER, which totals exclude until it is reviewed.",
	})
	async reportOutcome(
		@Ctx() context: Context,
		@Arg("input", () => ReportOutcomeInput, { description: "What the client reports." })
		input: ReportOutcomeInput,
	) {
		return toOutcome(await reportOutcome(context, input));
	}

	@Mutation(() => Outcome, {
		description:
			"Sets the verification of an outcome. A center's manager: CENTER_CHECKED or WITHDRAWN; the program office: anything.",
	})
	async reviewOutcome(
		@Ctx() context: Context,
		@Arg("id", () => ID, { description: "The outcome." }) id: string,
		@Arg("revision", () => Int, { description: "The revision that you saw." }) revision: number,
		@Arg("verification", () => Verification, { description: "What it becomes." })
		verification: Verification,
		@Arg("reason", () => String, { description: "Why." }) reason: string,
		@Arg("clientMutationId", () => ID, {
			nullable: true,
			description:
				"An idempotency key that the client chooses: the same key returns the first answer again.",
		})
		key?: string,
	) {
		return toOutcome(
			await reviewOutcome(context, { id, revision, verification, reason, clientMutationId: key }),
		);
	}
}
