import type { ImportFile, ImportRow } from "../../offline/import-file.ts";
import { stringify } from "../../parts/csv.ts";

/** The rows that failed, as the file has them, with the reasons in the last column; it can be imported again. */
export function failedCsv({ names }: ImportFile, rows: readonly ImportRow[]): string {
	const failed = rows
		.filter(({ outcome }) => outcome === "FAILED")
		.map(({ cells, faults = [] }) => [
			...names.map((_, at) => cells[at] ?? ""),
			faults.map(({ column, message }) => (column ? `${column}: ${message}` : message)).join("; "),
		]);
	// Spreadsheets recognise UTF-8 by the byte order mark.
	return `\uFEFF${stringify([[...names, "reason"], ...failed])}`;
}
