import { byId, groupBy } from "../../../shared/loader-results.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import type { Context } from "../context.ts";
import type { PartialEngagementRow } from "../engagement/queries.ts";
import {
	type QuarterCounts,
	type QuarterGroup,
	quarterCounts,
	quarterEngagements,
} from "./queries.ts";

/** A page of one group of the engagements of each quarter. */
export const quarterEngagementsLoader = (
	{ loader, database, viewer }: Context,
	group: QuarterGroup,
	page: PageRequest,
	fields: Set<string>,
) =>
	loader<PartialEngagementRow[]>(["quarter", group, page, fields], async (ids) =>
		groupBy(
			ids,
			await quarterEngagements(database, viewer, group, ids, page, fields),
			(row) => row.parent,
		),
	);

/** How many engagements each quarter has. */
export const quarterCountsLoader = ({ loader, database, viewer }: Context) =>
	loader<QuarterCounts | null>(["quarter counts"], async (ids) =>
		byId(ids, await quarterCounts(database, viewer, ids)),
	);
