import type { CellData } from "./take-along.ts";

/** Text that a spreadsheet would take for a formula is marked as text. */
function cellOf(value: CellData): string {
	const text = String(value ?? "");
	const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
	return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV (RFC 4180). */
export function stringify(rows: readonly CellData[][]): string {
	return rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");
}
