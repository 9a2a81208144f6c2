import type { GraphQLResolveInfo } from "graphql";
import { HubError } from "../../../shared/errors.ts";
import type { PageArgs } from "../../../shared/pagination/arguments.ts";
import { pageOf, pageRequest } from "../../../shared/pagination/connection.ts";
import { selectedFields, selectedNodeFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import type { ParentColumn } from "../engagement/queries.ts";
import type { ServiceKind } from "../enums.ts";
import type { EngagementWhere } from "../filter/engagement-where.ts";
import { traceScopeOf } from "../filter/resolve-scope.ts";
import type { Scope, Within } from "../filter/scope.ts";
import { idEnding, readTraceId } from "./id.ts";
import { traceCountLoader, traceLoader, tracePageLoader } from "./loaders.ts";
import { countTraces, type TraceRow, tracePage } from "./queries.ts";
import type { Trace } from "./type.ts";

const LIST = "traces";
const keyOf = (row: TraceRow) => [row.trace_id];

const WITHIN = {
	facility_id: "facilityIds",
	course_id: "courseIds",
	technology_id: "technologyIds",
} as const;

const isWithin = (column: ParentColumn): column is Within["column"] => column in WITHIN;

/** A scope narrowed to a facility, course or technology. */
function narrowed(scope: Scope, { column, id }: Within): Scope {
	const asked = scope[WITHIN[column]];
	return { ...scope, [WITHIN[column]]: asked ? asked.filter((one) => one === id) : [id] };
}

/** Row → API type; the id names manufacturer, kind, center and institute. `ending` is the suffix that names the filter. */
function toTrace(row: TraceRow, scope: Scope, ending: string, within?: Within): Trace {
	const [sme, kind, center, institute] = row.trace_id.split("~") as [
		string,
		ServiceKind,
		string,
		string,
	];
	return {
		id: `${row.trace_id}${ending}`,
		sme: { id: sme },
		kind,
		center: center ? { id: center } : null,
		institute: institute ? { id: institute } : null,
		engagementCount: Number(row.engagement_count),
		firstOn: row.first_on,
		lastOn: row.last_on,
		hours: row.hours,
		peopleTrained: row.people_trained,
		group: row.trace_id,
		scope,
		within,
	};
}

/** The trace with an id, with the filter in the id; null if there is none that the viewer sees. */
export async function traceById(id: string, context: Context, fields: Set<string>) {
	const read = readTraceId(id);
	if (!read) return null;
	const scope = await traceScopeOf(read.where as EngagementWhere, context).catch(notInput);
	const ending = scope && idEnding(scope);
	if (!scope || `${read.group}${ending}` !== id) return null;
	const row = await traceLoader(context, scope, fields).load(read.group);
	return row && toTrace(row, scope, ending as string);
}

/** An id with an invalid filter is not found, instead of an error. */
function notInput(error: unknown): undefined {
	if (!(error instanceof HubError) || error.extensions.code !== "BAD_USER_INPUT") throw error;
}

/** A page of all traces in a scope. */
export async function allTraces(
	scope: Scope,
	args: PageArgs,
	context: Context,
	info: GraphQLResolveInfo,
) {
	const page = pageRequest(LIST, 1, args, info);
	const [rows, count] = await Promise.all([
		tracePage(context.database, scope, page, selectedNodeFields(info)),
		selectedFields(info).has("totalCount") ? countTraces(context.database, scope) : undefined,
	]);
	const ending = idEnding(scope);
	return pageOf(LIST, page, rows, keyOf, (row) => toTrace(row, scope, ending), count);
}

/** A page of one parent's traces, read in one statement with the pages of other parents. */
export async function tracesOf(
	column: ParentColumn,
	parentId: string,
	scope: Scope,
	args: PageArgs,
	context: Context,
	info: GraphQLResolveInfo,
) {
	const page = pageRequest(LIST, 1, args, info);
	const [rows, count] = await Promise.all([
		tracePageLoader(context, column, scope, page, selectedNodeFields(info)).load(parentId),
		selectedFields(info).has("totalCount")
			? traceCountLoader(context, column, scope).load(parentId)
			: undefined,
	]);
	const within = isWithin(column) ? { column, id: parentId } : undefined;
	const ending = idEnding(within ? narrowed(scope, within) : scope);
	return pageOf(LIST, page, rows, keyOf, (row) => toTrace(row, scope, ending, within), count);
}
