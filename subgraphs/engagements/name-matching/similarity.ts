import { distance } from "fastest-levenshtein";
import { stemmer } from "stemmer";
import { CHINESE_DESCRIBING, CHINESE_PLACES, DESCRIBING, PLACES } from "./name-words.ts";
import { readName } from "./names.ts";

/** How much a word says about which firm it names. */
type Kind = "NAME" | "NUMBER" | "PLACE" | "DESCRIBING";
type Word = { text: string; stem: string; kind: Kind };

/** Weight of a word that both names have. */
const SHARED: Record<Kind, number> = { NAME: 1, NUMBER: 0.5, PLACE: 0.2, DESCRIBING: 0.4 };
/** Weight of a word that differs. */
const APART: Record<Kind, number> = { NAME: 1, NUMBER: 1.2, PLACE: 0.5, DESCRIBING: 0.4 };
/** Factor for words that only one name has, which count less than words that differ. */
const LEFT_OUT = 0.45;
/** Weight of a typing mistake, times the share of letters that differ. */
const MISTAKE = 1.2;

const HAN = /\p{Script=Han}/u;
const HAN_OR_NOT = /\p{Script=Han}+|[^\p{Script=Han}]+/gu;
const longestFirst = (one: string, other: string) => other.length - one.length;
const KNOWN_CHINESE = new RegExp(
	`(${[...CHINESE_DESCRIBING, ...CHINESE_PLACES].sort(longestFirst).join("|")})`,
	"u",
);

/** Words that only link others. */
const LINKING = new Set(["of", "for", "in", "at", "by", "de", "y"]);

const stemOf = (word: string) => (/^[a-z]{4,}$/.test(word) ? stemmer(word) : word);
const DESCRIBING_STEMS = new Set([...DESCRIBING].map(stemOf).concat(CHINESE_DESCRIBING));
const PLACE_NAMES = new Set([...PLACES, ...CHINESE_PLACES]);

function kindOf(text: string, stem: string, cities: ReadonlySet<string>): Kind {
	if (/\p{N}/u.test(text)) return "NUMBER";
	if (PLACE_NAMES.has(text) || cities.has(text)) return "PLACE";
	return DESCRIBING_STEMS.has(stem) ? "DESCRIBING" : "NAME";
}

/** The words of a name; Chinese, which has no spaces, is cut at the words that are known. */
function wordsOf(name: string, cities: ReadonlySet<string>): Word[] {
	return readName(name)
		.words.filter((word, _, all) => all.length === 1 || !LINKING.has(word))
		.flatMap((word) => word.match(HAN_OR_NOT) ?? [])
		.flatMap((run) => (HAN.test(run) ? run.split(KNOWN_CHINESE).filter(Boolean) : [run]))
		.map((text) => {
			const stem = stemOf(text);
			return { text, stem, kind: kindOf(text, stem, cities) };
		});
}

const letters = (text: string) => [...text].sort().join("");

/**
 * How far two words are one with a typing mistake, 0 (not at all) to 1. Firms whose names differ by one letter are
 * many (Carver, Carter): in a short word only a letter that is missing or two that changed places are a mistake.
 */
function mistyped(one: Word, other: Word): number {
	if (one.kind === "NUMBER" || other.kind === "NUMBER") return 0;
	if (one.kind === "DESCRIBING" && other.kind === "DESCRIBING") return 0;
	const longest = Math.max(one.text.length, other.text.length);
	const steps = distance(one.text, other.text);
	const alike = 1 - steps / longest;
	if (HAN.test(one.text)) return longest >= 5 && steps === 1 ? alike : 0;
	if (one.text[0] !== other.text[0] || longest < 4) return 0;
	if (longest >= 7) return steps <= (longest >= 8 ? 2 : 1) ? alike : 0;
	if (steps === 1 && one.text.length !== other.text.length) return alike;
	return steps === 2 && letters(one.text) === letters(other.text) ? alike : 0;
}

/** Makes one word of two that the other name writes as one: le mond, lemond. */
function joined(words: Word[], others: readonly Word[]): Word[] {
	const written = new Map(others.map((word) => [word.text, word]));
	for (let at = 0; at + 1 < words.length; at++) {
		const whole = written.get(`${words[at]?.text}${words[at + 1]?.text}`);
		if (whole) return joined([...words.slice(0, at), whole, ...words.slice(at + 2)], others);
	}
	return words;
}

/** Two words, one of each name, and how much they are one, 0 to 1. */
type Pair = { mine: Word; theirs: Word; alike: number };

/** Pairs each word with the one of the other name that it is most alike; takes those out of both lists. */
function takePairs(mine: Word[], theirs: Word[], rate: (one: Word, other: Word) => number): Pair[] {
	const pairs: Pair[] = [];
	for (const word of [...mine]) {
		const rated = theirs.map((candidate) => rate(word, candidate));
		const alike = Math.max(0, ...rated);
		const [candidate] = alike > 0 ? theirs.splice(rated.indexOf(alike), 1) : [];
		if (!candidate) continue;
		mine.splice(mine.indexOf(word), 1);
		pairs.push({ mine: word, theirs: candidate, alike });
	}
	return pairs;
}

const isNaming = ({ kind }: Word) => kind === "NAME" || kind === "NUMBER";
const weight = (words: readonly Word[]) => words.reduce((sum, word) => sum + APART[word.kind], 0);
const textOf = (words: readonly Word[], between: string) =>
	words.map((word) => word.text).join(between);

export type Comparison = {
	/** 0 to 1. */
	similarity: number;
	/** In what they differ, where that can be said in a few words. */
	difference: string | undefined;
};

function differenceOf(pairs: readonly Pair[], mine: Word[], theirs: Word[]): string | undefined {
	if (pairs.some((pair) => pair.alike < 1) || (mine.length > 0 && theirs.length > 0))
		return undefined;
	if (mine.length + theirs.length > 0)
		return `the same name but for "${textOf([...mine, ...theirs], " ")}"`;
	return pairs.every((pair) => pair.mine.text === pair.theirs.text)
		? "the same words in another order"
		: "the same name but for the endings of its words";
}

/**
 * How alike two names are that do not compare equal. Words that describe what many firms do count less than those
 * that name one; words of `cities` are places.
 */
export function compareNames(one: string, other: string, cities: ReadonlySet<string>): Comparison {
	const [first, second] = [wordsOf(one, cities), wordsOf(other, cities)];
	const [mine, theirs] = [joined(first, second), joined(second, first)];
	const pairs = [
		...takePairs(mine, theirs, (a, b) => Number(a.stem === b.stem)),
		...takePairs(mine, theirs, mistyped),
	];
	let shared = 0;
	let apart = 0;
	for (const pair of pairs) {
		shared += pair.alike * Math.min(SHARED[pair.mine.kind], SHARED[pair.theirs.kind]);
		apart += MISTAKE * (1 - pair.alike);
	}
	const [left, right] = [weight(mine), weight(theirs)];
	// Where only one name has a word that names the firm, they need not be one: 南京电机厂, 南京翔远电机厂.
	const unnamed =
		!pairs.some(({ mine: word }) => isNaming(word)) && [...mine, ...theirs].some(isNaming);
	apart += 2 * Math.min(left, right) + (unnamed ? 2 : LEFT_OUT) * Math.abs(left - right);
	return {
		similarity: shared === 0 ? 0 : shared / (shared + apart),
		difference: differenceOf(pairs, mine, theirs),
	};
}

const MOST_PIECES = 8;

function piecesOf({ text }: Word): string[] {
	const length = HAN.test(text) ? 2 : text.length >= 6 ? 4 : 3;
	return text.length <= length ? [text] : [text.slice(0, length), text.slice(-length)];
}

/**
 * Beginnings and ends of the words that name a firm: a name that is alike has one of them in its comparable form,
 * whatever its first word is and although one letter be wrong. Where all words are such as many firms have, it is the
 * first two together: each alone would find them all.
 */
export function piecesOfName(name: string): string[] {
	const words = wordsOf(name, new Set()).filter(({ text }) => /\p{L}/u.test(text));
	const naming = words.filter(isNaming);
	if (naming.length === 0) return words.length === 0 ? [] : [textOf(words.slice(0, 2), "")];
	return [...new Set(naming.flatMap(piecesOf))].sort(longestFirst).slice(0, MOST_PIECES);
}

/** The pairs of letters that follow each other in a comparable name. */
export function pairsOfLetters(text: string): Set<string> {
	const found = new Set<string>();
	for (let at = 0; at + 1 < text.length; at++) found.add(text.slice(at, at + 2));
	return found;
}

/**
 * A quick look at how near two comparable names are, 0 to 1, by the pairs of letters they have in common; 0 where fewer
 * than half of the shorter one's are in the other.
 */
export function nearnessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
	const [few, many] = one.size < other.size ? [one, other] : [other, one];
	let common = 0;
	for (const pair of few) if (many.has(pair)) common++;
	const isNear = common > 0 && common >= few.size / 2;
	return isNear ? (2 * common) / (one.size + other.size) : 0;
}

/** How near comparable names are to one: `nearnessOf`, 1 for the same. */
export function nearnessTo(matchName: string): (other: string) => number {
	const wanted = pairsOfLetters(matchName);
	return (other) => (other === matchName ? 1 : nearnessOf(wanted, pairsOfLetters(other)));
}
