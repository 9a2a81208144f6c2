import type { Context } from "../context.ts";
import { isInside } from "../policy.ts";
import { toRevision } from "./present.ts";
import { revisionByToken } from "./queries.ts";
import { tokenOf } from "./token.ts";
import type { Revision } from "./type.ts";

const WHOSE = new Set(["history"]);

/** The record that a revision is of, as the viewer sees it; undefined for types that show no history. */
async function recordOf(
	type: string,
	id: string,
	{ loaders }: Context,
): Promise<{ id: string; center_id?: string | null } | null | undefined> {
	if (type === "SME") return loaders.sme(WHOSE).load(id);
	if (type === "ENGAGEMENT") return loaders.engagement(WHOSE).load(id);
	if (type === "OUTCOME") return loaders.outcome().load(id);
	return undefined;
}

/** The revision with an id; null where the record that it changed does not show the viewer its history. */
export async function revisionById(id: string, context: Context): Promise<Revision | null> {
	const token = tokenOf("rev", id);
	const row = token && (await revisionByToken(context.database, token));
	if (!row) return null;
	const record = await recordOf(row.record_type, row.record_id, context);
	const shown = record?.id === row.record_id && isInside(context.viewer, record.center_id ?? null);
	return shown ? toRevision(row) : null;
}
