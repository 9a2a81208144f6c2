import sql, { empty } from "sql-template-tag";
import { among } from "../../../shared/database/among.ts";
import type { Database } from "../../../shared/database/database.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import type { EngagementRow, OutcomeClaimRow, SmeRow } from "../database/rows.ts";
import { visibleOutcomes } from "../policy.ts";
import { insideOnly } from "../record/policy.ts";

type SmeColumns = {
	[column in
		| "name"
		| "city"
		| "state"
		| "naics"
		| "employees"
		| "larger_group" as `sme_${column}`]: SmeRow[column];
};

/** An engagement with the manufacturer under which it was logged, and the request that imported it. */
export type ExportRow = EngagementRow & SmeColumns & { request_id: string | null };

/**
 * Reads one page (and one row more) of a center's engagements that are not void, by id, where they are the viewer's own.
 * `requests` begins the ids of requests that the viewer may repeat.
 */
export function exportPage(
	database: Database,
	viewer: Viewer,
	centerId: string,
	requests: string,
	page: PageRequest,
): Promise<ExportRow[]> {
	const after = page.after ? sql` AND e.id > ${page.after[0]}` : empty;
	const request = sql`(SELECT MIN(q.id) FROM requests q WHERE q.record_id = e.id AND q.fingerprint LIKE 'importEngagement %' AND substr(q.id, 1, ${requests.length}) = ${requests})`;
	return database.read(
		sql`SELECT e.*, s.name AS sme_name, s.city AS sme_city, s.state AS sme_state, s.naics AS sme_naics, s.employees AS sme_employees, s.larger_group AS sme_larger_group, ${request} AS request_id FROM engagements e JOIN smes s ON s.id = e.logged_sme_id WHERE e.center_id = ${centerId} AND ${insideOnly(viewer, "e.center_id")} AND e.status <> 'VOIDED'${after} ORDER BY e.id LIMIT ${page.first + 1}`,
	);
}

export async function countExported(
	database: Database,
	viewer: Viewer,
	centerId: string,
): Promise<number> {
	const [row] = await database.read<{ count: number }>(
		sql`SELECT COUNT(*) AS count FROM engagements e WHERE e.center_id = ${centerId} AND ${insideOnly(viewer, "e.center_id")} AND e.status <> 'VOIDED'`,
	);
	return Number(row?.count ?? 0);
}

export type ExportClaim = Pick<OutcomeClaimRow, "metric" | "value" | "qualifier"> & {
	engagement_id: string;
};

/** The figures that came in the same row of a file as each of some engagements; those reported by themselves are not of the row. */
export function importedClaims(
	database: Database,
	viewer: Viewer,
	ids: readonly string[],
): Promise<ExportClaim[]> {
	return database.read(
		sql`SELECT c.engagement_id, k.metric, k.value, k.qualifier FROM outcome_covers c JOIN outcomes o ON o.id = c.outcome_id JOIN outcome_claims k ON k.outcome_id = o.id JOIN revisions r ON r.record_id = o.id AND r.revision = 1 WHERE ${among("c.engagement_id", ids)} AND r.record_type = 'OUTCOME' AND (r.batch_id IS NOT NULL OR r.role = 'HUB') AND o.verification <> 'WITHDRAWN' AND ${visibleOutcomes(viewer)} ORDER BY o.id, k.metric`,
	);
}
