import type { Context } from "../context.ts";
import { engagementLoader } from "../engagement/loaders.ts";
import { outcomeLoader } from "../outcome/loaders.ts";
import { isInside } from "../policy.ts";
import { toRevision } from "../record/present.ts";
import { revisionByToken } from "../record/queries.ts";
import { tokenOf } from "../record/token.ts";
import type { Revision } from "../record/type.ts";
import { smeLoader } from "../sme/loaders.ts";

const WHOSE = new Set(["history"]);

/** The record of a revision, as the viewer sees it; undefined for types without a history in the API. */
async function recordOf(
	type: string,
	id: string,
	context: Context,
): Promise<{ id: string; center_id?: string | null } | null | undefined> {
	if (type === "SME") return smeLoader(context, WHOSE).load(id);
	if (type === "ENGAGEMENT") return engagementLoader(context, WHOSE).load(id);
	if (type === "OUTCOME") return outcomeLoader(context).load(id);
	return undefined;
}

/** The revision with an id; null if the viewer may not see the history of its record. */
export async function revisionById(id: string, context: Context): Promise<Revision | null> {
	const token = tokenOf("rev", id);
	const row = token && (await revisionByToken(context.database, token));
	if (!row) return null;
	const record = await recordOf(row.record_type, row.record_id, context);
	const shown = record?.id === row.record_id && isInside(context.viewer, record.center_id ?? null);
	return shown ? toRevision(row) : null;
}
