import { device } from "./device.ts";
import { draftsOf } from "./known.ts";
import { rememberCount } from "./last-count.ts";
import { itemStore } from "./store.ts";

/** All that lies on this device for one person, as a file says it. */
export async function exportOf(owner: string): Promise<Blob> {
	const database = await device();
	const items = await itemStore(database).list(owner);
	const file = {
		about: "Throughline: what lies on one device",
		at: new Date().toISOString(),
		items,
		drafts: await draftsOf(owner),
	};
	return new Blob([JSON.stringify(file, null, "\t")], { type: "application/json" });
}

/** Deletes all that lies on this device for one person. */
export async function clear(owner: string): Promise<void> {
	const transaction = (await device()).transaction(["items", "known"], "readwrite");
	for (const name of ["items", "known"] as const) {
		const store = transaction.objectStore(name);
		for (const key of await store.index("owner").getAllKeys(owner))
			await store.delete(key as never);
	}
	await transaction.done;
	rememberCount(owner, 0);
}
