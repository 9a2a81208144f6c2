import sql, { empty } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import type { Reader } from "../../../shared/database/reader-in.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import { notFound } from "../../../shared/errors.ts";
import type { PartnerKeyRow, PartnerRow } from "../database/rows.ts";

/** All partners, or those of `ids`, by id. */
export function partnerRows(reader: Reader, ids?: readonly string[]): Promise<PartnerRow[]> {
	const where = ids ? sql` WHERE ${sqlIn("p.id", ids)}` : empty;
	return reader.read(
		sql`SELECT p.id, p.name, p.status, p.status_reason, p.namespace, p.contacts, p.terms, p.hosts, p.quota, p.registered_at, p.registered_by FROM partners p${where} ORDER BY p.id`,
	);
}

/** Throws NOT_FOUND where there is none. */
export async function partnerRow(database: Database, id: string): Promise<PartnerRow> {
	const [row] = await partnerRows(database, [id]);
	if (!row) throw notFound("Partner", id);
	return row;
}

/** Keys of partners that have not ended at `now` (ISO 8601), the newest last. */
export function keysOf(
	database: Database,
	partnerIds: readonly string[],
	now: string,
): Promise<PartnerKeyRow[]> {
	return database.read(
		sql`SELECT k.id, k.partner_id, k.jwk, k.added_at, k.expires_at FROM partner_keys k WHERE ${sqlIn("k.partner_id", partnerIds)} AND (k.expires_at IS NULL OR k.expires_at > ${now}) ORDER BY k.added_at, k.id`,
	);
}
