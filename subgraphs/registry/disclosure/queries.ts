import sql, { empty, join, type Sql } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import { groupBy } from "../../../shared/loader-results.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import type { DisclosureRow } from "../database/record-rows.ts";
import type { GrantRow } from "../database/rows.ts";

/** A partner's period; days are ISO 8601 and both are part of it. */
export type Period = { partnerId: string; from: string; to: string };

export type DisclosureFilter = {
	partnerId?: string | null;
	type?: string | null;
	/** Only disclosures of this record. */
	recordId?: string | null;
	/** Only what this grant allows, while it held. */
	grant?: Pick<
		GrantRow,
		"partner_id" | "type" | "field" | "granted_at" | "expires_at" | "revoked_at"
	>;
};

/** Disclosures of a grant's type, and of its field if it names one, to its partner while it held. */
function underGrant(grant: NonNullable<DisclosureFilter["grant"]>): Sql {
	const { partner_id: partner, type, field, granted_at: from } = grant;
	// A grant ends once: revoked, or at its end.
	const end = grant.revoked_at ?? grant.expires_at;
	// The names of fields are a JSON array of text.
	const named = field
		? sql` AND REPLACE(d.fields, ${JSON.stringify(field)}, '') <> d.fields`
		: empty;
	const until = end ? sql` AND d.at <= ${end}` : empty;
	return sql`d.partner_id = ${partner} AND d.type = ${type} AND d.at >= ${from}${until}${named}`;
}

function conditionsOf({ partnerId, type, recordId, grant }: DisclosureFilter): Sql {
	const found = [sql`1 = 1`];
	if (grant) found.push(underGrant(grant));
	if (partnerId) found.push(sql`d.partner_id = ${partnerId}`);
	if (type) found.push(sql`d.type = ${type}`);
	if (recordId)
		found.push(
			sql`EXISTS (SELECT 1 FROM disclosed_records r WHERE r.disclosure_id = d.id AND r.record_id = ${recordId})`,
		);
	return join(found, " AND ");
}

/** Reads one page (and one more) of disclosures, the newest first. */
export function disclosurePage(
	database: Database,
	filter: DisclosureFilter,
	page: PageRequest,
): Promise<DisclosureRow[]> {
	const [at, id] = page.after ?? [];
	const after = page.after ? sql` AND (d.at < ${at} OR (d.at = ${at} AND d.id < ${id}))` : empty;
	return database.read(
		sql`SELECT d.id, d.at, d.request_id, d.partner_id, d.subgraph, d.type, d.fields, d.representations, d.consumer FROM disclosures d WHERE ${conditionsOf(filter)}${after} ORDER BY d.at DESC, d.id DESC LIMIT ${page.first + 1}`,
	);
}

export async function countDisclosures(
	database: Database,
	filter: DisclosureFilter,
): Promise<number> {
	const [row] = await database.read<{ count: number }>(
		sql`SELECT COUNT(*) AS count FROM disclosures d WHERE ${conditionsOf(filter)}`,
	);
	return Number(row?.count ?? 0);
}

/** The records named in each disclosure. */
export async function recordsOf(database: Database, ids: readonly string[]): Promise<string[][]> {
	const rows = await database.read<{ disclosure_id: string; record_id: string }>(
		sql`SELECT r.disclosure_id, r.record_id FROM disclosed_records r WHERE ${sqlIn("r.disclosure_id", ids)} ORDER BY r.record_id`,
	);
	return groupBy(ids, rows, (row) => row.disclosure_id).map((group) =>
		group.map((row) => row.record_id),
	);
}

/** What was disclosed to a partner in a period, by type, the most first. */
export function disclosedByType(database: Database, { partnerId, from, to }: Period) {
	return database.read<{ type: string; requests: number; representations: number }>(
		sql`SELECT d.type, COUNT(*) AS requests, SUM(d.representations) AS representations FROM disclosures d WHERE d.partner_id = ${partnerId} AND d.at >= ${from} AND d.at < ${`${to}T24`} GROUP BY d.type ORDER BY SUM(d.representations) DESC, d.type`,
	);
}
