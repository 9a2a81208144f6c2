import type { GraphQLResolveInfo } from "graphql";
import { type PageArgs, pageOf, pageRequest } from "../../../shared/pagination/connection.ts";
import { selectedFields, selectedNodeFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import type { ParentColumn } from "../engagement/queries.ts";
import type { ServiceKind } from "../engagement/type.ts";
import { countTraces, type TraceRow, tracePage } from "./queries.ts";
import type { Trace } from "./type.ts";
import type { Scope } from "./where.ts";

const LIST = "traces";
const keyOf = (row: TraceRow) => [row.trace_id];

/** Row → API type; the id itself names manufacturer, kind, center and institute. */
function toTrace(row: TraceRow, scope: Scope): Trace {
	const [sme, kind, center, institute] = row.trace_id.split("~") as [
		string,
		ServiceKind,
		string,
		string,
	];
	return {
		id: row.trace_id,
		sme: { id: sme },
		kind,
		center: center ? { id: center } : null,
		institute: institute ? { id: institute } : null,
		engagementCount: Number(row.engagement_count),
		firstOn: row.first_on,
		lastOn: row.last_on,
		hours: row.hours,
		peopleTrained: row.people_trained,
		scope,
	};
}

/** The list of all traces in a scope. */
export async function allTraces(
	scope: Scope,
	args: PageArgs,
	context: Context,
	info: GraphQLResolveInfo,
) {
	const page = pageRequest(LIST, 1, args);
	const [rows, count] = await Promise.all([
		tracePage(context.database, scope, page, selectedNodeFields(info)),
		selectedFields(info).has("totalCount") ? countTraces(context.database, scope) : undefined,
	]);
	return pageOf(LIST, page, rows, keyOf, (row) => toTrace(row, scope), count);
}

/** The list of one parent's traces, read together with its siblings' lists. */
export async function tracesOf(
	column: ParentColumn,
	parentId: string,
	scope: Scope,
	args: PageArgs,
	context: Context,
	info: GraphQLResolveInfo,
) {
	const page = pageRequest(LIST, 1, args);
	const [rows, count] = await Promise.all([
		context.loaders.tracePage(column, scope, page, selectedNodeFields(info)).load(parentId),
		selectedFields(info).has("totalCount")
			? context.loaders.traceCount(column, scope).load(parentId)
			: undefined,
	]);
	return pageOf(LIST, page, rows, keyOf, (row) => toTrace(row, scope), count);
}
