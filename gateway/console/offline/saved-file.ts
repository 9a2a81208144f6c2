import { FIELD_NAMES, type Typed } from "./fields.ts";
import type { Item, Manufacturer, Operation, Step, Visit } from "./item.ts";
import type { Store } from "./send.ts";

/** Larger files were not saved by this app. */
const MOST_BYTES = 20_000_000;
const OPERATIONS: readonly Operation[] = [
	"register",
	"log",
	"amend",
	"submit",
	"withdraw",
	"discard",
];
const INTENTS: ReadonlyArray<Visit["intent"]> = ["KEEP", "SUBMIT", "WITHDRAW", "DISCARD"];
const MANUFACTURER_FIELDS = ["name", "city", "state"] as const;

/** Items as a file says them, and, to be read by people, what was typed into other forms and a file being imported. */
export function fileOf(
	items: readonly Item[],
	now: number,
	others: { drafts?: readonly object[]; import?: object } = {},
): string {
	const about = "Throughline: what lies on one device";
	const file = { about, at: new Date(now).toISOString(), items, ...others };
	return JSON.stringify(file, null, "\t");
}

type Told = Record<string, unknown>;
const isObject = (value: unknown): value is Told =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** Those of some fields that are texts. */
function textsIn<Name extends string>(value: unknown, names: readonly Name[]) {
	const told = isObject(value) ? value : {};
	const found = names.filter((name) => typeof told[name] === "string");
	return Object.fromEntries(found.map((name) => [name, told[name]])) as { [N in Name]?: string };
}

/** The step that was under way; only one of this item's own keys counts. */
function stepIn(value: unknown, key: string): Step | undefined {
	if (!isObject(value) || !isObject(value.variables)) return undefined;
	const operation = OPERATIONS.find((one) => one === value.operation);
	const isOwn = value.key === key || String(value.key).startsWith(`${key}~`);
	return operation && isOwn
		? { operation, key: String(value.key), variables: value.variables }
		: undefined;
}

function visitIn(told: Told): Omit<Visit, keyof ReturnType<typeof keptIn>> {
	const { record, known, returned } = told;
	const { id, status, by, reason } = {
		...textsIn(record, ["id", "status"]),
		...textsIn(returned, ["by", "reason"]),
	};
	const revision = isObject(record) && typeof record.revision === "number" && record.revision;
	const typed: Typed = textsIn(told.typed, [...FIELD_NAMES, "smeId", "smeName"]);
	return {
		type: "VISIT",
		typed,
		intent: INTENTS.find((one) => one === told.intent) ?? "KEEP",
		...(id && revision && { record: { id, revision, status: status ?? "" } }),
		...(id && revision && isObject(known) && { known: known as Visit["known"] }),
		...(by !== undefined && reason !== undefined && { returned: { by, reason } }),
	};
}

function manufacturerIn(told: Told): Omit<Manufacturer, keyof ReturnType<typeof keptIn>> {
	const { name = "", ...place } = textsIn(told.typed, MANUFACTURER_FIELDS);
	const record = textsIn(told.record, ["id", "name"]);
	return {
		type: "MANUFACTURER",
		typed: { name, ...place },
		...(told.createAnyway === true && { createAnyway: true }),
		...(record.id && { record: { id: record.id, name: record.name ?? name } }),
	};
}

/** What was refused or failed is tried again, so none of it is taken over. */
const keptIn = (told: Told, key: string, owner: string, now: number) => ({
	...{ key, owner, attempts: 0, nextAt: 0, sealed: stepIn(told.sealed, key) },
	madeAt: typeof told.madeAt === "number" ? told.madeAt : now,
	changedAt: typeof told.changedAt === "number" ? told.changedAt : now,
});

function itemIn(value: unknown, now: number): Item | undefined {
	if (!isObject(value)) return undefined;
	const { key, owner, type } = value;
	if (typeof key !== "string" || typeof owner !== "string") return undefined;
	if (!/^[\w-]{1,100}$/.test(key)) return undefined;
	const kept = keptIn(value, key, owner, now);
	if (type === "VISIT") return { ...kept, ...visitIn(value) };
	return type === "MANUFACTURER" ? { ...kept, ...manufacturerIn(value) } : undefined;
}

/** The items in a file that this app saved; undefined if it is none. Only what an item has is taken over. */
export function itemsIn(text: string, now: number): Item[] | undefined {
	if (text.length > MOST_BYTES) return undefined;
	try {
		const file: unknown = JSON.parse(text);
		if (!isObject(file) || !Array.isArray(file.items)) return undefined;
		const items = file.items.map((one) => itemIn(one, now));
		return items.every((item) => item !== undefined) ? (items as Item[]) : undefined;
	} catch {
		return undefined;
	}
}

/** What became of the items of a file. */
export type Loaded = { restored: number; here: number; others: number };

/**
 * Puts items back onto the device, each under the key that it had, by which the hub knows it again. What lies on the
 * device already stays as it is, and what belongs to somebody else is left out.
 */
export async function restore(
	store: Store,
	owner: string,
	items: readonly Item[],
): Promise<Loaded> {
	const loaded: Loaded = { restored: 0, here: 0, others: 0 };
	for (const item of items) {
		if (item.owner !== owner) {
			loaded.others++;
			continue;
		}
		await store.update(item.key, (before) => {
			loaded[before ? "here" : "restored"]++;
			return before ?? item;
		});
	}
	return loaded;
}
