import type { GraphQLResolveInfo } from "graphql";
import { checkKnown, checkSearch, checkStates } from "../../shared/input-checks.ts";
import type { PageArgs } from "../../shared/pagination/arguments.ts";
import { pageOf, pageRequest } from "../../shared/pagination/connection.ts";
import { selectedFields, selectedNodeFields } from "../../shared/subgraph/selection.ts";
import type { Context } from "./loaders.ts";
import { countIn, type Filter, pageFrom, type RowOf, rowsByIds, type Table } from "./queries.ts";

async function knownIds(context: Context, table: Table, ids: string[]): Promise<string[]> {
	return (await rowsByIds(context.database, table, ids, [])).map((row) => row.id);
}

/** Throws BAD_USER_INPUT naming the first id that no institute has. */
export async function checkInstitutes(
	context: Context,
	argument: string,
	ids: string[] | null | undefined,
): Promise<void> {
	if (ids) checkKnown(argument, "Institute", ids, await knownIds(context, "institutes", ids));
}

/** Throws BAD_USER_INPUT naming the first id that no network has; names are no ids. */
export async function checkNetworks(
	context: Context,
	argument: string,
	ids: string[] | null | undefined,
): Promise<void> {
	if (!ids) return;
	const networks = await context.loaders.networks().load("all");
	checkKnown(
		argument,
		"Network",
		ids,
		networks.map(({ id }) => id),
	);
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
	const page = pageRequest(table, 1, args, info);
	checkStates("where.states", where.states);
	checkSearch("search", where.search);
	if (where.ids)
		checkKnown("where.ids", type, where.ids, await knownIds(context, table, where.ids));
	await checkInstitutes(context, "where.instituteIds", where.instituteIds);
	await checkNetworks(context, "where.networkIds", where.networkIds);
	const [rows, count] = await Promise.all([
		pageFrom(context.database, table, where, page, selectedNodeFields(info)),
		selectedFields(info).has("totalCount") ? countIn(context.database, table, where) : undefined,
	]);
	return pageOf(table, page, rows, (row) => [row.id], toType, count);
}
