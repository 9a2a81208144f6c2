import type { GraphQLResolveInfo } from "graphql";
import type { PageArgs } from "../../../shared/pagination/arguments.ts";
import { pageOf, pageRequest } from "../../../shared/pagination/connection.ts";
import { selectedFields, selectedNodeFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import type { Scope, Within } from "../filter/scope.ts";
import { readSmes } from "../sme/load.ts";
import { type EngagementFields, engagementCountLoader, engagementPageLoader } from "./loaders.ts";
import { toEngagement } from "./present.ts";
import {
	countEngagements,
	type EngagementOrder,
	engagementPage,
	keyOfPair,
	type ParentColumn,
	type PartialEngagementRow,
} from "./queries.ts";

const keyOf = (row: PartialEngagementRow) => [row.started_first, row.id];

const selectedOf = (info: GraphQLResolveInfo): EngagementFields => ({
	fields: selectedNodeFields(info),
	smeFields: selectedFields(info, "nodes.sme", "edges.node.sme"),
});

/** A page of all engagements in a scope. */
export async function allEngagements(
	scope: Scope,
	order: EngagementOrder,
	args: PageArgs,
	context: Context,
	info: GraphQLResolveInfo,
) {
	const list = `engagements ${order}`;
	const page = pageRequest(list, 2, args, info);
	const { fields, smeFields } = selectedOf(info);
	const [rows, count] = await Promise.all([
		engagementPage(context.database, scope, order, page, fields),
		selectedFields(info).has("totalCount") ? countEngagements(context.database, scope) : undefined,
	]);
	await readSmes(context, rows, smeFields);
	return pageOf(list, page, rows, keyOf, toEngagement, count);
}

/**
 * A page of one parent's engagements, read in one statement with the pages of other parents: all of them, or those of a
 * facility, course or technology.
 */
export async function engagementsOf(
	column: ParentColumn,
	parentId: string,
	scope: Scope,
	args: PageArgs,
	context: Context,
	info: GraphQLResolveInfo,
	within?: Within,
) {
	const columns = within ? [column, within.column] : [column];
	const key = within ? keyOfPair(parentId, within.id) : parentId;
	const list = "engagements STARTED_ON_DESC";
	const page = pageRequest(list, 2, args, info);
	const [rows, count] = await Promise.all([
		engagementPageLoader(context, columns, scope, page, selectedOf(info)).load(key),
		selectedFields(info).has("totalCount")
			? engagementCountLoader(context, columns, scope).load(key)
			: undefined,
	]);
	return pageOf(list, page, rows, keyOf, toEngagement, count);
}
