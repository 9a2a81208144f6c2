import type { EntityManager } from "typeorm";
import { PartnerEventRow, WebhookDeliveryRow, WebhookEndpointRow } from "../database/event-rows.ts";
import { StateRow } from "../database/rows.ts";
import { mailOf } from "./mail.ts";
import { eventId, type Happening } from "./rules.ts";

/**
 * Notes what happened, each once, with a delivery to each endpoint that its partner had by then. To be called with
 * the lock "partner events" held.
 */
export async function insertEvents(
	manager: EntityManager,
	happenings: readonly Happening[],
): Promise<void> {
	const hub = (await manager.findOneBy(StateRow, { id: "hub" }))?.value ?? "";
	for (const happening of happenings) {
		const { partnerId, kind, at, subgraph, version, detail } = happening;
		const id = eventId(hub, happening.key);
		if (await manager.existsBy(PartnerEventRow, { id })) continue;
		const { subject, text } = mailOf(happening);
		await manager.insert(PartnerEventRow, {
			id,
			partner_id: partnerId,
			kind,
			at,
			subgraph,
			version,
			detail: JSON.stringify(detail),
			mail_subject: subject,
			mail_text: text,
		});
		const endpoints = await manager.findBy(WebhookEndpointRow, { partner_id: partnerId });
		for (const endpoint of endpoints)
			if (endpoint.disabled_at === null && endpoint.created_at <= at)
				await manager.insert(WebhookDeliveryRow, {
					id: `${id}~${endpoint.id}`,
					event_id: id,
					endpoint_id: endpoint.id,
					partner_id: partnerId,
					at,
					status: "PENDING",
					attempts: 0,
					next_at: at,
					last_error: null,
					delivered_at: null,
				});
	}
}
