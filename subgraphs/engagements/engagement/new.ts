import type { EngagementRow } from "../database/rows.ts";
import type { Counted, Sourced } from "../record/new.ts";
import { dateColumns, traceIdOf } from "./rules.ts";

/** An engagement in its first revision: what is not given is empty, and it is a confidential draft. */
export function newEngagement(
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
