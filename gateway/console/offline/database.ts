import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Item } from "./item.ts";

/** What was heard from the hub and is shown without signal. */
type Known = { owner: string; name: string; value: unknown; at: number };

interface Schema extends DBSchema {
	items: { key: string; value: Item; indexes: { owner: string } };
	known: { key: [string, string]; value: Known; indexes: { owner: string } };
}

export type DeviceDatabase = IDBPDatabase<Schema>;

/**
 * Opens what lies on this device. Items are never rewritten by an update of the app: a new version reads what an older
 * one wrote, and adds stores only.
 */
export function openDevice(name: string, onClosed?: () => void): Promise<DeviceDatabase> {
	return openDB<Schema>(name, 1, {
		upgrade(database) {
			database.createObjectStore("items", { keyPath: "key" }).createIndex("owner", "owner");
			database
				.createObjectStore("known", { keyPath: ["owner", "name"] })
				.createIndex("owner", "owner");
		},
		// Another tab has a newer version of the app: it is let in, and this one opens again when it needs to.
		blocking(_current, _blocked, event) {
			(event.target as IDBDatabase).close();
			onClosed?.();
		},
		terminated: onClosed,
	});
}
