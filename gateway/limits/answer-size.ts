/** What a value takes in JSON beside its own text: quotes, a colon, a comma. */
const AROUND = 4;
/** A number, a boolean or null, about. */
const PLAIN = 5;

/** About how many bytes a value takes as JSON; counting ends beyond `most`. */
export function sizeUpTo(value: unknown, most: number): number {
	if (typeof value === "string") return value.length + AROUND;
	if (value === null || typeof value !== "object") return PLAIN;
	let size = AROUND;
	if (Array.isArray(value))
		for (const one of value) {
			size += sizeUpTo(one, most);
			if (size > most) return size;
		}
	else
		for (const name in value) {
			size += name.length + AROUND + sizeUpTo((value as Record<string, unknown>)[name], most);
			if (size > most) return size;
		}
	return size;
}
