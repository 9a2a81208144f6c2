import { LRUCache } from "lru-cache";
import { foldChinese } from "../../../shared/chinese.ts";
import { searchable } from "../../../shared/database/search.ts";
import { CHINESE_LEGAL_FORM, LEGAL_FORMS, SPELLED_OUT, WORDS_AT_FIRST } from "./name-words.ts";

/**
 * A name taken apart: the words that name the firm, with abbreviations spelled out; the same words as they were
 * written, but for case and accents; and the legal form as it was written.
 */
export type ReadName = { words: readonly string[]; written: string; legalForm: string };

/** Letters that are no base letter with a mark. */
const LETTERS: Record<string, string> = {
	æ: "ae",
	œ: "oe",
	ø: "o",
	ł: "l",
	đ: "d",
	ð: "d",
	þ: "th",
	ς: "σ",
};

/** A text without width, case, accents, and the difference of simplified and traditional Chinese. */
function plain(text: string): string {
	// Upper case first: it makes one letter of ß and ss, ı and i.
	const folded = foldChinese(text.normalize("NFKC").toUpperCase().toLowerCase());
	const bare = folded.normalize("NFKD").replace(/\p{M}/gu, "").normalize("NFC");
	return bare.replace(/[æœøłđðþς]/g, (letter) => LETTERS[letter] ?? letter);
}

/** 市 and 省 after a place at the beginning are left out as often as not: 青岛市双星, 青岛双星. */
const PLACE_SUFFIXES = [
	/^(\p{Script=Han}{2,3})省(?=\p{Script=Han}{2})/u,
	/^(\p{Script=Han}{2,6}?)(?<![城都超门上股夜])市(?=\p{Script=Han})(?![场政民区值容])/u,
];

/** `A.R.E.`: letters with dots between them are one word. */
const INITIALS = /(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])\.?/gu;
const SPACED_LEGAL_FORM = /(?<![^ ])l l ([cp])$/;
const HYPHEN = /(?<=[\p{L}\p{N}])[-\u2010\u2011](?=[\p{L}\p{N}])/gu;
const BETWEEN_HAN = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;
const BRACKETS_AND_COMMAS = /[()[\]{}【】〔〕,、;/]+/u;

/** The words of a name, for each part between commas and brackets. */
function partsOf(name: string): string[][] {
	const text = plain(name)
		.replace(/['’`ʼ]/g, "")
		.replace(INITIALS, (initials) => `${initials.replaceAll(".", "")} `)
		.replace(HYPHEN, "");
	return text
		.split(BRACKETS_AND_COMMAS)
		.map((part) =>
			part
				.replace(/[^\p{L}\p{N}]+/gu, " ")
				.trim()
				.replace(BETWEEN_HAN, "")
				.replace(SPACED_LEGAL_FORM, "ll$1")
				.split(" ")
				.filter((word) => word !== ""),
		)
		.filter((part) => part.length > 0);
}

/** A low bound also keeps the search below fast. */
const LONGEST_ACRONYM = 6;

/** Whether `short` is made of the beginnings of words that follow each other: "pesco", of process, equipment, service, company. */
function isShortFor(short: string, long: readonly string[]): boolean {
	const [word, ...rest] = long;
	if (short === "") return true;
	if (word === undefined) return false;
	if (word === "and") return isShortFor(short, rest);
	for (let length = 1; word.startsWith(short.slice(0, length)); length++) {
		if (isShortFor(short.slice(length), rest)) return true;
		if (length >= short.length) break;
	}
	return false;
}

/** Takes the legal forms off the end of a part; the first word of a name always stays. */
function takeLegalForms(part: string[], isFirst: boolean): { words: string[]; forms: string[] } {
	const words = [...part];
	const forms: string[] = [];
	const fewest = isFirst ? 1 : 0;
	while (words.length > 0) {
		const last = words.at(-1) ?? "";
		const chinese = CHINESE_LEGAL_FORM.exec(last)?.[0];
		if (chinese && (last !== chinese || words.length > fewest)) {
			words.pop();
			if (last !== chinese) words.push(last.slice(0, -chinese.length));
			forms.unshift(chinese);
		} else if (LEGAL_FORMS.has(last) && words.length > fewest) {
			words.pop();
			forms.unshift(last);
		} else break;
	}
	return { words, forms };
}

/** Without words that are said or left out at will. At least one word stays. */
function withoutFillers(words: string[]): string[] {
	const named = words.filter((word, at) => word !== "and" && !(word === "the" && at === 0));
	return named.length > 0 ? named : words;
}

/** Names that were taken apart: likely pairs compare each name with many others. */
const read = new LRUCache<string, ReadName>({ max: 20_000 });

/** Takes a name apart. A name without a letter or digit is one word as it stands. */
export function readName(name: string): ReadName {
	let found = read.get(name);
	if (!found) {
		found = takeApart(name);
		read.set(name, found);
	}
	return found;
}

function takeApart(name: string): ReadName {
	const parts = partsOf(name);
	if (parts.length === 0) {
		const written = plain(name).trim() || name.trim();
		return { words: [written], written, legalForm: "" };
	}
	const bared = parts
		.map((part, at) => takeLegalForms(part, at === 0))
		.filter(({ words: [word = "", ...more] }, at) => {
			const isShort = word.length > 1 && word.length <= LONGEST_ACRONYM;
			return (
				at === 0 || more.length > 0 || !isShort || !isShortFor(word, parts.slice(0, at).flat())
			);
		});
	const bare = withoutFillers(bared.flatMap((part) => part.words));
	const words = bare.map((word, at) => {
		if (at > 0) return SPELLED_OUT.get(word) ?? word;
		const first = WORDS_AT_FIRST.has(word) ? word : (SPELLED_OUT.get(word) ?? word);
		return PLACE_SUFFIXES.reduce((text, suffix) => text.replace(suffix, "$1"), first);
	});
	return {
		words,
		written: bare.join(""),
		legalForm: bared.flatMap((part) => part.forms).join(" "),
	};
}

/**
 * A name as names are compared: two spellings of one name give the same text. Case, width, accents, punctuation,
 * spaces, legal forms, usual abbreviations, simplified and traditional Chinese, and 市 after a city make no difference.
 *
 * The result is stored in `smes.match_name`: a change of this function needs a migration that computes the column again,
 * as `migrations-match-names.ts` does.
 */
export function comparable(name: string): string {
	const next = readName(name).words.join("");
	return next === name ? next : comparable(next);
}

/** A city or another place as places are compared. */
export function comparablePlace(place: string): string {
	return comparable(place).replace(/(?<=\p{Script=Han}{2})[市县区]$/u, "");
}

/**
 * Of manufacturers with the same name and state, the best match for `city`: the first in that city, otherwise the first
 * without a city; if `city` is null, the first without a city or the first. Undefined if all are in other cities.
 */
export function nearestTo<T extends { city: string | null }>(
	city: string | null,
	found: readonly T[],
): T | undefined {
	const unplaced = found.find((one) => one.city === null);
	if (city === null) return unplaced ?? found[0];
	const wanted = comparablePlace(city);
	const there = found.find((one) => one.city !== null && comparablePlace(one.city) === wanted);
	return there ?? unplaced;
}

/** The columns of a manufacturer derived from its name; set them whenever the name is set. */
export function nameColumns(name: string): {
	name: string;
	match_name: string;
	search_name: string;
} {
	return { name, match_name: comparable(name), search_name: searchable(name) };
}
