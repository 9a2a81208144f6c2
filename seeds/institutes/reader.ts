import { join } from "node:path";
import type { z } from "zod";
import { type RowFault, readCsv } from "../csv.ts";

type Schema<T> = z.ZodType<T> & { shape: Record<string, unknown> };
type Known = Map<string, Set<string>>;

/** Columns that name rows of other files. */
const REFERENCES: Array<[column: string, noun: string]> = [
	["institute_id", "institute"],
	["network_id", "network"],
	["networks", "network"],
	["tier_id", "tier"],
	["call_id", "call"],
	["technology_id", "technology"],
	["document", "document"],
	["documents", "document"],
	["doubts", "doubt"],
	["doubt", "doubt"],
	["observation_id", "figure"],
];

/** Reads the files of a folder and collects every fault; a row that names what no file holds is one. */
export function createReader(dir: string) {
	const faults: RowFault[] = [];
	const known: Known = new Map();
	const places = new Map<string, { file: string; line: number }>();

	function read<T extends object>(name: string, schema: Schema<T>, key?: keyof T): T[] {
		const file = join(dir, name);
		const found = readCsv(file, schema, key);
		faults.push(...found.faults);
		found.rows.forEach((row, index) => {
			if ("id" in row) places.set(String(row.id), { file, line: found.lines[index] ?? 0 });
			for (const [column, noun] of REFERENCES) {
				const value = (row as Record<string, unknown>)[column];
				if (typeof value !== "string" || value === "") continue;
				for (const id of value.split(";"))
					if (known.get(noun)?.has(id) === false)
						faults.push({
							file,
							line: found.lines[index] ?? 0,
							column,
							reason: `there is no ${noun} "${id}"`,
						});
			}
		});
		return found.rows;
	}

	/** Rows read from now on may name these, and no others. */
	function knows<T extends { id: string }>(noun: string, rows: T[]): T[] {
		known.set(noun, new Set(rows.map((row) => row.id)));
		return rows;
	}

	/** Adds a fault of a row that was read, by its id. */
	function blame(id: string, column: string, reason: string): void {
		faults.push({ ...(places.get(id) ?? { file: dir, line: 0 }), column, reason });
	}

	return { read, knows, blame, faults };
}

export type Reader = ReturnType<typeof createReader>;
