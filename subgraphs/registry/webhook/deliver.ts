import type { Database } from "../../../shared/database/database.ts";
import { lock } from "../../../shared/database/lock.ts";
import { readerIn } from "../../../shared/database/reader-in.ts";
import type { Log } from "../../../shared/log.ts";
import type { SendBounded } from "../../../shared/registry.ts";
import { WebhookDeliveryRow, WebhookEndpointRow } from "../database/event-rows.ts";
import { EVENT_TYPES, type EventKind } from "../event/rules.ts";
import type { HubKeys } from "../proof/hub-key.ts";
import { type DueDelivery, dueDeliveries } from "./queries.ts";
import { afterAttempt, LEASE_MS, type Outcome, outcomeOf, TIMEOUT_MS } from "./rules.ts";
import { secretOf, signedHeaders } from "./sign.ts";

/** Deliveries of one round, and of one endpoint among them. */
const ROUND = { most: 40, ofOne: 4 };

export type DeliveryOptions = {
	database: Database;
	/** An endpoint's secret comes from the key that was the hub's when it was set, which may be on its way out. */
	keys: HubKeys;
	send: SendBounded;
	production: boolean;
	log: Log;
};

/** What is sent: type, time and data, as Standard Webhooks advises. */
function bodyOf(due: DueDelivery): string {
	return JSON.stringify({
		type: EVENT_TYPES[due.kind as EventKind],
		timestamp: due.at,
		data: {
			eventId: due.event_id,
			partnerId: due.partner_id,
			subgraph: due.subgraph,
			version: due.version,
			...JSON.parse(due.detail),
			mail: { subject: due.mail_subject, text: due.mail_text },
		},
	});
}

/**
 * Takes what is due: each attempt is counted before it is made, and for the time of the lease no other gateway makes
 * it. One that ends with its gateway is made again after that.
 */
async function claim(database: Database, now: Date): Promise<DueDelivery[]> {
	const at = now.toISOString();
	if ((await dueDeliveries(database, at, { most: 1, ofOne: 1 })).length === 0) return [];
	return database.write(async (manager) => {
		await lock(manager, "webhook deliveries");
		const due = await dueDeliveries(readerIn(manager), at, ROUND);
		const next_at = new Date(now.getTime() + LEASE_MS).toISOString();
		for (const { id, attempts } of due)
			await manager.update(WebhookDeliveryRow, { id }, { attempts: attempts + 1, next_at });
		return due.map((one) => ({ ...one, attempts: one.attempts + 1 }));
	});
}

async function attempt(
	{ keys, send, production }: DeliveryOptions,
	due: DueDelivery,
	now: Date,
): Promise<Outcome> {
	const key = keys.find((one) => one?.kid === due.key_id);
	if (!key)
		return {
			kind: "FAILED",
			error: "the hub's signing key has changed; set the endpoint again for a new secret",
		};
	const body = bodyOf(due);
	const secret = secretOf(key, { id: due.endpoint_id, salt: due.salt });
	try {
		const status = await send({
			url: due.url,
			headers: signedHeaders(secret, due.event_id, now, body),
			body,
			hosts: JSON.parse(due.hosts),
			timeoutMs: TIMEOUT_MS,
			production,
		});
		return outcomeOf(status);
	} catch (error) {
		return { kind: "FAILED", error: (error as Error).message };
	}
}

async function note(
	database: Database,
	{ id, attempts, endpoint_id }: DueDelivery,
	outcome: Outcome,
	now: Date,
): Promise<void> {
	const after = afterAttempt(outcome, attempts, now, Math.random());
	await database.write(async (manager) => {
		await lock(manager, "webhook deliveries");
		// A failure that comes after the lease must not undo what another gateway has done meanwhile.
		const mine = outcome.kind === "DELIVERED" ? {} : { attempts };
		await manager.update(WebhookDeliveryRow, { id, status: "PENDING", ...mine }, after);
		if (outcome.kind === "GONE")
			await manager.update(
				WebhookEndpointRow,
				{ id: endpoint_id },
				{ disabled_at: now.toISOString() },
			);
	});
}

/** Sends what is due, once each; resolves when every answer has been noted. True where something was sent. */
export async function deliverDue(options: DeliveryOptions, now: Date): Promise<boolean> {
	const { database, log } = options;
	const claimed = await claim(database, now);
	await Promise.all(
		claimed.map(async (due) => {
			const outcome = await attempt(options, due, now);
			if (outcome.kind !== "DELIVERED")
				log.warn(
					{ partner: due.partner_id, delivery: due.id, reason: outcome.error },
					"a webhook was not delivered",
				);
			await note(database, due, outcome, now);
		}),
	);
	return claimed.length > 0;
}
