import { toSource } from "../record/source.ts";
import type { ReadOutcomeRow } from "./queries.ts";
import type { Verification } from "./type.ts";

/** Row → API type; claims and covered engagements are read by their own fields. */
export function toOutcome(row: ReadOutcomeRow) {
	return {
		id: row.id,
		sme: { id: row.sme_id },
		center: row.center_id ? { id: row.center_id } : null,
		institute: row.institute_id ? { id: row.institute_id } : null,
		windowStart: row.window_start,
		windowEnd: row.window_end,
		verification: row.verification as Verification,
		revision: row.revision,
		source: toSource(row),
		synthetic: Boolean(row.synthetic),
	};
}
