import { waitAfter } from "./backoff.ts";
import { type Content, contentOfVisit, type HubVisit, type Typed, typedOf } from "./fields.ts";
import type { Item, Manufacturer, Step, Visit } from "./item.ts";
import type { Outcome } from "./reply.ts";

/** How an item changes; all of these are pure, and what they return replaces the item. */

type Begun = { key: string; owner: string; now: number };

const kept = ({ key, owner, now }: Begun) => ({
	...{ key, owner, madeAt: now, changedAt: now },
	...{ attempts: 0, nextAt: 0 },
});

/** A new visit, at its first keystroke. */
export function newVisit(begun: Begun, typed: Typed): Visit {
	return { ...kept(begun), type: "VISIT", typed, intent: "KEEP" };
}

/** A manufacturer to register. */
export function newManufacturer(begun: Begun, typed: Manufacturer["typed"]): Manufacturer {
	return { ...kept(begun), type: "MANUFACTURER", typed };
}

/** A record of the hub, to be changed on this device. */
export function visitOfRecord(
	begun: Begun,
	visit: HubVisit,
	intent: Visit["intent"],
	returned?: Visit["returned"],
): Visit {
	const { id, revision, status } = visit;
	return {
		...kept(begun),
		...{ type: "VISIT", typed: typedOf(visit), intent, known: contentOfVisit(visit) },
		record: { id, revision, status: status ?? "" },
		returned,
	};
}

/** The same again as a new visit of another day. */
export function duplicateOf(begun: Begun, typed: Typed, startedOn: string): Visit {
	const { endedOn, late, reason, ...rest } = typed;
	return newVisit(begun, { ...rest, startedOn });
}

/** A keystroke. Nothing more of the visit is sent until it is submitted again, but for the step that is under way. */
export function type(visit: Visit, typed: Typed, now: number): Visit {
	return { ...visit, typed: { ...visit.typed, ...typed }, intent: "KEEP", changedAt: now };
}

/** What the owner wants done; clears what was refused, which is tried again. */
export function intend<T extends Item>(item: T, intent: Visit["intent"], now: number): T {
	const next = { ...item, refusal: undefined, failure: undefined, nextAt: 0, changedAt: now };
	return item.type === "VISIT" ? { ...next, intent } : next;
}

/** The step is about to be sent: from now on it is sent as it is until the hub has answered. */
export const seal = <T extends Item>(item: T, step: Step): T => ({ ...item, sealed: step });

/** What the hub knows once a step is done. */
function knownAfter(visit: Visit, { operation, variables }: Step): Content | undefined {
	if (operation !== "log" && operation !== "amend") return visit.known;
	const { clientMutationId, id, revision, late, reason, ...sent } = variables.input as Record<
		string,
		unknown
	>;
	const all = { ...visit.known, ...sent } as Record<string, unknown>;
	return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)) as Content;
}

function done(
	item: Item,
	step: Step,
	record: Extract<Outcome, { type: "DONE" }>["record"],
): Item | undefined {
	const next = {
		...item,
		sealed: undefined,
		failure: undefined,
		refusal: undefined,
		attempts: 0,
		nextAt: 0,
	};
	if (next.type === "MANUFACTURER")
		return { ...next, record: { id: record.id, name: record.name || next.typed.name } };
	if (step.operation === "discard") return undefined;
	const { id, revision, status } = record;
	// What was taken back is a draft again, for its owner to change.
	const intent = step.operation === "withdraw" && next.intent === "WITHDRAW" ? "KEEP" : next.intent;
	return { ...next, intent, record: { id, revision, status }, known: knownAfter(next, step) };
}

/**
 * After an answer, or none. An answer to a step that is not under way, such as one that comes twice, changes nothing.
 * Undefined: the item is no more.
 */
export function settle(
	item: Item,
	step: Step,
	outcome: Outcome,
	{ now, random }: { now: number; random: number },
): Item | undefined {
	if (item.sealed?.key !== step.key) return item;
	if (outcome.type === "DONE") return done(item, step, outcome.record);
	if (outcome.type === "REFUSED")
		return {
			...item,
			sealed: undefined,
			failure: undefined,
			attempts: 0,
			refusal: outcome.refusal,
		};
	const attempts = item.attempts + 1;
	return { ...item, failure: outcome.failure, attempts, nextAt: now + waitAfter(attempts, random) };
}

/** A conflict is settled: the visit says what its owner chose, on top of what the hub has now. */
export function resolve(visit: Visit, chosen: Typed, current: HubVisit, now: number): Visit {
	const { id, revision, status } = current;
	const known = contentOfVisit(current);
	return {
		...visit,
		...{ refusal: undefined, typed: chosen, known, changedAt: now, nextAt: 0 },
		record: { id, revision, status: status ?? "" },
	};
}

/** The owner chose one of the manufacturers like the one to be registered; or none of them. */
export function chooseTwin(
	manufacturer: Manufacturer,
	twin: { id: string; name: string } | "NONE",
	now: number,
): Manufacturer {
	const next = { ...manufacturer, refusal: undefined, nextAt: 0, changedAt: now };
	if (twin === "NONE") return { ...next, createAnyway: true };
	return { ...next, record: { id: twin.id, name: twin.name } };
}

/** What nobody else saw is deleted; the hub voids what it may have. */
export function discard(visit: Visit, now: number): Visit | undefined {
	return visit.record || visit.sealed ? intend(visit, "DISCARD", now) : undefined;
}
