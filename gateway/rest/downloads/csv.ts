import { pipeline, Readable, type Transform } from "node:stream";
import { stringify } from "csv-stringify";
import { escapeFormula } from "../imports/escape-formulas.ts";

/** Formats rows as CSV in UTF-8 with a byte order mark; cells with line breaks are quoted. */
export function csvOf(header: string[], rows: AsyncIterable<string[]>): Transform {
	const stringifier = stringify({
		bom: true,
		quoted_match: /[\r\n]/,
		cast: { string: escapeFormula },
	});
	stringifier.write(header);
	pipeline(Readable.from(rows), stringifier, () => undefined);
	return stringifier;
}
