import { stringify } from "csv-stringify/sync";
import { BYTE_ORDER_MARK } from "../data/csv.ts";
import { escapeFormula } from "../imports/escape-formulas.ts";
import type { Release } from "./release.ts";
import type { StoredTable } from "./stored-table.ts";
import { columnsOf, rowsOf } from "./tidy.ts";

/** A table as CSV: a row for each cell, in UTF-8 with a byte order mark. */
export function tableCsv(release: Release, table: StoredTable): string {
	const rows = [columnsOf(table).map(({ name }) => name), ...rowsOf(release, table)];
	return (
		BYTE_ORDER_MARK +
		stringify(rows, {
			quoted_match: /[\r\n]/,
			cast: { boolean: String, string: escapeFormula },
		})
	);
}
