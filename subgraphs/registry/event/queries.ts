import sql, { empty, raw } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import type { Reader } from "../../../shared/database/reader-in.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import type { PartnerEventRow } from "../database/event-rows.ts";
import type { LogRow } from "../database/record-rows.ts";

/** Entries of the publish log that have made no events yet, the oldest first. */
export function untoldEntries(reader: Reader, most: number): Promise<LogRow[]> {
	return reader.read(
		sql`SELECT l.seq, l.at, l.actor, l.action, l.partner_id, l.subgraph, l.version, l.detail FROM publish_log l WHERE l.seq > (SELECT CAST(s.value AS INTEGER) FROM registry_state s WHERE s.id = 'told') ORDER BY l.seq LIMIT ${most}`,
	);
}

/** Something that ends by itself. */
export type Ending = { id: string; partner_id: string; expires_at: string };

/** Keys that end between two times. */
export function endingKeys(reader: Reader, from: string, to: string): Promise<Ending[]> {
	return reader.read(
		sql`SELECT k.id, k.partner_id, k.expires_at FROM partner_keys k WHERE k.expires_at > ${from} AND k.expires_at <= ${to} ORDER BY k.id`,
	);
}

export type EndingGrant = Ending & { kind: string; type: string; field: string | null };

/** Grants that end between two times and were not revoked. */
export function endingGrants(reader: Reader, from: string, to: string): Promise<EndingGrant[]> {
	return reader.read(
		sql`SELECT g.id, g.partner_id, g.kind, g.type, g.field, g.expires_at FROM grants g WHERE g.revoked_at IS NULL AND g.expires_at > ${from} AND g.expires_at <= ${to} ORDER BY g.id`,
	);
}

/** Partners that asked any of these fields since `day`, with the fields. */
export function partnersAsking(
	reader: Reader,
	fields: readonly string[],
	day: string,
): Promise<Array<{ consumer: string; field: string }>> {
	return reader.read(
		sql`SELECT DISTINCT c.consumer, f.field FROM operation_fields f JOIN operation_counts c ON c.operation_id = f.operation_id JOIN partners p ON p.id = c.consumer WHERE ${sqlIn("f.field", fields)} AND c.day >= ${day} ORDER BY c.consumer, f.field`,
	);
}

/** Which of these events are noted. */
export async function knownEvents(reader: Reader, ids: readonly string[]): Promise<Set<string>> {
	const rows = await reader.read<{ id: string }>(
		sql`SELECT e.id FROM partner_events e WHERE ${sqlIn("e.id", ids)}`,
	);
	return new Set(rows.map(({ id }) => id));
}

/** Events from before a time. */
export async function oldEvents(reader: Reader, before: string, most: number): Promise<string[]> {
	const rows = await reader.read<{ id: string }>(
		sql`SELECT e.id FROM partner_events e WHERE e.at < ${before} ORDER BY e.at LIMIT ${most}`,
	);
	return rows.map(({ id }) => id);
}

const COLUMNS = raw(
	"e.id, e.partner_id, e.kind, e.at, e.subgraph, e.version, e.detail, e.mail_subject, e.mail_text",
);

/** One page (and one more) of a partner's events, the newest first. */
export function eventPage(
	database: Database,
	partnerId: string,
	page: PageRequest,
): Promise<PartnerEventRow[]> {
	const [at, id] = page.after ?? [];
	const after = page.after ? sql` AND (e.at < ${at} OR (e.at = ${at} AND e.id < ${id}))` : empty;
	return database.read(
		sql`SELECT ${COLUMNS} FROM partner_events e WHERE e.partner_id = ${partnerId}${after} ORDER BY e.at DESC, e.id DESC LIMIT ${page.first + 1}`,
	);
}

export async function countEvents(database: Database, partnerId: string): Promise<number> {
	const [row] = await database.read<{ count: number }>(
		sql`SELECT COUNT(*) AS count FROM partner_events e WHERE e.partner_id = ${partnerId}`,
	);
	return Number(row?.count ?? 0);
}

export function eventsById(reader: Reader, ids: readonly string[]): Promise<PartnerEventRow[]> {
	return reader.read(sql`SELECT ${COLUMNS} FROM partner_events e WHERE ${sqlIn("e.id", ids)}`);
}
