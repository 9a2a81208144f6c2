import { badInput, type HubError } from "./errors.ts";

/** Places of lists and objects that are looked at; JSON of four megabytes has far fewer. */
type Place = { path: string; value: unknown };

export function listTooLong(path: string, length: number, most: number): HubError {
	return badInput(path, `the list has ${length} items; ${most} are the most`);
}

/** Finds a list of more than `most` items in the variables of an operation, however deep. */
export function longListIn(
	variables: Readonly<Record<string, unknown>>,
	most: number,
): HubError | undefined {
	// Not by recursion: what a client nests ten thousand deep would overflow the stack.
	const places: Place[] = Object.entries(variables).map(([path, value]) => ({ path, value }));
	for (let place = places.pop(); place; place = places.pop()) {
		const { path, value } = place;
		if (value === null || typeof value !== "object") continue;
		if (Array.isArray(value)) {
			if (value.length > most) return listTooLong(path, value.length, most);
			for (const one of value) places.push({ path, value: one });
		} else
			for (const [name, one] of Object.entries(value))
				places.push({ path: `${path}.${name}`, value: one });
	}
	return undefined;
}
