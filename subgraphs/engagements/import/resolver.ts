import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from "type-graphql";
import { type PageArgs, pageArgs } from "../../../shared/pagination/arguments.ts";
import { connectionOf, pageOf, pageRequest } from "../../../shared/pagination/connection.ts";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { importEngagements } from "./commands.ts";
import { toBatch, toFailedRow } from "./present.ts";
import { batchPage, countBatches, countFailedRows, failedRowPage } from "./queries.ts";
import {
	ImportBatch,
	ImportEngagementsInput,
	ImportFailedRow,
	ImportResult,
	UndoImportPayload,
} from "./type.ts";
import { undoImport } from "./undo.ts";
import { ImportBatchWhere, readBatchFilter } from "./where.ts";

const ImportBatchConnection = connectionOf("ImportBatch", () => ImportBatch);
const ImportFailedRowConnection = connectionOf("ImportFailedRow", () => ImportFailedRow);
const LIST = "import batches";
const FAILED = "failed rows of an import";

@Resolver()
export class ImportResolver {
	@Query(() => ImportBatchConnection, {
		description:
			"Imports, newest first: those of your center for its staff, all for the program office, none for others.",
	})
	async importBatches(
		@Ctx() { database, viewer }: Context,
		@Info() info: GraphQLResolveInfo,
		@Args(pageArgs(50)) args: PageArgs,
		@Arg("where", () => ImportBatchWhere, { nullable: true, description: "Which ones." })
		where?: ImportBatchWhere,
	) {
		const page = pageRequest(LIST, 2, args, info);
		const filter = readBatchFilter(where);
		const [rows, count] = await Promise.all([
			batchPage(database, viewer, filter, page),
			selectedFields(info).has("totalCount") ? countBatches(database, viewer, filter) : undefined,
		]);
		return pageOf(LIST, page, rows, (row) => [row.started_at, row.id], toBatch, count);
	}

	@Query(() => ImportFailedRowConnection, {
		description:
			"The rows of an import that were not imported, in the order of the file, for 30 days: those of numbered parts (`part`). For the center's staff and the program office; empty for others.",
	})
	async importFailedRows(
		@Ctx() { database, viewer }: Context,
		@Info() info: GraphQLResolveInfo,
		@Arg("batchId", () => ID, { description: "The import." }) batchId: string,
		@Args(pageArgs(50)) args: PageArgs,
	) {
		const page = pageRequest(FAILED, 2, args, info);
		const [rows, count] = await Promise.all([
			failedRowPage(database, viewer, batchId, page),
			selectedFields(info).has("totalCount")
				? countFailedRows(database, viewer, batchId)
				: undefined,
		]);
		return pageOf(FAILED, page, rows, (row) => [row.line, row.id], toFailedRow, count);
	}

	@Mutation(() => ImportResult, {
		description:
			"Imports some rows of a CSV file; POST /imports/engagements imports a whole file. Field staff and managers: for their center. The program office: published cases of any center or institute, as PUBLIC. A row with the id of an earlier row updates its engagement, or changes nothing if it is the same.",
	})
	importEngagements(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Arg("input", () => ImportEngagementsInput, { description: "The rows." })
		input: ImportEngagementsInput,
	) {
		return importEngagements(context, input, selectedFields(info));
	}

	@Mutation(() => UndoImportPayload, {
		description:
			"Undoes an import: engagements it created become void, changes are reverted. Records that were changed, approved or reported since stay as they are and are listed with the reason. Field staff: their own imports.",
	})
	undoImport(
		@Ctx() context: Context,
		@Arg("id", () => ID, { description: "The batch." }) id: string,
		@Arg("reason", () => String, { description: "Why." }) reason: string,
	) {
		return undoImport(context, id, reason);
	}
}
