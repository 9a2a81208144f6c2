import { isUtf8 } from "node:buffer";
import type { Encoding } from "./decode-text.ts";

/** Detects UTF-16 without a BOM: every other byte of ASCII text is zero. Undefined if there are no zeros. */
export function guessUtf16(head: Buffer): Encoding | undefined {
	const zeros = [0, 0];
	for (const [index, byte] of head.entries())
		if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
	const [even = 0, odd = 0] = zeros;
	if (odd > 0 && even * 10 <= odd) return "utf-16le";
	if (even > 0 && odd * 10 <= even) return "utf-16be";
	return undefined;
}

/** Runs of non-ASCII bytes, each with the ASCII byte before and after it. */
function* nonAsciiRuns(bytes: Buffer): Generator<{ run: Buffer; before: number; after: number }> {
	let start = -1;
	for (let index = 0; index <= bytes.length; index++) {
		const high = index < bytes.length && (bytes[index] ?? 0) >= 0x80;
		if (high && start < 0) start = index;
		if (!high && start >= 0) {
			yield {
				run: bytes.subarray(start, index),
				before: bytes[start - 1] ?? 0,
				after: bytes[index] ?? 0,
			};
			start = -1;
		}
	}
}

const isLetter = (byte: number) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

/** True if a run consists of byte pairs that GB 2312 assigns to a character or punctuation mark. */
function isChinese(run: Buffer): boolean {
	if (run.length % 2 === 1) return false;
	for (let index = 0; index < run.length; index += 2) {
		const [lead = 0, trail = 0] = run.subarray(index, index + 2);
		const used = (lead >= 0xa1 && lead <= 0xa9) || (lead >= 0xb0 && lead <= 0xf7);
		if (!used || trail < 0xa1 || trail === 0xff) return false;
	}
	return true;
}

/** Bytes that Windows-1252 does not assign. */
const UNASSIGNED = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
/** Punctuation of Windows-1252 that is common in any text: €, quotes, dashes, dots, ™. */
const PUNCTUATION = [
	0x80, 0x82, 0x84, 0x85, 0x8b, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9b,
];

/** Counts the runs that fit only Chinese, only Latin letters, either of them, or neither. */
function countEvidence(bytes: Buffer) {
	const found = { chinese: 0, latin: 0, either: 0, neither: 0 };
	let letters = 0;
	let odd = 0;
	for (const { run, before, after } of nonAsciiRuns(bytes)) {
		if (run.length >= 4 && isChinese(run)) found.chinese++;
		else if (run.length <= 2 && (run.length === 1 || isLetter(before) || isLetter(after)))
			found.latin++;
		else if (run.length === 2) found.either++;
		else found.neither++;
		for (const byte of run) {
			if (UNASSIGNED.includes(byte)) found.neither++;
			else if (byte >= 0xc0) letters++;
			else if (byte < 0xa0 && !PUNCTUATION.includes(byte)) odd++;
		}
	}
	// Ž and similar but no é: more likely é in another encoding (Mac OS Roman).
	if (letters === 0) found.neither += odd;
	return found;
}

/** How many times more evidence one encoding needs than the others. */
const MIN_RATIO = 5;

/** True if all non-ASCII bytes could also be Chinese: byte pairs without a letter next to them. */
function couldBeChinese(bytes: Buffer): boolean {
	// Two-byte UTF-8 lead bytes other than C2 and C3, which start the letters of western Europe.
	const isLead = (byte: number, at: number) => at % 2 === 1 || (byte >= 0xc4 && byte <= 0xdf);
	return [...nonAsciiRuns(bytes)].every(
		({ run, before, after }) =>
			isChinese(run) &&
			run.every(isLead) &&
			(run.length >= 4 || !(isLetter(before) || isLetter(after))),
	);
}

/** Allows for a UTF-8 character that is cut off at the end of the window. */
function isUtf8Start(bytes: Buffer, whole: boolean): boolean {
	for (let cut = 0; cut <= (whole ? 0 : 3); cut++)
		if (isUtf8(bytes.subarray(0, bytes.length - cut))) return true;
	return false;
}

/**
 * Guesses the encoding of bytes that start with a non-ASCII byte; `whole` if no more follow. Undefined if ambiguous.
 * Latin letters are single bytes between ASCII letters; Chinese characters are byte pairs, usually several in a row.
 */
export function guessEncoding(bytes: Buffer, whole: boolean): Encoding | undefined {
	if (isUtf8Start(bytes, whole)) return couldBeChinese(bytes) ? undefined : "utf-8";
	const { chinese, latin, either, neither } = countEvidence(bytes);
	if (chinese > 0 && chinese >= MIN_RATIO * (latin + neither)) return "gb18030";
	if (chinese > 0 || neither > 0) return undefined;
	return latin > either ? "windows-1252" : undefined;
}
