/** What a value takes in JSON beside its own text: quotes, a colon, a comma. */
const AROUND = 4;
/** A number, a boolean or null, about. */
const PLAIN = 5;
/** Most bytes of a character (UTF-16 code unit) in UTF-8. */
const BYTES_A_CHARACTER = 3;

type Length = (text: string) => number;

function count(value: unknown, most: number, lengthOf: Length): number {
	if (typeof value === "string") return lengthOf(value) + AROUND;
	if (value === null || typeof value !== "object") return PLAIN;
	let size = AROUND;
	if (Array.isArray(value))
		for (const one of value) {
			size += count(one, most, lengthOf);
			if (size > most) return size;
		}
	else
		for (const name in value) {
			const inner = (value as Record<string, unknown>)[name];
			size += name.length + AROUND + count(inner, most, lengthOf);
			if (size > most) return size;
		}
	return size;
}

/** About how many bytes a value takes as JSON in UTF-8; counting ends beyond `most`. */
export function sizeUpTo(value: unknown, most: number): number {
	// Characters are counted faster than bytes, and tell enough of all but the largest answers.
	const characters = count(value, most, (text) => text.length);
	return characters * BYTES_A_CHARACTER <= most
		? characters
		: count(value, most, (text) => Buffer.byteLength(text));
}
