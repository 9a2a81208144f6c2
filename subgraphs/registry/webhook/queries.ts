import sql, { empty, raw } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import type { Reader } from "../../../shared/database/reader-in.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import type { WebhookDeliveryRow, WebhookEndpointRow } from "../database/event-rows.ts";

/** Endpoints of a partner, the oldest first. */
export function endpointRows(database: Database, partnerId: string): Promise<WebhookEndpointRow[]> {
	return database.read(
		sql`SELECT w.id, w.partner_id, w.url, w.salt, w.key_id, w.created_at, w.disabled_at FROM webhook_endpoints w WHERE w.partner_id = ${partnerId} ORDER BY w.created_at, w.id`,
	);
}

/** Whose an endpoint is. */
export async function ownerOfEndpoint(database: Database, id: string): Promise<string | undefined> {
	const [row] = await database.read<{ partner_id: string }>(
		sql`SELECT w.partner_id FROM webhook_endpoints w WHERE w.id = ${id}`,
	);
	return row?.partner_id;
}

/** Whose a delivery is. */
export async function ownerOfDelivery(database: Database, id: string): Promise<string | undefined> {
	const [row] = await database.read<{ partner_id: string }>(
		sql`SELECT d.partner_id FROM webhook_deliveries d WHERE d.id = ${id}`,
	);
	return row?.partner_id;
}

/** A delivery that is due, with all that is sent and where to. */
export type DueDelivery = {
	id: string;
	attempts: number;
	endpoint_id: string;
	url: string;
	salt: string;
	key_id: string;
	hosts: string;
	event_id: string;
	kind: string;
	at: string;
	partner_id: string;
	subgraph: string | null;
	version: number | null;
	detail: string;
	mail_subject: string;
	mail_text: string;
};

/** Deliveries that are due, the longest waiting first: at most `ofOne` of each endpoint, so that none holds up the others. */
export function dueDeliveries(
	reader: Reader,
	now: string,
	{ most, ofOne }: { most: number; ofOne: number },
): Promise<DueDelivery[]> {
	return reader.read(
		sql`SELECT q.id, q.attempts, q.endpoint_id, w.url, w.salt, w.key_id, p.hosts, e.id AS event_id, e.kind, e.at, e.partner_id, e.subgraph, e.version, e.detail, e.mail_subject, e.mail_text FROM (SELECT d.id, d.attempts, d.endpoint_id, d.event_id, d.next_at, ROW_NUMBER() OVER (PARTITION BY d.endpoint_id ORDER BY d.next_at, d.id) AS place FROM webhook_deliveries d WHERE d.status = 'PENDING' AND d.next_at <= ${now}) q JOIN webhook_endpoints w ON w.id = q.endpoint_id JOIN partners p ON p.id = w.partner_id JOIN partner_events e ON e.id = q.event_id WHERE q.place <= ${ofOne} ORDER BY q.next_at, q.id LIMIT ${most}`,
	);
}

const COLUMNS = raw(
	"d.id, d.event_id, d.endpoint_id, d.partner_id, d.at, d.status, d.attempts, d.next_at, d.last_error, d.delivered_at",
);

export type DeliveryFilter = { partnerId: string; status?: string | null };

/** One page (and one more) of a partner's deliveries, the newest first. */
export function deliveryPage(
	database: Database,
	{ partnerId, status }: DeliveryFilter,
	page: PageRequest,
): Promise<WebhookDeliveryRow[]> {
	const [at, id] = page.after ?? [];
	const after = page.after ? sql` AND (d.at < ${at} OR (d.at = ${at} AND d.id < ${id}))` : empty;
	const only = status ? sql` AND d.status = ${status}` : empty;
	return database.read(
		sql`SELECT ${COLUMNS} FROM webhook_deliveries d WHERE d.partner_id = ${partnerId}${only}${after} ORDER BY d.at DESC, d.id DESC LIMIT ${page.first + 1}`,
	);
}

export async function countDeliveries(
	database: Database,
	{ partnerId, status }: DeliveryFilter,
): Promise<number> {
	const only = status ? sql` AND d.status = ${status}` : empty;
	const [row] = await database.read<{ count: number }>(
		sql`SELECT COUNT(*) AS count FROM webhook_deliveries d WHERE d.partner_id = ${partnerId}${only}`,
	);
	return Number(row?.count ?? 0);
}
