import type { Context } from "../context.ts";
import { toQuarterReport } from "./present.ts";
import { quarterById } from "./queries.ts";
import type { QuarterReport } from "./type.ts";

/** A reported quarter by its id, for its center and the program office; null for others. */
export async function quarterReportById(
	id: string,
	{ database, viewer }: Context,
): Promise<QuarterReport | null> {
	const row = await quarterById(database, viewer, id);
	return row ? toQuarterReport(row) : null;
}
