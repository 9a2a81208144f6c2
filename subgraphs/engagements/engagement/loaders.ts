import { byId, countsOf, groupBy } from "../../../shared/loader-results.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import type { Context } from "../context.ts";
import type { Scope } from "../filter/scope.ts";
import {
	countEngagementsByParent,
	duplicatesOf,
	engagementPagesByParent,
	engagementsByIds,
	type ParentColumn,
	type PartialEngagementRow,
} from "./queries.ts";

/** Engagements by id, with the columns of some fields. */
export const engagementLoader = ({ loader, database, viewer }: Context, fields: Set<string>) =>
	loader<PartialEngagementRow | null>(["engagement", fields], async (ids) =>
		byId(ids, await engagementsByIds(database, viewer, ids, fields)),
	);

/** The ids of the likely duplicates of each engagement. */
export const duplicatesLoader = ({ loader, database, viewer }: Context) =>
	loader<Array<{ id: string }>>(["likely duplicates"], async (ids) =>
		groupBy(ids, await duplicatesOf(database, viewer, ids), (row) => row.twin_of),
	);

/** A page of the engagements of each parent. */
export const engagementPageLoader = (
	{ loader, database }: Context,
	columns: ParentColumn[],
	scope: Scope,
	page: PageRequest,
	fields: Set<string>,
) =>
	loader<PartialEngagementRow[]>(["engagements", ...columns, scope, page, fields], async (ids) =>
		groupBy(
			ids,
			await engagementPagesByParent(database, columns, ids, scope, page, fields),
			(row) => row.parent,
		),
	);

/** How many engagements each parent has. */
export const engagementCountLoader = (
	{ loader, database }: Context,
	columns: ParentColumn[],
	scope: Scope,
) =>
	loader<number>(["engagement count", ...columns, scope], async (ids) =>
		countsOf(ids, await countEngagementsByParent(database, columns, ids, scope)),
	);
