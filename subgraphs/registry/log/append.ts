import type { EntityManager } from "typeorm";
import { lock } from "../../../shared/database/lock.ts";
import { LogRow } from "../database/record-rows.ts";
import type { Actor } from "../policy.ts";
import { canonicalJson, nextEntry } from "./rules.ts";

/** What was done, about whom. `detail` is told to everybody: no contacts, no addresses of people. */
export type Deed = {
	action: string;
	partnerId: string;
	subgraph?: string;
	version?: number;
	detail?: Record<string, unknown>;
};

/** Writes one entry of the publish log in the transaction of the change itself; one writer at a time, over all gateways. */
export async function appendToLog(
	manager: EntityManager,
	actor: Actor,
	deed: Deed,
): Promise<LogRow> {
	await lock(manager, "publish log");
	const [last] = await manager.find(LogRow, { order: { seq: "DESC" }, take: 1 });
	const { partnerId: partner_id, ...entry } = nextEntry(last, {
		at: new Date().toISOString(),
		actor: actor.name,
		action: deed.action,
		partnerId: deed.partnerId,
		subgraph: deed.subgraph ?? null,
		version: deed.version ?? null,
		detail: canonicalJson(deed.detail ?? {}),
		proof: actor.proof,
	});
	const row = { ...entry, partner_id };
	await manager.insert(LogRow, row);
	return row;
}
