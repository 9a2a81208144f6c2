import type { EntitlementLevel } from "../../../shared/entitlement-level.ts";
import type { EngagementStatus, ServiceKind, TransferInstrument, Visibility } from "../enums.ts";
import { sourceOf } from "../record/source.ts";
import type { PartialEngagementRow } from "./queries.ts";
import type { Engagement } from "./type.ts";

const stub = (id: string | null | undefined) => (id ? { id } : null);

/** Row → API type; columns that were not read stay undefined. */
export function toEngagement(row: PartialEngagementRow): Engagement {
	return {
		id: row.id,
		sme: { id: row.sme_id ?? "" },
		kind: row.kind as ServiceKind,
		center: stub(row.center_id),
		institute: stub(row.institute_id),
		title: row.title,
		startedOn: row.started_on,
		endedOn: row.ended_on,
		fiscalYear: row.fiscal_year,
		facility: stub(row.facility_id),
		hours: row.hours,
		feePaid: row.fee_paid === null || row.fee_paid === undefined ? null : Boolean(row.fee_paid),
		entitlement: row.entitlement as EntitlementLevel | null,
		course: stub(row.course_id),
		peopleTrained: row.people_trained,
		credential: row.credential,
		instrument: row.instrument as TransferInstrument | null,
		loggedSmeId: row.logged_sme_id as string,
		revision: row.revision as number,
		technology: stub(row.technology_id),
		mrlFrom: row.mrl_from,
		mrlTo: row.mrl_to,
		practice: row.practice,
		note: row.note,
		status: row.status as EngagementStatus,
		visibility: row.visibility as Visibility,
		late: Boolean(row.late),
		source: sourceOf(row),
		synthetic: Boolean(row.synthetic),
	} satisfies Record<keyof Engagement, unknown>;
}
