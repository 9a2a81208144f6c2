import { pipeline, Readable, type Transform } from "node:stream";
import { stringify } from "csv-stringify";

/** What a spreadsheet would run, and what would look the same after the apostrophe was taken off again. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** A cell that no spreadsheet runs as a formula: an apostrophe in front makes it text, and an import takes it off. */
export function neutral(cell: string): string {
	return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** Rows as CSV in UTF-8 with a mark that spreadsheets know it by; lines within cells stay, in quotes. */
export function csvOf(header: string[], rows: AsyncIterable<string[]>): Transform {
	const text = stringify({ bom: true, quoted_match: /[\r\n]/, cast: { string: neutral } });
	text.write(header);
	pipeline(Readable.from(rows), text, () => undefined);
	return text;
}
