import { In } from "typeorm";
import type { Database } from "../../../shared/database/database.ts";
import { lock } from "../../../shared/database/lock.ts";
import { type Reader, readerIn } from "../../../shared/database/reader-in.ts";
import { PartnerEventRow, WebhookDeliveryRow } from "../database/event-rows.ts";
import { StateRow } from "../database/rows.ts";
import { hubId } from "../database/served-state.ts";
import { deprecationsOf } from "./breaking-ahead.ts";
import { insertEvents } from "./insert.ts";
import { endingGrants, endingKeys, knownEvents, oldEvents, untoldEntries } from "./queries.ts";
import { EARLIEST_NOTICE_DAYS, eventId, type Happening, happeningOf, noticeDue } from "./rules.ts";

/** Entries of the log that one transaction takes. */
const AT_ONCE = 100;
/** Events are kept for this many days, and their deliveries with them. */
export const EVENTS_KEPT_DAYS = 90;
const DAY_MS = 86_400_000;

const daysFrom = (now: Date, days: number) => new Date(now.getTime() + days * DAY_MS).toISOString();

/** Makes events of what the publish log tells since last time; true where there may be more. */
async function followLog(database: Database): Promise<boolean> {
	if ((await untoldEntries(database, 1)).length === 0) return false;
	return database.write(async (manager) => {
		await lock(manager, "partner events");
		const entries = await untoldEntries(readerIn(manager), AT_ONCE);
		for (const entry of entries) {
			const own = happeningOf(entry);
			await insertEvents(manager, [
				...(own ? [own] : []),
				...(await deprecationsOf(manager, entry)),
			]);
		}
		const last = entries.at(-1)?.seq;
		if (last !== undefined) await manager.update(StateRow, { id: "told" }, { value: String(last) });
		return entries.length === AT_ONCE;
	});
}

/** Notices of keys and grants that end soon. */
async function endings(reader: Reader, now: Date): Promise<Happening[]> {
	const [from, to] = [now.toISOString(), daysFrom(now, EARLIEST_NOTICE_DAYS)];
	const [keys, grants] = await Promise.all([
		endingKeys(reader, from, to),
		endingGrants(reader, from, to),
	]);
	const common = { at: from, subgraph: null, version: null };
	const keyOf = (what: string, id: string, end: string) => [
		what,
		id,
		end,
		String(noticeDue(end, now)),
	];
	return [
		...keys.map(({ id, partner_id: partnerId, expires_at: expiresAt }) => ({
			...common,
			key: keyOf("key", id, expiresAt),
			partnerId,
			kind: "KEY_EXPIRING" as const,
			detail: { kid: id, expiresAt },
		})),
		...grants.map(({ id, partner_id: partnerId, expires_at: expiresAt, kind, type, field }) => ({
			...common,
			key: keyOf("grant", id, expiresAt),
			partnerId,
			kind: "GRANT_ENDING" as const,
			detail: { grant: { id, kind, type, field }, expiresAt },
		})),
	];
}

async function noteEndings(database: Database, now: Date): Promise<void> {
	const due = await endings(database, now);
	if (due.length === 0) return;
	const hub = await hubId(database);
	const ids = due.map(({ key }) => eventId(hub, key));
	const known = await knownEvents(database, ids);
	const fresh = due.filter((_, index) => !known.has(ids[index] ?? ""));
	if (fresh.length === 0) return;
	await database.write(async (manager) => {
		await lock(manager, "partner events");
		await insertEvents(manager, fresh);
	});
}

async function forgetOld(database: Database, now: Date): Promise<void> {
	const ids = await oldEvents(database, daysFrom(now, -EVENTS_KEPT_DAYS), 200);
	if (ids.length === 0) return;
	await database.write(async (manager) => {
		await manager.delete(WebhookDeliveryRow, { event_id: In(ids) });
		await manager.delete(PartnerEventRow, { id: In(ids) });
	});
}

/** Notes what has happened since last time, and what is about to end, as events. Nothing of the log is passed over. */
export async function recordEvents(database: Database, now: Date): Promise<void> {
	while (await followLog(database));
	await noteEndings(database, now);
	await forgetOld(database, now);
}
