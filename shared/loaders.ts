import DataLoader from "dataloader";

/** Most keys that one statement is given: SQLite allows 500 terms of a UNION. */
const KEYS_A_STATEMENT = 200;

/** Makes DataLoaders by name, one for each name and request: equal reads share one, different ones never mix. */
export function loaderStore() {
	const made = new Map<string, DataLoader<string, unknown>>();
	return <V>(
		name: unknown,
		read: (keys: readonly string[]) => Promise<V[]>,
	): DataLoader<string, V> => {
		const key = JSON.stringify(name);
		let found = made.get(key);
		if (!found) {
			found = new DataLoader(read, { maxBatchSize: KEYS_A_STATEMENT });
			made.set(key, found);
		}
		return found as DataLoader<string, V>;
	};
}
