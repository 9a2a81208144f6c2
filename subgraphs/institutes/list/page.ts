import type { GraphQLResolveInfo } from "graphql";
import type { Sql } from "sql-template-tag";
import type { PageArgs } from "../../../shared/pagination/arguments.ts";
import { pageOf, pageRequest } from "../../../shared/pagination/connection.ts";
import { selectedFields, selectedNodeFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { countIn, pageFrom } from "./queries.ts";
import type { ListedTable } from "./table.ts";

/** One page of a table, by id; `conditions` are made once the page's arguments are checked. */
export async function listOf<Row extends { id: string }, Node>(
	table: ListedTable<Row>,
	args: PageArgs,
	conditionsOf: () => Promise<Sql[]>,
	toType: (row: Row) => Node,
	{ database }: Context,
	info: GraphQLResolveInfo,
) {
	const page = pageRequest(table.name, 1, args, info);
	const conditions = await conditionsOf();
	const [rows, count] = await Promise.all([
		pageFrom(database, table, conditions, page, selectedNodeFields(info)),
		selectedFields(info).has("totalCount") ? countIn(database, table, conditions) : undefined,
	]);
	return pageOf(table.name, page, rows, (row) => [row.id], toType, count);
}
