import sql, { join, raw, type Sql } from "sql-template-tag";

/** Escapes what LIKE takes as wildcards; for `LIKE … ESCAPE '\'`. */
export function likePattern(text: string): string {
	return `%${text.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
}

/** Text as it is searched: width and case of letters do not matter, Chinese stays as it is. */
export function searchable(...texts: Array<string | null | undefined>): string {
	return texts.filter(Boolean).join("\n").normalize("NFKC").toLowerCase();
}

/** Condition: every word of `search`, in any order and of any language, stands in the column. */
export function containsWords(column: string, search: string): Sql {
	const words = searchable(search).split(/\s+/u).filter(Boolean);
	if (words.length === 0) return sql`1 = 1`;
	return join(
		words.map((word) => sql`${raw(column)} LIKE ${likePattern(word)} ESCAPE '\\'`),
		" AND ",
	);
}
