import { z } from "zod";
import { parsePartialDate } from "./dates.ts";

/** Formats of values, for mutations, imports and seeds alike. Each message completes "<field>: …". */

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Names a wrong value in a message without repeating all of a long one. */
export const shown = (value: unknown): string => `"${String(value).slice(0, 40)}"`;

/** A format of texts: `fault` says what is wrong with one, or nothing. */
function textFormat(fault: (text: string) => string | undefined) {
	return z.string("is not text").superRefine((value, context) => {
		const message = fault(value);
		if (message) context.addIssue({ code: "custom", message });
	});
}

/** A format of texts that match a pattern; `expected` completes `"…" is not …`. */
const pattern = (shape: RegExp, expected: string) =>
	textFormat((value) => (shape.test(value) ? undefined : `${shown(value)} is not ${expected}`));

/** Text that is not blank, of at most `longest` characters, without control characters. */
export const text = (longest: number) =>
	textFormat((value) => {
		if (value.trim() === "") return "is empty; leave it out or write something";
		if (value.length > longest) return `has ${value.length} characters; ${longest} are the most`;
		if (CONTROL.test(value)) return "holds control characters; take them out";
		return undefined;
	});

/** Id of a record or of reference data. */
export const id = text(200);

/** An idempotency key that a client chooses for a mutation. */
export const key = text(200);

/** Why something was done. */
export const reason = text(1000);

/** One of several words. */
export const oneOf = (words: readonly string[]) =>
	textFormat((value) =>
		words.includes(value) ? undefined : `${shown(value)} is not one of ${words.join(", ")}`,
	);

/** A word in capitals that stands for something, such as SUPPLY_CHAIN. */
export const codeWord = textFormat((value) =>
	/^[A-Z][A-Z0-9_]{0,59}$/.test(value) ? undefined : "write it like LEAN or SUPPLY_CHAIN",
);

type Range = { from: number; to: number; unit: string };

/** A number from `from` to `to`. */
export const decimal = ({ from, to, unit }: Range) =>
	z.number("is not a number").superRefine((value, context) => {
		if (!(value >= from && value <= to))
			context.addIssue({
				code: "custom",
				message: `${value} is out of range; ${from} to ${to} ${unit}`,
			});
	});

/** A whole number from `from` to `to`. */
export const wholeNumber = (range: Range) =>
	decimal(range).superRefine((value, context) => {
		if (!Number.isInteger(value))
			context.addIssue({
				code: "custom",
				message: `${value} is not a whole number of ${range.unit}`,
			});
	});

export const flag = z.boolean("is neither true nor false");

/** A date as precise as its source: 2018, 2018-03 or 2018-03-07. */
export const partialDate = textFormat((value) =>
	parsePartialDate(value)
		? undefined
		: `${shown(value)} is not a date; write 2018, 2018-03 or 2018-03-07`,
);

/** ISO 3166-2. */
export const state = pattern(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, "a state; write ISO 3166-2 such as US-GA");

export const naics = pattern(/^\d{2,6}$/, "two to six digits");

/** ISO 4217. */
export const currency = pattern(/^[A-Z]{3}$/, "an ISO 4217 code, for example USD");

/** How many people work for a firm. */
export const employees = wholeNumber({ from: 0, to: 10_000_000, unit: "employees" });

/** Money in whole units, and counts. */
export const amount = decimal({ from: 0, to: 1e12, unit: "units" });

const LONGEST_ADDRESS = 2000;

/** An address on the web. Other schemes are refused: what is public is shown as a link. */
export const webAddress = textFormat((value) => {
	if (value.length > LONGEST_ADDRESS)
		return `has ${value.length} characters; ${LONGEST_ADDRESS} are the most`;
	const url = CONTROL.test(value) || !URL.canParse(value) ? undefined : new URL(value);
	if (url && ["http:", "https:"].includes(url.protocol) && url.hostname) return undefined;
	return `${shown(value)} is not a web address; write https://…`;
});

/** A pass of the UEI checksum: each value times its place, the last digits summed. */
const pass = (values: number[]) =>
	values.reduce((sum, value, index) => sum + ((value * (index + 1)) % 10), 0);

/**
 * Whether `value` is a Unique Entity ID of SAM.gov: twelve characters without I and O, no leading zero, no nine
 * digits in a row, and the last one the checksum of the others. Source: GSA, Unique Entity ID technical specifications.
 */
function isUei(value: string): boolean {
	if (!/^[1-9A-HJ-NP-Z][0-9A-HJ-NP-Z]{10}\d$/.test(value) || /\d{9}/.test(value)) return false;
	let sum = pass([...value.slice(0, 11)].map((character) => character.charCodeAt(0)));
	while (sum > 9) sum = pass([...String(sum)].map(Number));
	return sum === Number(value[11]);
}

export const uei = textFormat((value) =>
	isUei(value)
		? undefined
		: `${shown(value)} is not a UEI: 12 characters, the last one a checksum; look for a typing mistake`,
);

export const cage = pattern(/^[0-9A-HJ-NP-Z]{5}$/, "a CAGE code: 5 characters without I and O");

/** What is wrong with a value, where something is; null and undefined are accepted. */
export function faultOf(format: z.ZodType, value: unknown): string | undefined {
	if (value === null || value === undefined) return undefined;
	return format.safeParse(value).error?.issues[0]?.message;
}
