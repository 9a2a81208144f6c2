import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { badInput, type HubError } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import type { NamedTransition } from "./apply-transition.ts";
import { transitionEngagements } from "./commands.ts";
import { toEngagement } from "./present.ts";
import { Engagement } from "./type.ts";

/** Records a mutation may change at once. */
export const MOST = 200;

@InputType({
	description:
		"A record and the revision of it that you saw; where it needs a reason of its own, with that.",
})
export class SeenRecordInput {
	@Field(() => ID, { description: "The record." })
	id: string;
	@Field(() => Int, { description: "The revision that you saw." })
	revision: number;
	@Field(() => String, {
		nullable: true,
		description: "Why, for this record; where left out, the reason for all of them counts.",
	})
	reason?: string | null;
	@Field(() => String, {
		nullable: true,
		description:
			"Where it is returned: the field that the reason is about, as mutations name it, for example hours.",
	})
	about?: string | null;
}

@ObjectType({ simpleResolvers: true, description: "Why one of several records was not changed." })
export class RecordRefusal {
	@Field(() => String, { description: "Code of the error, for example CONFLICT." })
	code: string;
	@Field(() => String, { description: "What is wrong and how to fix it." })
	message: string;
	@Field(() => Engagement, {
		nullable: true,
		description: "CONFLICT: the engagement as it is now.",
	})
	current?: Engagement | null;
}

@ObjectType({ simpleResolvers: true, description: "The result for one of several engagements." })
class EngagementAnswer {
	@Field(() => ID, { description: "The engagement's id, as sent in the request." })
	engagementId: string;
	@Field(() => Engagement, { nullable: true, description: "The engagement as it is now." })
	engagement?: Engagement | null;
	@Field(() => RecordRefusal, { nullable: true, description: "Why it was not changed." })
	refusal?: RecordRefusal | null;
}

const RECORDS = { description: "The engagements, up to 200, each with the revision you saw." };
const KEY = {
	nullable: true,
	description:
		"An idempotency key that the client chooses: sent again, each change returns its first answer.",
};

/** The engagement as it is now, where the error tells it. */
const currentIn = ({ extensions }: HubError) => extensions.current as Engagement | undefined;

async function moveAll(
	context: Context,
	transition: NamedTransition,
	records: SeenRecordInput[],
	more: Parameters<typeof transitionEngagements>[3],
): Promise<EngagementAnswer[]> {
	if (records.length === 0 || records.length > MOST)
		throw badInput("records", `${records.length} records; 1 to ${MOST} at a time`);
	return (await transitionEngagements(context, transition, records, more)).map(
		({ id, row, error }) => ({
			engagementId: id,
			engagement: row && toEngagement(row),
			refusal: error && {
				code: String(error.extensions.code),
				message: error.message,
				current: currentIn(error),
			},
		}),
	);
}

@Resolver()
export class EngagementBatchMutations {
	@Mutation(() => [EngagementAnswer], {
		description: "Submits several drafts to the center's manager; an answer for each.",
	})
	submitEngagements(
		@Ctx() context: Context,
		@Arg("records", () => [SeenRecordInput], RECORDS) records: SeenRecordInput[],
		@Arg("clientMutationId", () => ID, KEY) clientMutationId?: string,
	) {
		return moveAll(context, "submit", records, { clientMutationId });
	}

	@Mutation(() => [EngagementAnswer], {
		description: "Approves several submitted engagements; an answer for each. For managers.",
	})
	approveEngagements(
		@Ctx() context: Context,
		@Arg("records", () => [SeenRecordInput], RECORDS) records: SeenRecordInput[],
		@Arg("reason", () => String, {
			nullable: true,
			description: "Why; needed for engagements that are late and have no reason of their own.",
		})
		reason?: string,
		@Arg("clientMutationId", () => ID, KEY) clientMutationId?: string,
	) {
		return moveAll(context, "approve", records, { reason, clientMutationId });
	}

	@Mutation(() => [EngagementAnswer], {
		description: "Sends several engagements back to field staff; an answer for each.",
	})
	returnEngagements(
		@Ctx() context: Context,
		@Arg("records", () => [SeenRecordInput], RECORDS) records: SeenRecordInput[],
		@Arg("reason", () => String, {
			nullable: true,
			description: "What is to be corrected in all that have no reason of their own.",
		})
		reason?: string,
		@Arg("about", () => String, {
			nullable: true,
			description:
				"The field that the reason for all is about, as mutations name it, for example hours.",
		})
		about?: string,
		@Arg("clientMutationId", () => ID, KEY) clientMutationId?: string,
	) {
		return moveAll(context, "return", records, { reason, about, clientMutationId });
	}

	@Mutation(() => [EngagementAnswer], {
		description: "Voids several engagements; an answer for each.",
	})
	voidEngagements(
		@Ctx() context: Context,
		@Arg("records", () => [SeenRecordInput], RECORDS) records: SeenRecordInput[],
		@Arg("reason", () => String, { description: "Why." }) reason: string,
		@Arg("clientMutationId", () => ID, KEY) clientMutationId?: string,
	) {
		return moveAll(context, "void", records, { reason, clientMutationId });
	}
}
