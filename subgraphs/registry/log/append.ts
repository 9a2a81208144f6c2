import type { EntityManager } from "typeorm";
import { lock } from "../../../shared/database/lock.ts";
import { LogRow } from "../database/record-rows.ts";
import type { LogActor } from "../policy.ts";
import { canonicalJson, nextEntry } from "./rules.ts";

/** What was done, about whom. Everybody can read `detail`: no contacts, no personal addresses. */
export type LogEvent = {
	action: string;
	partnerId: string;
	subgraph?: string;
	version?: number;
	detail?: Record<string, unknown>;
};

/** Writes one entry of the publish log in the transaction of the change itself; one writer at a time, over all gateways. */
export async function appendToLog(
	manager: EntityManager,
	actor: LogActor,
	event: LogEvent,
): Promise<LogRow> {
	await lock(manager, "publish log");
	const [last] = await manager.find(LogRow, { order: { seq: "DESC" }, take: 1 });
	const { partnerId: partner_id, ...entry } = nextEntry(last, {
		at: new Date().toISOString(),
		actor: actor.name,
		action: event.action,
		partnerId: event.partnerId,
		subgraph: event.subgraph ?? null,
		version: event.version ?? null,
		detail: canonicalJson(event.detail ?? {}),
		proof: actor.proof,
	});
	const row = { ...entry, partner_id };
	await manager.insert(LogRow, row);
	return row;
}
