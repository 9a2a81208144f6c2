import { randomBytes, randomUUID } from "node:crypto";
import { badInput, HubError, notFound } from "../../../shared/errors.ts";
import { checkedUrl } from "../../../shared/partner-address.ts";
import type { Context } from "../context.ts";
import { WebhookDeliveryRow, WebhookEndpointRow } from "../database/event-rows.ts";
import { appendToLog } from "../log/append.ts";
import { lockPartner } from "../partner/lock.ts";
import { partnerRow } from "../partner/queries.ts";
import { provenActor } from "../policy.ts";
import { ownerOfDelivery, ownerOfEndpoint } from "./queries.ts";
import { MOST_ENDPOINTS } from "./rules.ts";
import { secretOf } from "./sign.ts";

function checkUrl(url: string, hosts: string, production: boolean): void {
	if (url.length > 2000) throw badInput("url", "is longer than 2000 characters");
	try {
		checkedUrl(url, JSON.parse(hosts), production);
	} catch (error) {
		throw badInput("url", `cannot be used: ${(error as Error).message}`);
	}
}

/**
 * Tells a partner's events to an address from now on. The secret is returned here and nowhere else; the same address
 * again gets a new one.
 */
export async function setWebhookEndpoint(
	context: Context,
	{ partnerId, url, proof }: { partnerId: string; url: string; proof?: string | undefined },
): Promise<{ endpoint: WebhookEndpointRow; secret: string }> {
	const { database, hub } = context;
	const actor = await provenActor(
		context,
		"setWebhookEndpoint",
		{ partner: partnerId, proof },
		{ url },
	);
	checkUrl(url, (await partnerRow(database, partnerId)).hosts, hub.production);
	const key = await hub.hubKey();
	const endpoint = await database.write(async (manager) => {
		await lockPartner(manager, partnerId);
		const known = await manager.findBy(WebhookEndpointRow, { partner_id: partnerId });
		const same = known.find((one) => one.url === url);
		if (!same && known.length >= MOST_ENDPOINTS)
			throw new HubError(
				"CONFLICT",
				`"${partnerId}" has ${MOST_ENDPOINTS} endpoints already; remove one first`,
			);
		const row: WebhookEndpointRow = {
			id: same?.id ?? `hook_${randomUUID()}`,
			partner_id: partnerId,
			url,
			salt: randomBytes(16).toString("base64url"),
			key_id: key.kid,
			created_at: same?.created_at ?? new Date().toISOString(),
			disabled_at: null,
		};
		if (same) await manager.update(WebhookEndpointRow, { id: same.id }, row);
		else await manager.insert(WebhookEndpointRow, row);
		// The log is open to everybody: it tells that there is an endpoint, not where.
		await appendToLog(manager, actor, {
			action: "setWebhookEndpoint",
			partnerId,
			detail: { endpoint: row.id },
		});
		return row;
	});
	return { endpoint, secret: secretOf(key, endpoint) };
}

/** Tells nothing to an endpoint any more; what was not delivered is dropped. */
export async function removeWebhookEndpoint(
	context: Context,
	{ id, proof }: { id: string; proof?: string | undefined },
): Promise<string> {
	const partnerId = await ownerOfEndpoint(context.database, id);
	if (!partnerId) throw notFound("WebhookEndpoint", id);
	const about = { partner: partnerId, proof };
	const actor = await provenActor(context, "removeWebhookEndpoint", about, { id });
	await context.database.write(async (manager) => {
		await lockPartner(manager, partnerId);
		await manager.delete(WebhookDeliveryRow, { endpoint_id: id });
		const { affected } = await manager.delete(WebhookEndpointRow, { id });
		if (affected === 0) return;
		await appendToLog(manager, actor, {
			action: "removeWebhookEndpoint",
			partnerId,
			detail: { endpoint: id },
		});
	});
	return id;
}

/** Sends a delivery again, with as many attempts as a new one. One that is still on its way is left as it is. */
export async function replayWebhookDelivery(
	context: Context,
	{ id, proof }: { id: string; proof?: string | undefined },
): Promise<WebhookDeliveryRow> {
	const partnerId = await ownerOfDelivery(context.database, id);
	if (!partnerId) throw notFound("WebhookDelivery", id);
	await provenActor(context, "replayWebhookDelivery", { partner: partnerId, proof }, { id });
	return context.database.write(async (manager) => {
		await lockPartner(manager, partnerId);
		const before = await manager.findOneBy(WebhookDeliveryRow, { id });
		if (!before) throw notFound("WebhookDelivery", id);
		if (before.status === "PENDING") return before;
		const endpoint = await manager.findOneBy(WebhookEndpointRow, { id: before.endpoint_id });
		if (endpoint?.disabled_at)
			throw new HubError(
				"CONFLICT",
				"Its endpoint answered that it is gone (HTTP 410); set the endpoint again first",
			);
		const next_at = new Date().toISOString();
		const after = { ...before, status: "PENDING", attempts: 0, next_at, delivered_at: null };
		await manager.update(WebhookDeliveryRow, { id }, after);
		return after;
	});
}
