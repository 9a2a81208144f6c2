import type {
	PartnerEventRow,
	WebhookDeliveryRow,
	WebhookEndpointRow,
} from "../database/event-rows.ts";
import { toEvent } from "../event/present.ts";
import type { DeliveryStatus, WebhookDelivery, WebhookEndpoint } from "./type.ts";

/** Row → API type. */
export function toEndpoint(row: WebhookEndpointRow): WebhookEndpoint {
	return {
		id: row.id,
		partnerId: row.partner_id,
		url: row.url,
		createdAt: row.created_at,
		disabledAt: row.disabled_at,
	};
}

export function toDelivery({
	row,
	event,
}: {
	row: WebhookDeliveryRow;
	event: PartnerEventRow;
}): WebhookDelivery {
	return {
		id: row.id,
		endpointId: row.endpoint_id,
		event: toEvent(event),
		status: row.status as DeliveryStatus,
		attempts: row.attempts,
		nextAttemptAt: row.status === "PENDING" ? row.next_at : null,
		lastError: row.last_error,
		deliveredAt: row.delivered_at,
	};
}
