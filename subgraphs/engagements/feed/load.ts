import type { Context } from "../context.ts";
import { tokenOf } from "../record/token.ts";
import { toChange } from "./present.ts";
import { changeByToken } from "./queries.ts";
import type { Change } from "./type.ts";

/** The change with an id; null if the viewer sees none. */
export async function changeById(
	id: string,
	{ database, viewer }: Context,
): Promise<Change | null> {
	const token = tokenOf("chg", id);
	const row = token && (await changeByToken(database, viewer, token));
	return row ? toChange(row) : null;
}
