import type { MembershipRow } from "../database/rows.ts";
import type { Counted, Sourced } from "../record/new.ts";

/** A membership in its first revision: what is not given is empty, and it is confidential. */
export function newMembership(
	given: Partial<MembershipRow> & Sourced & Counted & { institute_id: string },
): MembershipRow {
	return {
		tier_id: null,
		started_on: null,
		ended_on: null,
		seen_on: null,
		note: null,
		center_id: null,
		visibility: "CONFIDENTIAL",
		synthetic: false,
		source_url: null,
		read_on: null,
		revision: 1,
		...given,
	};
}
