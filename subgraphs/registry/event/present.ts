import type { PartnerEventRow } from "../database/event-rows.ts";
import type { PartnerEvent, PartnerEventKind } from "./type.ts";

/** Row → API type. */
export function toEvent(row: PartnerEventRow): PartnerEvent {
	return {
		id: row.id,
		partnerId: row.partner_id,
		kind: row.kind as PartnerEventKind,
		at: row.at,
		subgraph: row.subgraph,
		version: row.version,
		detail: row.detail,
		mail: { subject: row.mail_subject, text: row.mail_text },
	};
}
