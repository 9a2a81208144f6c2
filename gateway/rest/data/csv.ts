import { stringify } from "csv-stringify/sync";
import { escapeFormula } from "../imports/escape-formulas.ts";

/** A mark by which spreadsheets know UTF-8; without it they read Chinese as another encoding. */
export const MARK = "\uFEFF";

/** Rows as CSV, without a header. Numbers stay numbers; only texts are made safe. */
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

/** The line of column names. */
export const headerOf = (columns: readonly string[]) => stringify([[...columns]]);
