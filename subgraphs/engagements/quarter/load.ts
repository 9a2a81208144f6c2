import type { Context } from "../context.ts";
import { isInside } from "../policy.ts";
import { toQuarterReport } from "./present.ts";
import { quarterRow } from "./queries.ts";
import type { QuarterReport } from "./type.ts";

/** A reported quarter by its id, for its center and the program office; null for others. */
export async function quarterById(
	id: string,
	{ database, viewer }: Context,
): Promise<QuarterReport | null> {
	const row = await quarterRow(database, id);
	return row && isInside(viewer, row.center_id) ? toQuarterReport(row) : null;
}
