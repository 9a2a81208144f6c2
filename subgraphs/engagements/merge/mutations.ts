import { Arg, Ctx, ID, Int, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { toSme } from "../sme/present.ts";
import { Sme } from "../sme/type.ts";
import { mergeSmes, unmergeSme } from "./commands.ts";

const KEY =
	"An idempotency key that the client chooses: the same key returns the first answer again.";

@Resolver()
export class MergeMutations {
	@Mutation(() => Sme, {
		description:
			"Merges one manufacturer into another, whose name, place and identifiers stay as they are; services, outcomes and memberships move to it. Reversible; the merged id still resolves. For managers, and for the program office if another center is involved. Two that were marked distinct cannot be merged.",
	})
	async mergeSmes(
		@Ctx() context: Context,
		@Arg("keep", () => ID, { description: "The manufacturer that stays." }) keep: string,
		@Arg("merge", () => ID, { description: "The one that is merged into it." }) merge: string,
		@Arg("revision", () => Int, { description: "The revision you saw of the one that is merged." })
		revision: number,
		@Arg("reason", () => String, { description: "Why." }) reason: string,
		@Arg("clientMutationId", () => ID, { nullable: true, description: KEY }) key?: string,
		@Arg("keepRevision", () => Int, {
			nullable: true,
			description:
				"The revision you saw of the one that stays; if it was changed since, nothing is merged.",
		})
		keepRevision?: number,
	) {
		const input = { keep, merge, revision, keepRevision, reason, clientMutationId: key };
		return toSme(await mergeSmes(context, input));
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
