import { stringify } from "csv-stringify/sync";

/** A mark by which spreadsheets know UTF-8; without it they read Chinese as another encoding. */
export const MARK = "\uFEFF";

/** What a spreadsheet would run, and what would look the same after the apostrophe was taken off again. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** Text that no spreadsheet runs as a formula: an apostrophe in front makes it text. */
function neutral(text: string): string {
	return FORMULA.test(text) ? `'${text}` : text;
}

/** Rows as CSV, without a header. Numbers stay numbers; only texts are made safe. */
export function csvOf(
	columns: readonly string[],
	rows: ReadonlyArray<Record<string, unknown>>,
): string {
	return stringify([...rows], {
		columns: [...columns],
		quoted_match: /[\r\n]/,
		cast: { boolean: String, string: neutral },
	});
}

/** The line of column names. */
export const headerOf = (columns: readonly string[]) => stringify([[...columns]]);
