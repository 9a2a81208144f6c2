import { stringify } from "csv-stringify/sync";
import { escapeFormula } from "../imports/escape-formulas.ts";

/** Byte order mark: without it, spreadsheets read Chinese in the wrong encoding. */
export const BYTE_ORDER_MARK = "\uFEFF";

/** Formats rows as CSV without a header. Formulas are escaped in text; numbers are never changed. */
export function csvOf(
	columns: readonly string[],
	rows: ReadonlyArray<Record<string, unknown>>,
): string {
	return stringify([...rows], {
		columns: [...columns],
		quoted_match: /[\r\n]/,
		cast: { boolean: String, string: escapeFormula },
	});
}

export const headerOf = (columns: readonly string[]) => stringify([[...columns]]);
