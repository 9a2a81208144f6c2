import { Arg, Ctx, ID, Int, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { correctOutcome, reportOutcome, reviewOutcome, withdrawOutcome } from "./commands.ts";
import { CorrectOutcomeInput, ReportOutcomeInput } from "./input.ts";
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

	@Mutation(() => Outcome, {
		description:
			"Corrects the figures of a report of your center: of one that is SELF_REPORTED, an OUTLIER, or DISPUTED, which then is as if it were reported anew. Windows and bounds are checked again. Where client, window or engagements are wrong, withdraw it and report again.",
	})
	async correctOutcome(
		@Ctx() context: Context,
		@Arg("input", () => CorrectOutcomeInput, { description: "The figures as they should be." })
		input: CorrectOutcomeInput,
	) {
		return toOutcome(await correctOutcome(context, input));
	}

	@Mutation(() => Outcome, {
		description:
			"Withdraws a report of your center that is SELF_REPORTED, an OUTLIER or DISPUTED, for good. A manager withdraws one that was checked by `reviewOutcome`.",
	})
	async withdrawOutcome(
		@Ctx() context: Context,
		@Arg("id", () => ID, { description: "The outcome." }) id: string,
		@Arg("revision", () => Int, { description: "The revision that you saw." }) revision: number,
		@Arg("reason", () => String, { description: "Why." }) reason: string,
		@Arg("clientMutationId", () => ID, {
			nullable: true,
			description:
				"An idempotency key that the client chooses: the same key returns the first answer again.",
		})
		key?: string,
	) {
		return toOutcome(
			await withdrawOutcome(context, { id, revision, reason, clientMutationId: key }),
		);
	}
}
