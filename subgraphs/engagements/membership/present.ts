import type { MembershipRow } from "../database/rows.ts";
import type { Visibility } from "../enums.ts";
import { toSource } from "../record/source.ts";
import type { Membership } from "./type.ts";

/** Row → API type. */
export function toMembership(row: MembershipRow): Membership {
	return {
		id: row.id,
		sme: { id: row.sme_id },
		institute: { id: row.institute_id },
		tier: row.tier_id ? { id: row.tier_id } : null,
		startsOn: row.started_on,
		endsOn: row.ended_on,
		seenOn: row.seen_on,
		note: row.note,
		visibility: row.visibility as Visibility,
		revision: row.revision,
		source: toSource(row),
		synthetic: Boolean(row.synthetic),
	};
}
