import { Converter } from "opencc-js/t2cn";

const HAN = /\p{Script=Han}/gu;

const folded = new Map<string, string>();
let convert: ((character: string) => string) | undefined;

/** Building the tables takes some 50 ms: whoever meets no Chinese never waits for it. */
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
