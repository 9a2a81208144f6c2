import { Arg, Ctx, ID, Int, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { amendEngagement, logEngagement, transitionEngagement } from "./commands.ts";
import { AmendEngagementInput, LogEngagementInput } from "./input.ts";
import { toEngagement } from "./present.ts";
import { Engagement } from "./type.ts";

const ID_OF = "The engagement.";
const REVISION = "The revision that you saw; CONFLICT if the record has changed since.";
const KEY =
	"An idempotency key that the client chooses: the same key returns the first answer again.";

const ABOUT = "The field that the reason is about, as the mutations name it, for example hours.";

@Resolver()
export class EngagementMutations {
	@Mutation(() => Engagement, {
		description: "Logs an engagement of your center as a draft. For field staff and managers.",
	})
	async logEngagement(
		@Ctx() context: Context,
		@Arg("input", () => LogEngagementInput, { description: "What was done." })
		input: LogEngagementInput,
	) {
		return toEngagement(await logEngagement(context, input));
	}

	@Mutation(() => Engagement, {
		description:
			"Changes an engagement. Field staff: drafts and returned ones. Managers: approved ones too. The program office: reported ones, which become AMENDED.",
	})
	async amendEngagement(
		@Ctx() context: Context,
		@Arg("input", () => AmendEngagementInput, { description: "What changes." })
		input: AmendEngagementInput,
	) {
		return toEngagement(await amendEngagement(context, input));
	}

	@Mutation(() => Engagement, { description: "Submits a draft to the center's manager." })
	async submitEngagement(
		@Ctx() context: Context,
		@Arg("id", () => ID, { description: ID_OF }) id: string,
		@Arg("revision", () => Int, { description: REVISION }) revision: number,
		@Arg("clientMutationId", () => ID, { nullable: true, description: KEY }) key?: string,
	) {
		return toEngagement(
			await transitionEngagement(context, "submit", { id, revision, clientMutationId: key }),
		);
	}

	@Mutation(() => Engagement, { description: "Sends an engagement back to field staff." })
	async returnEngagement(
		@Ctx() context: Context,
		@Arg("id", () => ID, { description: ID_OF }) id: string,
		@Arg("revision", () => Int, { description: REVISION }) revision: number,
		@Arg("reason", () => String, { description: "What is to be corrected." }) reason: string,
		@Arg("about", () => String, { nullable: true, description: ABOUT }) about?: string,
		@Arg("clientMutationId", () => ID, { nullable: true, description: KEY }) key?: string,
	) {
		return toEngagement(
			await transitionEngagement(context, "return", {
				id,
				revision,
				reason,
				about,
				clientMutationId: key,
			}),
		);
	}

	@Mutation(() => Engagement, {
		description:
			"Approves a submitted engagement. For managers. One that is late becomes an amendment of its reported quarter, which needs a reason.",
	})
	async approveEngagement(
		@Ctx() context: Context,
		@Arg("id", () => ID, { description: ID_OF }) id: string,
		@Arg("revision", () => Int, { description: REVISION }) revision: number,
		@Arg("reason", () => String, {
			nullable: true,
			description: "Why; needed for an engagement that is late.",
		})
		reason?: string,
		@Arg("clientMutationId", () => ID, { nullable: true, description: KEY }) key?: string,
	) {
		return toEngagement(
			await transitionEngagement(context, "approve", {
				id,
				revision,
				reason,
				clientMutationId: key,
			}),
		);
	}

	@Mutation(() => Engagement, {
		description: "Withdraws a submission before the manager decides: it becomes a draft again.",
	})
	async withdrawSubmission(
		@Ctx() context: Context,
		@Arg("id", () => ID, { description: ID_OF }) id: string,
		@Arg("revision", () => Int, { description: REVISION }) revision: number,
		@Arg("clientMutationId", () => ID, { nullable: true, description: KEY }) key?: string,
	) {
		return toEngagement(
			await transitionEngagement(context, "withdraw", { id, revision, clientMutationId: key }),
		);
	}

	@Mutation(() => Engagement, {
		description:
			"Discards your own draft or returned engagement: it becomes void and stays in the history.",
	})
	async discardDraft(
		@Ctx() context: Context,
		@Arg("id", () => ID, { description: ID_OF }) id: string,
		@Arg("revision", () => Int, { description: REVISION }) revision: number,
		@Arg("reason", () => String, { nullable: true, description: "Why." }) reason?: string,
		@Arg("clientMutationId", () => ID, { nullable: true, description: KEY }) key?: string,
	) {
		return toEngagement(
			await transitionEngagement(context, "discard", {
				id,
				revision,
				reason,
				clientMutationId: key,
			}),
		);
	}

	@Mutation(() => Engagement, {
		description:
			"Voids an engagement; nothing is deleted. For managers, and for the program office once it was reported.",
	})
	async voidEngagement(
		@Ctx() context: Context,
		@Arg("id", () => ID, { description: ID_OF }) id: string,
		@Arg("revision", () => Int, { description: REVISION }) revision: number,
		@Arg("reason", () => String, { description: "Why." }) reason: string,
		@Arg("clientMutationId", () => ID, { nullable: true, description: KEY }) key?: string,
	) {
		return toEngagement(
			await transitionEngagement(context, "void", { id, revision, reason, clientMutationId: key }),
		);
	}
}
