import type { OutcomeRow } from "../database/rows.ts";
import type { Counted, Sourced } from "../record/new.ts";

/** An outcome in its first revision: what is not given is empty, and it is confidential. */
export function newOutcome(given: Partial<OutcomeRow> & Sourced & Counted): OutcomeRow {
	return {
		center_id: null,
		institute_id: null,
		window_start: null,
		window_end: null,
		verification: "SELF_REPORTED",
		visibility: "CONFIDENTIAL",
		synthetic: false,
		source_url: null,
		read_on: null,
		revision: 1,
		...given,
	};
}
