import { type Content, changesOf, contentOf, NEW_SME } from "./fields.ts";
import type { Item, Manufacturer, Step, Visit } from "./item.ts";

/** The items of one person, by their keys. */
export type Items = ReadonlyMap<string, Item>;

/** The manufacturer of a visit: its id at the hub, or the item on this device that has none yet. */
export function manufacturerOf(
	visit: Visit,
	items: Items,
): { id: string } | { waitsFor: Manufacturer } | undefined {
	const { smeId } = visit.typed;
	if (!smeId) return undefined;
	if (!smeId.startsWith(NEW_SME)) return { id: smeId };
	const item = items.get(smeId.slice(NEW_SME.length));
	if (item?.type !== "MANUFACTURER") return undefined;
	return item.record ? { id: item.record.id } : { waitsFor: item };
}

/** What would be sent of a visit as it was typed. */
function currentContent(visit: Visit, items: Items): Content {
	const manufacturer = manufacturerOf(visit, items);
	return contentOf(visit.typed, manufacturer && "id" in manufacturer ? manufacturer.id : undefined);
}

/** Statuses of records that can be submitted. */
const OPEN = ["DRAFT", "RETURNED"];

function registration({ key, typed, createAnyway }: Manufacturer): Step {
	const { name, city, state } = typed;
	const input = {
		clientMutationId: key,
		name: name.trim(),
		...(city?.trim() && { city: city.trim() }),
		...(state && { state }),
		...(createAnyway && { createAnyway }),
	};
	return { operation: "register", key, variables: { input } };
}

/** The key of a later step: the same for the same step on the same revision, whoever makes it. */
const keyOf = (visit: Visit, operation: string) =>
	`${visit.key}~${operation}~${visit.record?.revision}`;

/** The reason in the history of a draft that its author deletes, who is not asked for one. */
const DISCARDED = "deleted by its author in the console before it was decided on";

function moved(visit: Visit, operation: "submit" | "withdraw" | "discard"): Step | undefined {
	if (!visit.record) return undefined;
	const { id, revision } = visit.record;
	const key = keyOf(visit, operation);
	const reason = operation === "discard" ? { reason: DISCARDED } : {};
	return { operation, key, variables: { id, revision, ...reason, key } };
}

function visitStep(visit: Visit, items: Items): Step | undefined {
	const { record, intent, key } = visit;
	if (intent === "KEEP") return undefined;
	if (intent === "WITHDRAW") return moved(visit, "withdraw");
	// One that was submitted meanwhile is taken back first.
	if (intent === "DISCARD")
		return moved(visit, record?.status === "SUBMITTED" ? "withdraw" : "discard");
	const manufacturer = manufacturerOf(visit, items);
	if (manufacturer && "waitsFor" in manufacturer) return undefined;
	const content = currentContent(visit, items);
	if (!record)
		return { operation: "log", key, variables: { input: { clientMutationId: key, ...content } } };
	const changes = changesOf(visit.known ?? {}, content);
	if (Object.keys(changes).length > 0) {
		const { id, revision } = record;
		const amendment = keyOf(visit, "amend");
		const input = { id, revision, clientMutationId: amendment, ...changes };
		return { operation: "amend", key: amendment, variables: { input } };
	}
	return OPEN.includes(record.status) ? moved(visit, "submit") : undefined;
}

/** What is to be sent of an item now; undefined where nothing is, or where it waits for its owner or another item. */
export function nextStep(item: Item, items: Items): Step | undefined {
	if (item.sealed) return item.sealed;
	if (item.refusal) return undefined;
	if (item.type === "VISIT") return visitStep(item, items);
	return item.record ? undefined : registration(item);
}

/** Whether all that was to be done with a visit has been done. */
export function isDone(item: Item, items: Items): boolean {
	if (item.sealed || item.refusal) return false;
	if (item.type === "MANUFACTURER") return item.record !== undefined;
	return item.intent === "SUBMIT" && item.record !== undefined && !nextStep(item, items);
}
