import { byId, countsOf, groupBy } from "../../../shared/loader-results.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import type { Context } from "../context.ts";
import type { ParentColumn } from "../engagement/queries.ts";
import type { Scope } from "../filter/scope.ts";
import {
	countTracesByParent,
	type TraceRow,
	tracePagesByParent,
	tracesByGroup,
} from "./queries.ts";

/** Traces by the id that their engagements have in common. */
export const traceLoader = ({ loader, database }: Context, scope: Scope, fields: Set<string>) =>
	loader<TraceRow | null>(["trace", scope, fields], async (groups) =>
		byId(groups, await tracesByGroup(database, scope, groups, fields), (row) => row.trace_id),
	);

/** A page of the traces of each parent. */
export const tracePageLoader = (
	{ loader, database }: Context,
	column: ParentColumn,
	scope: Scope,
	page: PageRequest,
	fields: Set<string>,
) =>
	loader<TraceRow[]>(["traces", column, scope, page, fields], async (ids) =>
		groupBy(
			ids,
			await tracePagesByParent(database, column, ids, scope, page, fields),
			(row) => row.parent,
		),
	);

/** How many traces each parent has. */
export const traceCountLoader = (
	{ loader, database }: Context,
	column: ParentColumn,
	scope: Scope,
) =>
	loader<number>(["trace count", column, scope], async (ids) =>
		countsOf(ids, await countTracesByParent(database, column, ids, scope)),
	);
