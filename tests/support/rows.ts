import type { EngagementRow, SmeRow } from "../../subgraphs/engagements/database/rows.ts";
import { dateColumns, traceIdOf } from "../../subgraphs/engagements/engagement/rules.ts";

/** A public manufacturer named like its id. */
export function smeRow(id: string, more: Partial<SmeRow> = {}): SmeRow {
	return {
		id,
		name: id,
		city: null,
		state: null,
		naics: null,
		employees: null,
		larger_group: null,
		visibility: "PUBLIC",
		synthetic: false,
		...more,
	};
}

/** An approved, public engagement. */
export function engagementRow(
	id: string,
	more: Partial<EngagementRow> & { sme_id: string; kind: string },
	startedOn: string | null,
): EngagementRow {
	const between = { center_id: null, institute_id: null, ...more };
	return {
		id,
		title: null,
		ended_on: null,
		facility_id: null,
		hours: null,
		course_id: null,
		people_trained: null,
		technology_id: null,
		mrl_from: null,
		mrl_to: null,
		practice: null,
		note: null,
		status: "APPROVED",
		visibility: "PUBLIC",
		synthetic: false,
		source_document: "test",
		source_url: null,
		read_on: null,
		...between,
		trace_id: traceIdOf(between),
		...dateColumns(startedOn),
	};
}
