import { isUtf8 } from "node:buffer";
import type { Encoding } from "./encoding.ts";

/** UTF-16 without a mark: the other byte of each ASCII character is zero. Undefined where there are no zeros. */
export function guessWide(head: Buffer): Encoding | undefined {
	const zeros = [0, 0];
	for (const [index, byte] of head.entries())
		if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
	const [even = 0, odd = 0] = zeros;
	if (odd > 0 && even * 10 <= odd) return "utf-16le";
	if (even > 0 && odd * 10 <= even) return "utf-16be";
	return undefined;
}

/** Runs of bytes that are not ASCII, with the ASCII character before and after. */
function* runsOf(bytes: Buffer): Generator<{ run: Buffer; before: number; after: number }> {
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

/** Pairs of a Chinese character or mark in the rows of GB 2312 that are in use. */
function isChinese(run: Buffer): boolean {
	if (run.length % 2 === 1) return false;
	for (let index = 0; index < run.length; index += 2) {
		const [lead = 0, trail = 0] = run.subarray(index, index + 2);
		const used = (lead >= 0xa1 && lead <= 0xa9) || (lead >= 0xb0 && lead <= 0xf7);
		if (!used || trail < 0xa1 || trail === 0xff) return false;
	}
	return true;
}

/** Bytes that Windows-1252 leaves free. */
const FREE = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
/** Marks of Windows-1252 that stand in any text: €, quotes, dashes, dots, ™. */
const MARKS = [0x80, 0x82, 0x84, 0x85, 0x8b, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9b];

/** What speaks for each encoding: runs that only Chinese makes, runs of Latin letters, those that either could be. */
function evidence(bytes: Buffer) {
	const found = { chinese: 0, latin: 0, either: 0, neither: 0 };
	let letters = 0;
	let odd = 0;
	for (const { run, before, after } of runsOf(bytes)) {
		if (run.length >= 4 && isChinese(run)) found.chinese++;
		else if (run.length <= 2 && (run.length === 1 || isLetter(before) || isLetter(after)))
			found.latin++;
		else if (run.length === 2) found.either++;
		else found.neither++;
		for (const byte of run) {
			if (FREE.includes(byte)) found.neither++;
			else if (byte >= 0xc0) letters++;
			else if (byte < 0xa0 && !MARKS.includes(byte)) odd++;
		}
	}
	// Letters such as Ž and none such as é: more likely the é of another encoding, that of old Macintoshes.
	if (letters === 0) found.neither += odd;
	return found;
}

/** How much one reading must outweigh another. */
const CLEARLY = 5;

/** Whether all that is not ASCII could as well be Chinese: pairs of bytes that no letters stand beside. */
function maybeChinese(bytes: Buffer): boolean {
	// Leads of UTF-8 in two bytes beyond the letters of western Europe, which start with C2 and C3.
	const isLead = (byte: number, at: number) => at % 2 === 1 || (byte >= 0xc4 && byte <= 0xdf);
	return [...runsOf(bytes)].every(
		({ run, before, after }) =>
			isChinese(run) &&
			run.every(isLead) &&
			(run.length >= 4 || !(isLetter(before) || isLetter(after))),
	);
}

/** A character of UTF-8 that the end of the window cuts off is no fault. */
function isUtf8Start(bytes: Buffer, whole: boolean): boolean {
	for (let cut = 0; cut <= (whole ? 0 : 3); cut++)
		if (isUtf8(bytes.subarray(0, bytes.length - cut))) return true;
	return false;
}

/**
 * The encoding of bytes of which the first is not ASCII; `whole` where no more follow. Undefined where it is not clear.
 * Latin letters stand alone between ASCII ones, Chinese ones come in pairs of bytes and several at a time.
 */
export function guessEncoding(bytes: Buffer, whole: boolean): Encoding | undefined {
	if (isUtf8Start(bytes, whole)) return maybeChinese(bytes) ? undefined : "utf-8";
	const { chinese, latin, either, neither } = evidence(bytes);
	if (chinese > 0 && chinese >= CLEARLY * (latin + neither)) return "gb18030";
	if (chinese > 0 || neither > 0) return undefined;
	return latin > either ? "windows-1252" : undefined;
}
