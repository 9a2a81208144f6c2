import type { Context } from "../context.ts";
import { toRelease } from "./present.ts";
import { releaseById } from "./queries.ts";
import type { Release } from "./type.ts";

/** The release with an id, or null. */
export async function releaseNode(id: string, { database }: Context): Promise<Release | null> {
	const row = await releaseById(database, id);
	return row ? toRelease(row) : null;
}
