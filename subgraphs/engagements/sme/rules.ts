/** Fewer employees than this make a manufacturer small. */
const SMALL_BELOW = 500;

/** Whether a manufacturer is small; null where that cannot be told. */
export function isSmall(employees: number | null, largerGroup: boolean | null): boolean | null {
	if (employees === null) return null;
	if (employees >= SMALL_BELOW) return false;
	return largerGroup ? null : true;
}

/** A pass of the UEI checksum: each value times its place, the last digits summed. */
const pass = (values: number[]) =>
	values.reduce((sum, value, index) => sum + ((value * (index + 1)) % 10), 0);

/**
 * Whether `text` is a Unique Entity ID of SAM.gov: twelve characters without I and O, no leading zero, no nine
 * digits in a row, and the last one the checksum of the others. Source: GSA, Unique Entity ID technical specifications.
 */
export function isUei(text: string): boolean {
	if (!/^[1-9A-HJ-NP-Z][0-9A-HJ-NP-Z]{10}\d$/.test(text) || /\d{9}/.test(text)) return false;
	let sum = pass([...text.slice(0, 11)].map((character) => character.charCodeAt(0)));
	while (sum > 9) sum = pass([...String(sum)].map(Number));
	return sum === Number(text[11]);
}
