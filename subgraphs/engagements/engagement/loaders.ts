import { byId, countsOf, groupBy } from "../../../shared/loader-results.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import type { Context } from "../context.ts";
import type { Scope } from "../filter/scope.ts";
import { readSmes } from "../sme/load.ts";
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

/** What is selected of the engagements of a list, and of their manufacturers. */
export type EngagementFields = { fields: Set<string>; smeFields: Set<string> };

/** A page of the engagements of each parent. */
export const engagementPageLoader = (
	context: Context,
	columns: ParentColumn[],
	scope: Scope,
	page: PageRequest,
	{ fields, smeFields }: EngagementFields,
) =>
	context.loader<PartialEngagementRow[]>(
		["engagements", ...columns, scope, page, fields, smeFields],
		async (ids) => {
			const { database } = context;
			const rows = await engagementPagesByParent(database, columns, ids, scope, page, fields);
			await readSmes(context, rows, smeFields);
			return groupBy(ids, rows, (row) => row.parent);
		},
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
