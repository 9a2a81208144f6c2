import { type DocumentNode, Kind, visit } from "graphql";
import { badInput, type HubError } from "../errors.ts";

/** PostgreSQL rejects NUL in a text and SQLite cuts the text there, so it is refused here. */
const NUL = "\u0000";

const refusal = (path: string): HubError =>
	badInput(
		path,
		"holds a NUL character (U+0000), which no text, id or search term may; take it out",
	);

/** Finds a NUL in the texts that stand in an operation itself. */
export function nulInDocument(document: DocumentNode): HubError | undefined {
	let found: HubError | undefined;
	let argument = "";
	visit(document, {
		Argument({ name }) {
			argument = name.value;
		},
		[Kind.STRING]({ value }) {
			if (value.includes(NUL)) found ??= refusal(argument);
		},
	});
	return found;
}

/** Whether there is a NUL in a value, however deep. Keeps no paths, which nearly no request needs. */
function hasNul(value: unknown): boolean {
	// Not recursive: input nested ten thousand levels deep would overflow the stack.
	const values = [value];
	while (values.length > 0) {
		const one = values.pop();
		if (typeof one === "string") {
			if (one.includes(NUL)) return true;
		} else if (one !== null && typeof one === "object")
			for (const inner of Object.values(one)) values.push(inner);
	}
	return false;
}

/** Finds a NUL in the variables of an operation, however deep. */
export function nulInVariables(variables: Readonly<Record<string, unknown>>): HubError | undefined {
	if (!hasNul(variables)) return undefined;
	const places = Object.entries(variables);
	for (let place = places.pop(); place; place = places.pop()) {
		const [path, value] = place;
		if (typeof value === "string" && value.includes(NUL)) return refusal(path);
		if (value === null || typeof value !== "object") continue;
		for (const [name, one] of Object.entries(value)) places.push([`${path}.${name}`, one]);
	}
	return undefined;
}
