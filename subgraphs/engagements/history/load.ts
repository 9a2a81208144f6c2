import type { Context } from "../context.ts";
import { engagementLoader } from "../engagement/loaders.ts";
import { membershipLoader } from "../membership/loaders.ts";
import { outcomeLoader } from "../outcome/loaders.ts";
import { closedQuarterById, quarterById } from "../quarter/queries.ts";
import { toRevision } from "../record/present.ts";
import { revisionByToken } from "../record/queries.ts";
import type { RecordType } from "../record/revisions.ts";
import { tokenOf } from "../record/token.ts";
import type { Revision } from "../record/type.ts";
import { smeLoader } from "../sme/loaders.ts";

const ID_ONLY = new Set<string>();

/** A record as the viewer sees it. */
const RECORDS: Record<RecordType, (id: string, context: Context) => Promise<unknown>> = {
	SME: (id, context) => smeLoader(context, ID_ONLY).load(id),
	ENGAGEMENT: (id, context) => engagementLoader(context, ID_ONLY).load(id),
	OUTCOME: (id, context) => outcomeLoader(context).load(id),
	MEMBERSHIP: (id, context) => membershipLoader(context).load(id),
	QUARTER: (id, { database, viewer }) => quarterById(database, viewer, id),
	CLOSED_QUARTER: (id, { database, viewer }) => closedQuarterById(database, viewer, id),
	// Of who sees both manufacturers.
	DISTINCT_PAIR: async (id, context) => {
		const both = id.split("~").map((one) => smeLoader(context, ID_ONLY).load(one));
		return (await Promise.all(both)).every(Boolean) || null;
	},
};

/** The revision with an id; null if the viewer may see neither its record nor the history of it. */
export async function revisionById(id: string, context: Context): Promise<Revision | null> {
	const token = tokenOf("rev", id);
	const row = token && (await revisionByToken(context.database, context.viewer, token));
	if (!row) return null;
	const record = await RECORDS[row.record_type as RecordType](row.record_id, context);
	return record ? toRevision(row) : null;
}
