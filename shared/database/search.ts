import sql, { join, raw, type Sql } from "sql-template-tag";
import { foldChinese } from "../chinese.ts";

/** Escapes what LIKE takes as wildcards; for `LIKE … ESCAPE '\'`. */
export function likePattern(text: string): string {
	return `%${text.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
}

const plain = (text: string) => text.normalize("NFKC").toLowerCase();

/**
 * Text as it is kept to be searched: width and case of letters do not matter, nor whether Chinese is written in
 * simplified or traditional characters.
 */
export function searchable(...texts: Array<string | null | undefined>): string {
	return foldChinese(plain(texts.filter(Boolean).join("\n")));
}

/**
 * Condition: every word of `search`, in any order and of any language, stands in the column. Traditional Chinese
 * finds simplified, and the other way round, where the column holds `searchable` text; in a column that holds text as
 * it was written, a word is found as it is typed.
 */
export function containsWords(column: string, search: string): Sql {
	const words = plain(search).split(/\s+/u).filter(Boolean);
	if (words.length === 0) return sql`1 = 1`;
	const contains = (word: string) => sql`${raw(column)} LIKE ${likePattern(word)} ESCAPE '\\'`;
	return join(
		words.map((word) => {
			const spellings = [...new Set([word, foldChinese(word)])];
			return sql`(${join(spellings.map(contains), " OR ")})`;
		}),
		" AND ",
	);
}
