import { pipeline, Readable, type Transform } from "node:stream";
import { stringify } from "csv-stringify";
import { escapeFormula } from "../imports/escape-formulas.ts";

/** Rows as CSV in UTF-8 with a mark that spreadsheets know it by; lines within cells stay, in quotes. */
export function csvOf(header: string[], rows: AsyncIterable<string[]>): Transform {
	const text = stringify({ bom: true, quoted_match: /[\r\n]/, cast: { string: escapeFormula } });
	text.write(header);
	pipeline(Readable.from(rows), text, () => undefined);
	return text;
}
