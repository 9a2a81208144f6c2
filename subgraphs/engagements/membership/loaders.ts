import { byId, countsOf, groupBy } from "../../../shared/loader-results.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import type { Context } from "../context.ts";
import type { MembershipRow } from "../database/rows.ts";
import { countMemberships, membershipPages, membershipsByIds, type Parent } from "./queries.ts";

export const membershipLoader = ({ loader, database, viewer }: Context) =>
	loader<MembershipRow | null>(["membership"], async (ids) =>
		byId(ids, await membershipsByIds(database, viewer, ids)),
	);

/** A page of the memberships of each manufacturer or institute. */
export const membershipPageLoader = (
	{ loader, database, viewer }: Context,
	column: Parent,
	page: PageRequest,
) =>
	loader<MembershipRow[]>(["memberships", column, page], async (ids) =>
		groupBy(ids, await membershipPages(database, viewer, column, ids, page), (row) => row.parent),
	);

/** How many memberships each manufacturer or institute has. */
export const membershipCountLoader = ({ loader, database, viewer }: Context, column: Parent) =>
	loader<number>(["membership count", column], async (ids) =>
		countsOf(ids, await countMemberships(database, viewer, column, ids)),
	);
