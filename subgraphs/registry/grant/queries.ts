import sql, { empty } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { GrantRow } from "../database/rows.ts";

/** Grants of partners (of all where left out), the oldest first. `validAt` (ISO 8601): only those that hold then. */
export function grantRows(
	database: Database,
	filter: { ids?: readonly string[]; partnerIds?: readonly string[]; validAt?: string },
): Promise<GrantRow[]> {
	const partners = filter.partnerIds
		? sql` AND ${sqlIn("g.partner_id", filter.partnerIds)}`
		: empty;
	const ids = filter.ids ? sql` AND ${sqlIn("g.id", filter.ids)}` : empty;
	const valid = filter.validAt
		? sql` AND g.revoked_at IS NULL AND (g.expires_at IS NULL OR g.expires_at > ${filter.validAt})`
		: empty;
	return database.read(
		sql`SELECT g.id, g.partner_id, g.kind, g.type, g.field, g.purpose, g.consumer, g.expires_at, g.granted_at, g.granted_by, g.revoked_at FROM grants g WHERE 1 = 1${ids}${partners}${valid} ORDER BY g.granted_at, g.id`,
	);
}
