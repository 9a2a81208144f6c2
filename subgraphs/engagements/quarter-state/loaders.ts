import { byId, groupBy } from "../../../shared/loader-results.ts";
import type { Context } from "../context.ts";
import type { QuarterRow } from "../database/record-rows.ts";
import type { ClosedQuarterRow } from "../database/release-rows.ts";
import { isInside } from "../policy.ts";
import { closedQuartersById } from "../quarter/queries.ts";
import { ordinalOf } from "../quarter/rules.ts";
import { latestRelease } from "../release/queries.ts";
import { askCenters } from "../remote/lists.ts";
import { type COUNTED, countByStatus, reportsOfQuarters, type StatusCount } from "./queries.ts";

/** The reports of each quarter, by its number. */
export const reportsLoader = ({ loader, database, viewer }: Context) =>
	loader<QuarterRow[]>(["reports of quarters"], async (keys) =>
		groupBy(keys, await reportsOfQuarters(database, viewer, keys.map(Number)), (row) =>
			String(ordinalOf({ fiscalYear: row.fiscal_year, quarter: row.quarter })),
		),
	);

/** How the program office closed each quarter, by the id of that. */
export const closingsLoader = ({ loader, database, viewer }: Context) =>
	loader<ClosedQuarterRow | null>(["closings of quarters"], async (ids) =>
		byId(ids, await closedQuartersById(database, viewer, ids)),
	);

/** How many engagements the centers have in each quarter, by its number. */
export const statusCountsLoader = (
	{ loader, database, viewer }: Context,
	statuses: keyof typeof COUNTED,
) =>
	loader<StatusCount[]>(["counts of quarters", statuses], async (keys) =>
		groupBy(keys, await countByStatus(database, viewer, statuses, keys.map(Number)), (row) =>
			String(row.ordinal),
		),
	);

/** The centers that the viewer belongs to: all of them for the program office. Read once a request. */
export const centersLoader = ({ loader, viewer, ask }: Context) =>
	loader<string[]>(["centers of the viewer"], async (keys) => {
		const centers = isInside(viewer, null)
			? (await askCenters(ask)).map(({ id }) => id)
			: "center" in viewer && isInside(viewer, viewer.center)
				? [viewer.center]
				: [];
		return keys.map(() => centers);
	});

/** The quarters that the newest release covers, as "2024-Q1". Read once a request. */
export const releasedLoader = ({ loader, database }: Context) =>
	loader<string[]>(["released quarters"], async (keys) => {
		const release = await latestRelease(database, "REPORTED_RECORDS");
		const periods: string[] = release ? JSON.parse(release.periods) : [];
		return keys.map(() => periods);
	});

/** The key of what is read once a request. */
export const ONCE = "once";
