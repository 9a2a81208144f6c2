import DataLoader from "dataloader";

/** Most keys that one statement is given: SQLite allows 500 terms of a UNION. */
const KEYS_A_STATEMENT = 200;

const texts = new WeakMap<object, string>();

/** An object as text, worked out once for each object: the sets of fields of an operation live as long as it does. */
function textOf(part: string | object): string {
	if (typeof part === "string") return part;
	let text = texts.get(part);
	if (text === undefined) {
		text = JSON.stringify(part instanceof Set ? [...part] : part);
		texts.set(part, text);
	}
	return text;
}

/** Makes DataLoaders by name, one for each name and request: equal reads share one, different ones never mix. */
export function loaderStore() {
	const made = new Map<string, DataLoader<string, unknown>>();
	return <V>(
		name: Array<string | object>,
		read: (keys: readonly string[]) => Promise<V[]>,
	): DataLoader<string, V> => {
		const key = name.map(textOf).join("\n");
		let found = made.get(key);
		if (!found) {
			found = new DataLoader(read, { maxBatchSize: KEYS_A_STATEMENT });
			made.set(key, found);
		}
		return found as DataLoader<string, V>;
	};
}

export type LoaderStore = ReturnType<typeof loaderStore>;
