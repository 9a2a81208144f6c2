import type { DeviceDatabase } from "./database.ts";
import type { Item } from "./item.ts";
import type { Store } from "./send.ts";

/** Items in the device's database; each change is on the disk when the promise resolves. */
export function itemStore(database: DeviceDatabase): Store {
	return {
		async list(owner) {
			const items = await database.getAllFromIndex("items", "owner", owner);
			return items.sort(
				(one, other) => one.madeAt - other.madeAt || (one.key < other.key ? -1 : 1),
			);
		},
		async update(key, change) {
			const transaction = database.transaction("items", "readwrite", { durability: "strict" });
			const before = await transaction.store.get(key);
			let after: Item | undefined;
			try {
				after = change(before);
			} catch (error) {
				transaction.abort();
				await transaction.done.catch(() => undefined);
				throw error;
			}
			if (after) await transaction.store.put(after);
			else if (before) await transaction.store.delete(key);
			await transaction.done;
			return after;
		},
	};
}
