import { join } from "node:path";
import type { z } from "zod";
import { type RowFault, readCsv } from "../csv.ts";

type Schema<T> = z.ZodType<T> & { shape: Record<string, unknown> };
type Known = Map<string, Set<string>>;

/** Columns that contain ids of rows in other files. */
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

/** Reads the files of a folder and collects all faults, including references to missing rows. */
export function createReader(dir: string) {
	const faults: RowFault[] = [];
	const idsByNoun: Known = new Map();
	const places = new Map<string, { file: string; line: number }>();

	function read<T extends object>(name: string, schema: Schema<T>, key?: keyof T): T[] {
		const file = join(dir, name);
		const csv = readCsv(file, schema, key);
		faults.push(...csv.faults);
		csv.rows.forEach((row, index) => {
			if ("id" in row) places.set(String(row.id), { file, line: csv.lines[index] ?? 0 });
			for (const [column, noun] of REFERENCES) {
				const value = (row as Record<string, unknown>)[column];
				if (typeof value !== "string" || value === "") continue;
				for (const id of value.split(";"))
					if (idsByNoun.get(noun)?.has(id) === false)
						faults.push({
							file,
							line: csv.lines[index] ?? 0,
							column,
							reason: `there is no ${noun} "${id}"`,
						});
			}
		});
		return csv.rows;
	}

	/** From now on, references to `noun` must be one of these rows. */
	function registerIds<T extends { id: string }>(noun: string, rows: T[]): T[] {
		idsByNoun.set(noun, new Set(rows.map((row) => row.id)));
		return rows;
	}

	/** Reports a fault of a row that was read, by its id. */
	function addFault(id: string, column: string, reason: string): void {
		faults.push({ ...(places.get(id) ?? { file: dir, line: 0 }), column, reason });
	}

	return { read, registerIds, addFault, faults };
}

export type Reader = ReturnType<typeof createReader>;
