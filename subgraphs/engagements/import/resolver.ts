import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { importEngagements } from "./commands.ts";
import { ImportBatch, ImportEngagementsInput, ImportResult } from "./type.ts";
import { undoImport } from "./undo.ts";

@Resolver()
export class ImportMutations {
	@Mutation(() => ImportResult, {
		description:
			"Takes some rows of a CSV file; POST /imports/engagements takes the whole file. Field staff and managers: for their center. The program office: published cases of any center or institute, as PUBLIC. A row whose id was taken before changes nothing, or changes its engagement where it says something new.",
	})
	importEngagements(
		@Ctx() context: Context,
		@Arg("input", () => ImportEngagementsInput, { description: "The rows." })
		input: ImportEngagementsInput,
	) {
		return importEngagements(context, input);
	}

	@Mutation(() => ImportBatch, {
		description:
			"Undoes an import: what it created becomes void, what it changed is as before. What was changed, approved or reported since stays, and is listed with the reason. Field staff: their own imports.",
	})
	undoImport(
		@Ctx() context: Context,
		@Arg("id", () => ID, { description: "The batch." }) id: string,
		@Arg("reason", () => String, { description: "Why." }) reason: string,
	) {
		return undoImport(context, id, reason);
	}
}
