import type { Page } from "playwright-core";

/** All that the pages of a hub have left in a browser's databases and caches, as text. */
export async function keptBy(page: Page): Promise<string> {
	return page.evaluate(async () => {
		const done = <T>(asked: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				asked.onsuccess = () => resolve(asked.result);
				asked.onerror = () => reject(asked.error);
			});
		const found: unknown[] = [];
		for (const { name = "" } of await indexedDB.databases()) {
			const database = await done(indexedDB.open(name));
			const stores = [...database.objectStoreNames];
			for (const store of stores)
				found.push(await done(database.transaction(store).objectStore(store).getAll()));
			database.close();
		}
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys())
				found.push(request.url, await (await cache.match(request))?.text());
		}
		return JSON.stringify(found);
	});
}
