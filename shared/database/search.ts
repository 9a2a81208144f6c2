import sql, { join, raw, type Sql } from "sql-template-tag";
import { chineseForms, foldChinese } from "../chinese.ts";
import type { Engine } from "./database.ts";

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

const wordsOf = (search: string) => [...new Set(plain(search).split(/\s+/u).filter(Boolean))];

/**
 * Condition: every word of `search`, in any order and of any language, stands in the column. Traditional Chinese
 * finds simplified, and the other way round, where the column holds `searchable` text; in a column that holds text as
 * it was written, a word is found as it is typed.
 */
export function containsWords(column: string, search: string): Sql {
	const words = wordsOf(search);
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

/** The pattern of each word that is looked for, and the operator that takes such patterns. */
export type WordPatterns = {
	operator: "GLOB" | "~";
	words: Array<{ word: string; pattern: string }>;
};

/** Character → the same one in another width: "A" → "Ａ", "ア" → "ｱ". Unicode's block of half and full width forms. */
const OTHER_WIDTH = new Map(
	Array.from({ length: 0xffee - 0xff00 }, (_, index) => String.fromCodePoint(0xff01 + index)).map(
		(form) => [form.normalize("NFKC"), form] as const,
	),
);

/** A character as it may be written: small or capital, half or full width, simplified or traditional. */
function formsOf(character: string): string[] {
	const cases = [
		character,
		character.toLowerCase(),
		character.toUpperCase(),
		...chineseForms(character),
	];
	const all = [...cases, ...cases.flatMap((one) => OTHER_WIDTH.get(one) ?? [])];
	// "ß" in capitals is two characters, which one place cannot hold.
	return [...new Set(all)].filter((one) => [...one].length === 1);
}

/** A class of characters that begins with "^" would mean all others, and one with "]" in its midst ends there. */
const classOf = (forms: string[]) =>
	`[${(forms[0] === "]" ? forms : [...forms].reverse()).join("")}]`;

const globOf = (word: string) => {
	const parts = [...word].map((character) => {
		const forms = formsOf(character);
		return forms.length === 1 ? character : classOf(forms);
	});
	return `*${parts.join("")}*`;
};

const regexOf = (word: string) =>
	[...word]
		.map((character) => {
			const forms = formsOf(character).map((one) => one.replace(/[^\p{L}\p{M}\p{N}]/u, "\\$&"));
			return forms.length === 1 ? forms[0] : `(?:${forms.join("|")})`;
		})
		.join("");

/**
 * Patterns that find words in texts as people wrote them, whatever the case and width of their letters, in simplified
 * and traditional Chinese. Both engines' LOWER and LIKE know the case of ASCII letters only: SQLite always, PostgreSQL
 * in the collation that cursors need.
 */
export function wordPatterns(search: string, engine: Engine): WordPatterns {
	const sqlite = engine === "sqlite";
	const words = wordsOf(search).map((word) => ({
		word,
		pattern: sqlite ? globOf(word) : regexOf(word),
	}));
	return { operator: sqlite ? "GLOB" : "~", words };
}

/** Condition: what a pattern stands for stands in one of the columns, or `elsewhere`. */
export function matchesOne(
	columns: string[],
	operator: WordPatterns["operator"],
	pattern: string,
	...elsewhere: Sql[]
): Sql {
	const own = columns.map((column) => sql`${raw(`${column} ${operator}`)} ${pattern}`);
	return sql`(${join([...own, ...elsewhere], " OR ")})`;
}
