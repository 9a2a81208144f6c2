import type { ServiceKind } from "../enums.ts";
import type { OutcomeTotal } from "../outcome/type.ts";
import type { TraceTotalRow } from "./queries.ts";
import { CellStatus, type TraceTotal } from "./type.ts";

/** What stands for an entity of which only the id is known. */
export const stub = (id: string | null | undefined) => (id ? { id } : null);

/** Row → API type. */
export function toTotal(row: TraceTotalRow): TraceTotal {
	return {
		kind: row.kind as ServiceKind | undefined,
		center: stub(row.center_id),
		institute: stub(row.institute_id),
		sme: stub(row.sme_id),
		smeState: row.sme_state,
		naicsSector: row.naics_sector,
		fiscalYear: row.fiscal_year,
		calendarYear: row.calendar_year,
		smeCount: row.sme_count,
		engagementCount: row.engagement_count,
		hours: row.hours,
		peopleTrained: row.people_trained,
		outcomes: row.outcomes as OutcomeTotal[] | undefined,
		status: CellStatus.PUBLISHED,
	};
}
