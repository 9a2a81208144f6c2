import type { Context } from "../context.ts";
import { seqOf } from "../record/seq.ts";
import { toChange } from "./present.ts";
import { changeBySeq } from "./queries.ts";
import type { Change } from "./type.ts";

/** The change with an id; null where there is none that the viewer may see. */
export async function changeById(
	id: string,
	{ database, viewer }: Context,
): Promise<Change | null> {
	const seq = seqOf("chg", id);
	const row = seq && (await changeBySeq(database, viewer, seq));
	return row ? toChange(row) : null;
}
