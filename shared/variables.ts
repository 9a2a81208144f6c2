import { badInput, type HubError } from "./errors.ts";

type Variables = Readonly<Record<string, unknown>>;
type Place = { path: string; depth: number; value: unknown };

const isScalar = (value: unknown): boolean => value === null || typeof value !== "object";

const lengthOf = (scalars: Variables): number =>
	Object.values(scalars).reduce<number>(
		(sum, value) => sum + (typeof value === "string" ? value.length : 0),
		0,
	);

/** Inputs of the API are nested four deep at most. */
const DEEPEST = 30;

export function listTooLong(path: string, length: number, most: number): HubError {
	return badInput(path, `the list has ${length} items; ${most} are the most`);
}

/**
 * Inspects variables as they were sent. `fault`: a list or an object of more than `most` items somewhere, or one nested
 * too deeply. `characters`: how much text they hold, at least.
 */
export function inspectVariables(
	variables: Variables,
	most: number,
): { fault?: HubError; characters: number } {
	if (Object.keys(variables).length <= most && Object.values(variables).every(isScalar))
		return { characters: lengthOf(variables) };
	// Not recursive: input nested a hundred thousand levels deep would overflow the stack.
	const places: Place[] = [{ path: "", depth: 0, value: variables }];
	let characters = 0;
	for (let place = places.pop(); place; place = places.pop()) {
		const { path, depth, value } = place;
		if (typeof value === "string") characters += value.length;
		if (value === null || typeof value !== "object") continue;
		if (depth > DEEPEST)
			return { fault: badInput(path, `it is nested deeper than ${DEEPEST} levels`), characters };
		if (Array.isArray(value)) {
			if (value.length > most) return { fault: listTooLong(path, value.length, most), characters };
			for (const one of value) places.push({ path, depth: depth + 1, value: one });
			continue;
		}
		const entries = Object.entries(value);
		if (entries.length > most)
			return { fault: badInput(path, `it has ${entries.length} fields`), characters };
		for (const [name, one] of entries)
			places.push({ path: path ? `${path}.${name}` : name, depth: depth + 1, value: one });
	}
	return { characters };
}
