import { device } from "./device.ts";
import { forgetImport, loadImport } from "./import-database.ts";
import { draftsOf } from "./known.ts";
import { rememberCount } from "./last-count.ts";
import { fileOf, itemsIn, type Loaded, restore } from "./saved-file.ts";
import { itemStore } from "./store.ts";

/** All that lies on this device for one person, as a file says it. */
export async function exportOf(owner: string): Promise<Blob> {
	const database = await device();
	const items = await itemStore(database).list(owner);
	const others = {
		drafts: await draftsOf(owner),
		import: await loadImport(owner).catch(() => undefined),
	};
	return new Blob([fileOf(items, Date.now(), others)], { type: "application/json" });
}

/** Puts back what `exportOf` saved; undefined if it is no such file. Throws if the device cannot keep it. */
export async function importInto(owner: string, file: Blob): Promise<Loaded | undefined> {
	const items = itemsIn(await file.text(), Date.now());
	return items && restore(itemStore(await device()), owner, items);
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
	await forgetImport(owner);
	rememberCount(owner, 0);
}
