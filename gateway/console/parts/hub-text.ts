import type { Words } from "../words/use-words.ts";

/**
 * What the hub says, which says it in English. On pages of another language, in their own words where the code tells what
 * it is about; a message about fields, whose details matter more, stays as it is.
 */
export function hubText(t: Words, code: string | undefined, message: string): string {
	return t.language === "en" || !code ? message : t.maybe(`hub.${code}`, message);
}
