import type { Context } from "../context.ts";
import { toClosedQuarter, toQuarterReport } from "./present.ts";
import { closedQuarterById, quarterById } from "./queries.ts";
import type { ClosedQuarter, QuarterReport } from "./type.ts";

/** A reported quarter by its id, for its center and the program office; null for others. */
export async function quarterReportById(
	id: string,
	{ database, viewer }: Context,
): Promise<QuarterReport | null> {
	const row = await quarterById(database, viewer, id);
	return row ? toQuarterReport(row) : null;
}

/** A closed quarter by its id, for the program office; null for others. */
export async function networkQuarterById(
	id: string,
	{ database, viewer }: Context,
): Promise<ClosedQuarter | null> {
	const row = await closedQuarterById(database, viewer, id);
	return row ? toClosedQuarter(row) : null;
}
