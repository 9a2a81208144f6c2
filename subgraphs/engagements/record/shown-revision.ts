import type { Context } from "../context.ts";
import { isInside } from "../policy.ts";
import { outsideCountLoader } from "./loaders.ts";
import type { RecordType } from "./revisions.ts";

/**
 * The revision number of a record, which insiders send when they change it. Outsiders get the number of changes that
 * they could see: the real one would reveal how many others there were.
 */
export async function shownRevision(
	context: Context,
	type: RecordType,
	record: { id: string; revision: number },
	center: string | null | undefined,
): Promise<number> {
	if (isInside(context.viewer, center ?? null)) return record.revision;
	const counted = await outsideCountLoader(context, type).load(record.id);
	return !counted || counted.inside ? record.revision : Number(counted.shown);
}
