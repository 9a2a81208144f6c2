import { Converter, Locale } from "opencc-js/t2cn";

const HAN = /\p{Script=Han}/gu;
const IS_HAN = /^\p{Script=Han}$/u;

const folded = new Map<string, string>();
let convert: ((character: string) => string) | undefined;
let forms: Map<string, string[]> | undefined;

/** Building the tables takes about 50 ms, so it is done for the first Chinese character. */
function converter(): (character: string) => string {
	const fromHongKong = Converter({ from: "hk", to: "cn" });
	const fromTaiwan = Converter({ from: "tw", to: "cn" });
	return (character) => fromTaiwan(fromHongKong(character));
}

function fold(character: string): string {
	const known = folded.get(character);
	if (known !== undefined) return known;
	convert ??= converter();
	const made = convert(character);
	folded.set(character, made);
	return made;
}

/**
 * Text with every Chinese character in its simplified form, so that simplified and traditional spellings compare
 * equal. Each character is taken alone, never by the words around it: a part of a text folds to a part of the folded
 * text, which searching needs. It is for comparing, not for showing: a character with two traditional meanings
 * (後, 后) loses them.
 */
export function foldChinese(text: string): string {
	return text.replace(HAN, fold);
}

/** Simplified character → all that fold to it. */
function allForms(): Map<string, string[]> {
	const dictionaries = [Locale.from.hk, Locale.from.tw, Locale.to.cn].flat(2);
	const listed = dictionaries
		.filter((dictionary) => typeof dictionary === "string")
		.flatMap((dictionary) => dictionary.split(/[ |]/))
		.filter((word) => IS_HAN.test(word));
	const found = new Map<string, string[]>();
	for (const character of new Set(listed)) {
		const simplified = fold(character);
		const known = found.get(simplified) ?? [simplified];
		if (!known.includes(character)) known.push(character);
		found.set(simplified, known);
	}
	return found;
}

/** The simplified and traditional forms of a Chinese character: all that `foldChinese` makes one; of any other, itself. */
export function chineseForms(character: string): string[] {
	if (!IS_HAN.test(character)) return [character];
	forms ??= allForms();
	return forms.get(fold(character)) ?? [character];
}
