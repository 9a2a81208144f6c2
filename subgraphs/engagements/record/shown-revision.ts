import type { Context } from "../context.ts";
import { isInside } from "../policy.ts";
import { outsideCountLoader } from "./loaders.ts";
import type { RecordType } from "./revisions.ts";

/**
 * The number of a record's revision, which insiders name when they change it. Outsiders get how many of its changes
 * they could see: the number itself would tell how many there were besides.
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
