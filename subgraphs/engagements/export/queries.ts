import sql from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import { keyset } from "../../../shared/pagination/keyset.ts";
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

/** An engagement with the manufacturer it was logged under, and the request that imported it. */
export type ExportRow = EngagementRow & SmeColumns & { request_id: string | null };

/**
 * Reads one page (and one row more) of a center's engagements that are not void, by id, if the viewer is an insider.
 * Rows that the viewer imported have the key of the import; `requests` is the prefix of the viewer's request ids.
 */
export function exportPage(
	database: Database,
	viewer: Viewer,
	centerId: string,
	{ subject, requests }: { subject: string; requests: string },
	page: PageRequest,
): Promise<ExportRow[]> {
	const { between, order } = keyset(page, ["e.id"]);
	const request = sql`(SELECT MIN(q.id) FROM requests q JOIN revisions r ON r.record_id = e.id AND r.revision = 1 AND r.subject = ${subject} WHERE q.record_id = e.id AND q.fingerprint LIKE 'importEngagement %' AND q.id <> ${requests} || e.id AND substr(q.id, 1, ${requests.length}) = ${requests})`;
	return database.read(
		sql`SELECT e.*, s.name AS sme_name, s.city AS sme_city, s.state AS sme_state, s.naics AS sme_naics, s.employees AS sme_employees, s.larger_group AS sme_larger_group, ${request} AS request_id FROM engagements e JOIN smes s ON s.id = e.logged_sme_id WHERE e.center_id = ${centerId} AND ${insideOnly(viewer, "e.center_id")} AND e.status <> 'VOIDED'${between} ${order}`,
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

/** The figures that belong to the row of each engagement, as an import finds them; outcomes that were reported separately do not. */
export function rowClaims(
	database: Database,
	viewer: Viewer,
	ids: readonly string[],
): Promise<ExportClaim[]> {
	const outcome = sql`SELECT MIN(o.id) FROM outcome_covers c JOIN outcomes o ON o.id = c.outcome_id WHERE c.engagement_id = e.id AND o.source_document = e.source_document AND o.verification NOT IN ('WITHDRAWN', 'DISPUTED') AND ${visibleOutcomes(viewer)} AND NOT EXISTS (SELECT 1 FROM outcome_covers x WHERE x.outcome_id = o.id AND x.engagement_id <> e.id)`;
	return database.read(
		sql`SELECT e.id AS engagement_id, k.metric, k.value, k.qualifier FROM engagements e JOIN outcome_claims k ON k.outcome_id = (${outcome}) WHERE ${sqlIn("e.id", ids)} ORDER BY k.metric`,
	);
}
