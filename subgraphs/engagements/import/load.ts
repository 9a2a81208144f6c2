import type { Context } from "../context.ts";
import { toBatch } from "./present.ts";
import { batchById } from "./queries.ts";

/** The import with an id, for its center and the program office; null for others. */
export async function importBatchById(id: string, { database, viewer }: Context) {
	const row = await batchById(database, viewer, id);
	return row ? toBatch(row) : null;
}
