import type { Item } from "./item.ts";
import { type Items, isDone, manufacturerOf, nextStep } from "./steps.ts";

/** What an item waits for, before it goes on. */
export type WaitsFor =
	| "OWNER"
	| "DECISION"
	| "MANUFACTURER"
	| "SIGNAL"
	| "PORTAL"
	| "HUB"
	| "SIGN_IN"
	| "TURN"
	| "DONE";

const FAILURES = {
	UNREACHABLE: "SIGNAL",
	NOT_THE_HUB: "PORTAL",
	BUSY: "HUB",
	SIGN_IN: "SIGN_IN",
} as const;

/** OWNER: it is a draft. DECISION: the hub refused it. DONE: for nothing. */
export function waitingFor(item: Item, items: Items): WaitsFor {
	if (item.refusal) return "DECISION";
	if (item.failure) return FAILURES[item.failure];
	if (item.sealed) return "TURN";
	if (isDone(item, items)) return "DONE";
	if (item.type === "VISIT" && item.intent !== "KEEP") {
		const manufacturer = manufacturerOf(item, items);
		if (manufacturer && "waitsFor" in manufacturer) return "MANUFACTURER";
	}
	return nextStep(item, items) ? "TURN" : "OWNER";
}
