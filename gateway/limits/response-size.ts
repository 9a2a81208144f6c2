/** Overhead of a value in JSON: quotes, colon, comma. */
const OVERHEAD = 4;
/** Approximate size of a number, a boolean or null. */
const SCALAR_SIZE = 5;
/** Maximum bytes of a character (UTF-16 code unit) in UTF-8. */
const MAX_BYTES_PER_CHARACTER = 3;

type Length = (text: string) => number;

function count(value: unknown, limit: number, lengthOf: Length): number {
	if (typeof value === "string") return lengthOf(value) + OVERHEAD;
	if (value === null || typeof value !== "object") return SCALAR_SIZE;
	let size = OVERHEAD;
	if (Array.isArray(value))
		for (const one of value) {
			size += count(one, limit, lengthOf);
			if (size > limit) return size;
		}
	else
		for (const name in value) {
			const inner = (value as Record<string, unknown>)[name];
			size += name.length + OVERHEAD + count(inner, limit, lengthOf);
			if (size > limit) return size;
		}
	return size;
}

/** Estimates the size of a value as JSON in UTF-8 bytes; stops counting above `limit`. */
export function estimateJsonSize(value: unknown, limit: number): number {
	// Counting characters is faster than bytes, and sufficient except for the largest responses.
	const characters = count(value, limit, (text) => text.length);
	return characters * MAX_BYTES_PER_CHARACTER <= limit
		? characters
		: count(value, limit, (text) => Buffer.byteLength(text));
}
