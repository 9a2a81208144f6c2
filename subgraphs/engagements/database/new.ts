import { dateColumns, traceIdOf } from "../engagement/rules.ts";
import { nameColumns } from "../sme/names.ts";
import type { EngagementRow, MembershipRow, OutcomeRow, SmeRow } from "./rows.ts";

/** Rows in their first revision: what is not given is empty, confidential, and a draft. */

export function freshSme(given: Partial<SmeRow> & { id: string; name: string }): SmeRow {
	return {
		city: null,
		state: null,
		naics: null,
		employees: null,
		larger_group: null,
		visibility: "CONFIDENTIAL",
		synthetic: false,
		center_id: null,
		merged_into: null,
		root_id: given.id,
		...nameColumns(given.name),
		removed: false,
		revision: 1,
		...given,
	};
}

type Sourced = { source_document: string };
/** Under which manufacturer it counts, and under which it was recorded: after a merge, another one. */
type Counted = { id: string; sme_id: string; logged_sme_id: string };

export function freshEngagement(
	given: Partial<EngagementRow> & Sourced & Counted & { kind: string },
	startedOn: string | null,
): EngagementRow {
	const between = { center_id: null, institute_id: null, ...given };
	return {
		title: null,
		ended_on: null,
		facility_id: null,
		hours: null,
		course_id: null,
		people_trained: null,
		credential: null,
		technology_id: null,
		instrument: null,
		mrl_from: null,
		mrl_to: null,
		practice: null,
		fee_paid: null,
		entitlement: null,
		note: null,
		status: "DRAFT",
		late: false,
		visibility: "CONFIDENTIAL",
		synthetic: false,
		source_url: null,
		read_on: null,
		revision: 1,
		...between,
		trace_id: traceIdOf(between),
		...dateColumns(startedOn),
	};
}

export function freshOutcome(given: Partial<OutcomeRow> & Sourced & Counted): OutcomeRow {
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

export function freshMembership(
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
