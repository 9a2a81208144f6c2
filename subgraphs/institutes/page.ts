import type { GraphQLResolveInfo } from "graphql";
import { checkKnown, checkStates } from "../../shared/checks.ts";
import { type PageArgs, pageOf, pageRequest } from "../../shared/pagination/connection.ts";
import { selectedFields, selectedNodeFields } from "../../shared/subgraph/selection.ts";
import type { Context } from "./loaders.ts";
import { countIn, type Filter, pageFrom, type RowOf, rowsByIds, type Table } from "./queries.ts";

async function knownIds(context: Context, table: Table, ids: string[]): Promise<string[]> {
	return (await rowsByIds(context.database, table, ids, [])).map((row) => row.id);
}

/** One page of a table, by id. Unknown ids and malformed states of the filter are refused. */
export async function listOf<T extends Table, Node>(
	table: T,
	type: string,
	where: Filter,
	args: PageArgs,
	toType: (row: RowOf[T]) => Node,
	context: Context,
	info: GraphQLResolveInfo,
) {
	const page = pageRequest(table, 1, args);
	checkStates("where.states", where.states);
	if (where.ids)
		checkKnown("where.ids", type, where.ids, await knownIds(context, table, where.ids));
	if (where.instituteIds)
		checkKnown(
			"where.instituteIds",
			"Institute",
			where.instituteIds,
			await knownIds(context, "institutes", where.instituteIds),
		);
	const [rows, count] = await Promise.all([
		pageFrom(context.database, table, where, page, selectedNodeFields(info)),
		selectedFields(info).has("totalCount") ? countIn(context.database, table, where) : undefined,
	]);
	return pageOf(table, page, rows, (row) => [row.id], toType, count);
}
