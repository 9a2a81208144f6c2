/** Texts as small numbers, so that a column takes two bytes a row. Code 0 stands for null. It only grows. */
export type Dictionary = {
	texts: Array<string | null>;
	codes: Map<string, number>;
	/** Code → place in the order of the texts, nulls first; made again when it has grown. */
	ranks?: Uint32Array;
};

const MOST_CODES = 65_536;

export function createDictionary(): Dictionary {
	return { texts: [null], codes: new Map() };
}

/** The code of a text, a new one if need be. Throws a RangeError where a column cannot hold more. */
export function codeOf({ texts, codes }: Dictionary, text: string | null): number {
	if (text === null) return 0;
	let code = codes.get(text);
	if (code === undefined) {
		code = texts.length;
		if (code >= MOST_CODES) throw new RangeError(`a column has more than ${MOST_CODES} values`);
		texts.push(text);
		codes.set(text, code);
	}
	return code;
}

/** Units that order text otherwise in UTF-16 than by code point. */
const HIGH = /[\ud800-\uffff]/;

/** By code point, as both engines sort text; JavaScript's own order is by UTF-16 unit. */
export function compareTexts(one: string, other: string): number {
	if (one === other) return 0;
	if (HIGH.test(one) || HIGH.test(other))
		return Buffer.compare(Buffer.from(one), Buffer.from(other));
	return one < other ? -1 : 1;
}

/** Texts in their order → place of each, nulls first. Texts that are equal have the same place. */
export function ranksOf(
	texts: ReadonlyArray<string | null>,
	compare: (one: string, other: string) => number = compareTexts,
): Uint32Array {
	const order = Array.from(texts.keys()).sort((one, other) => {
		const [a, b] = [texts[one] ?? null, texts[other] ?? null];
		if (a === null || b === null) return Number(a !== null) - Number(b !== null);
		return compare(a, b);
	});
	const ranks = new Uint32Array(texts.length);
	let rank = 0;
	for (const [place, code] of order.entries()) {
		if (place > 0 && texts[code] !== texts[order[place - 1] as number]) rank = place;
		ranks[code] = rank;
	}
	return ranks;
}

/** The ranks of a dictionary's codes. */
export function ranksIn(dictionary: Dictionary): Uint32Array {
	if (dictionary.ranks?.length !== dictionary.texts.length)
		dictionary.ranks = ranksOf(dictionary.texts);
	return dictionary.ranks;
}
