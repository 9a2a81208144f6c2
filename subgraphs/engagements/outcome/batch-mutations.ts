import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from "type-graphql";
import { badInput } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import { MOST, RecordRefusal, SeenRecordInput } from "../engagement/batch-mutations.ts";
import { reviewOutcomes } from "./commands.ts";
import { toOutcome } from "./present.ts";
import { Outcome, Verification } from "./type.ts";

@ObjectType({ simpleResolvers: true, description: "The result for one of several outcomes." })
class OutcomeAnswer {
	@Field(() => ID, { description: "The outcome's id, as sent in the request." })
	outcomeId: string;
	@Field(() => Outcome, { nullable: true, description: "The outcome as it is now." })
	outcome?: Outcome | null;
	@Field(() => RecordRefusal, { nullable: true, description: "Why it was not changed." })
	refusal?: RecordRefusal | null;
}

@Resolver()
export class OutcomeBatchMutations {
	@Mutation(() => [OutcomeAnswer], {
		description:
			"Sets the verification of several outcomes, as `reviewOutcome` does for one; an answer for each.",
	})
	async reviewOutcomes(
		@Ctx() context: Context,
		@Arg("records", () => [SeenRecordInput], {
			description: "The outcomes, up to 200, each with the revision you saw.",
		})
		records: SeenRecordInput[],
		@Arg("verification", () => Verification, { description: "What they become." })
		verification: Verification,
		@Arg("reason", () => String, { description: "Why." }) reason: string,
		@Arg("clientMutationId", () => ID, {
			nullable: true,
			description:
				"An idempotency key that the client chooses: sent again, each change returns its first answer.",
		})
		clientMutationId?: string,
	) {
		if (records.length === 0 || records.length > MOST)
			throw badInput("records", `${records.length} records; 1 to ${MOST} at a time`);
		const review = { verification, reason, clientMutationId };
		return (await reviewOutcomes(context, records, review)).map(({ id, row, error }) => ({
			outcomeId: id,
			outcome: row && toOutcome(row),
			refusal: error && { code: String(error.extensions.code), message: error.message },
		}));
	}
}
