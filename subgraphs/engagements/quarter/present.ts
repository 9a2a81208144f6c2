import type { QuarterRow } from "../database/record-rows.ts";
import type { ClosedQuarterRow } from "../database/release-rows.ts";
import type { ClosedQuarter, QuarterReport } from "./type.ts";

/** Row → API type. */
export function toQuarterReport(row: QuarterRow): QuarterReport {
	return {
		id: row.id,
		center: { id: row.center_id },
		fiscalYear: row.fiscal_year,
		quarter: row.quarter,
		reportedAt: row.reported_at,
		reportedBy: row.reported_by,
		engagementCount: row.engagement_count,
		smeCount: row.sme_count,
	};
}

/** Row → API type. */
export function toClosedQuarter(row: ClosedQuarterRow): ClosedQuarter {
	return {
		id: row.id,
		fiscalYear: row.fiscal_year,
		quarter: row.quarter,
		closedAt: row.closed_at,
		closedBy: row.closed_by,
		reason: row.reason,
	};
}
