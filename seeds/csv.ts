import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { z } from "zod";

/** What is wrong with one field. `line` is the line of the file on which the row starts; the header is line 1. */
export type RowFault = { file: string; line: number; column: string; reason: string };

type ParsedRow = { record: Record<string, string>; info: { lines: number } };

/**
 * Reads a CSV file with a header row and checks each row with `schema`, whose keys are the columns.
 * Nothing is thrown for what the file holds: every fault is returned. `lines[i]` is where `rows[i]` stands.
 */
export function readCsv<T>(
	file: string,
	schema: z.ZodType<T> & { shape?: Record<string, unknown> },
): { rows: T[]; lines: number[]; faults: RowFault[] } {
	const rows: T[] = [];
	const lines: number[] = [];
	const faults: RowFault[] = [];
	let header: string[] = [];
	let parsed: ParsedRow[];
	try {
		parsed = parse(readFileSync(file, "utf8"), {
			bom: true,
			info: true,
			columns: (names: string[]) => {
				header = names;
				return names;
			},
		}) as unknown as ParsedRow[];
	} catch (error) {
		const { message, lines: line } = error as Error & { lines?: number };
		return { rows, lines, faults: [{ file, line: line ?? 1, column: "", reason: message }] };
	}
	for (const column of Object.keys(schema.shape ?? {}))
		if (!header.includes(column))
			faults.push({ file, line: 1, column, reason: "the column is missing" });
	for (const column of header)
		if (schema.shape && !(column in schema.shape))
			faults.push({ file, line: 1, column, reason: "no such column is known" });
	if (faults.length > 0) return { rows, lines, faults };
	for (const { record, info } of parsed) {
		const breaks = Object.values(record).join("").split("\n").length - 1;
		const line = info.lines - breaks;
		const checked = schema.safeParse(record);
		if (checked.success) {
			rows.push(checked.data);
			lines.push(line);
			continue;
		}
		for (const issue of checked.error.issues)
			faults.push({ file, line, column: issue.path.join("."), reason: issue.message });
	}
	return { rows, lines, faults };
}
