import type { QuarterRow } from "../database/record-rows.ts";
import type { QuarterReport } from "./type.ts";

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
