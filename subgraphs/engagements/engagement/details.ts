import type { EngagementRow } from "../database/rows.ts";
import type { Details } from "./rules.ts";

/** Details → columns; what is not given is null. */
export function columnsOf(details: Details) {
	return {
		kind: details.kind,
		center_id: details.centerId ?? null,
		institute_id: details.instituteId ?? null,
		title: details.title ?? null,
		ended_on: details.endedOn ?? null,
		facility_id: details.facilityId ?? null,
		hours: details.hours ?? null,
		course_id: details.courseId ?? null,
		people_trained: details.peopleTrained ?? null,
		credential: details.credential ?? null,
		technology_id: details.technologyId ?? null,
		instrument: details.instrument ?? null,
		mrl_from: details.mrlFrom ?? null,
		mrl_to: details.mrlTo ?? null,
		practice: details.practice ?? null,
		fee_paid: details.feePaid ?? null,
		note: details.note ?? null,
	};
}

/** Columns → details. */
export function detailsOf(row: EngagementRow): Details & { smeId: string } {
	return {
		smeId: row.logged_sme_id,
		kind: row.kind,
		centerId: row.center_id,
		instituteId: row.institute_id,
		title: row.title,
		startedOn: row.started_on,
		endedOn: row.ended_on,
		facilityId: row.facility_id,
		hours: row.hours,
		courseId: row.course_id,
		peopleTrained: row.people_trained,
		credential: row.credential,
		technologyId: row.technology_id,
		instrument: row.instrument,
		mrlFrom: row.mrl_from,
		mrlTo: row.mrl_to,
		practice: row.practice,
		feePaid: row.fee_paid === null ? null : Boolean(row.fee_paid),
		note: row.note,
	};
}
