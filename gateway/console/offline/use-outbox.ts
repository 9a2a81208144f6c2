import { useMemo, useSyncExternalStore } from "react";
import type { Item } from "./item.ts";
import { currentOutbox, type Outbox, subscribeToOutbox } from "./outbox.ts";

/** What lies on this device for who is here. */
export function useOutbox(): Outbox & { byKey: ReadonlyMap<string, Item> } {
	const outbox = useSyncExternalStore(subscribeToOutbox, currentOutbox);
	const byKey = useMemo(
		() => new Map(outbox.items.map((item) => [item.key, item])),
		[outbox.items],
	);
	return { ...outbox, byKey };
}
