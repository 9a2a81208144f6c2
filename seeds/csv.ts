import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { z } from "zod";

/** An error in one field. `line` is the line on which the row starts; the header is line 1. */
export type RowFault = { file: string; line: number; column: string; reason: string };

type Fault = Omit<RowFault, "file">;
type ParsedRow = { record: string[]; info: { lines: number } };

const duplicatesIn = (values: string[]) =>
	values.filter((value, index) => values.indexOf(value) !== index);

function headerFaults(header: string[], expected: string[]): Fault[] {
	const fault = (reason: string) => (column: string) => ({ line: 1, column, reason });
	return [
		...expected.filter((column) => !header.includes(column)).map(fault("the column is missing")),
		...header.filter((column) => !expected.includes(column)).map(fault("the column is unknown")),
		...duplicatesIn(header).map(fault("the column appears twice in the header")),
	];
}

/**
 * Reads a CSV file with a header row and validates each row with `schema`, whose keys are the columns. `key` is the column
 * with unique values. Errors in the file are returned, never thrown. `lines[i]` is the line of `rows[i]`.
 */
export function readCsv<T extends object>(
	file: string,
	schema: z.ZodType<T> & { shape: Record<string, unknown> },
	key: keyof T = "id" as keyof T,
): { rows: T[]; lines: number[]; faults: RowFault[] } {
	const rows: T[] = [];
	const lines: number[] = [];
	const faults: RowFault[] = [];
	const addFaults = (...more: Fault[]) => faults.push(...more.map((fault) => ({ file, ...fault })));
	let parsed: ParsedRow[] = [];
	try {
		parsed = parse(readFileSync(file, "utf8"), {
			bom: true,
			info: true,
			record_delimiter: ["\r\n", "\n"],
			relax_column_count: true,
			skip_empty_lines: true,
		}) as unknown as ParsedRow[];
	} catch (error) {
		const { message, lines: line } = error as Error & { lines?: number };
		addFaults({ line: line ?? 1, column: "", reason: message });
		return { rows, lines, faults };
	}
	const header = parsed.shift()?.record ?? [];
	addFaults(...headerFaults(header, Object.keys(schema.shape)));
	if (faults.length > 0) return { rows, lines, faults };
	const keys = new Set<unknown>();
	for (const { record, info } of parsed) {
		const line = info.lines - (record.join("").split("\n").length - 1);
		if (record.length !== header.length) {
			const reason = `the row has ${record.length} fields, the header ${header.length}`;
			addFaults({ line, column: "", reason });
			continue;
		}
		const checked = schema.safeParse(
			Object.fromEntries(header.map((column, index) => [column, record[index]])),
		);
		if (!checked.success) {
			for (const issue of checked.error.issues)
				addFaults({ line, column: issue.path.join("."), reason: issue.message });
			continue;
		}
		const value = checked.data[key];
		if (keys.has(value))
			addFaults({ line, column: String(key), reason: `"${value}" is already in an earlier row` });
		keys.add(value);
		rows.push(checked.data);
		lines.push(line);
	}
	return { rows, lines, faults };
}
