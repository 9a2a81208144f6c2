import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { type Stringifier, stringify } from "csv-stringify";
import { neutralised } from "./formulas.ts";

/** What became of the file: kept and complete, or not, with the fault where rows were to be kept and could not. */
type Kept = { kept: true } | { kept: false; fault?: Error };

/**
 * A file of the rows that an import could not take, with the reason in a last column; made with the first of them. It
 * can be imported again as it is; what a spreadsheet would run as a formula is neutralised.
 */
export type FailedRows = {
	/** Resolves when there is room for more. Never rejects: a file that cannot be written does not stop the import. */
	add(header: string[], cells: string[], reason: string): Promise<void>;
	/** Completes the file. Never rejects; what was written of a file that failed is removed. */
	close(): Promise<Kept>;
};

const REASON = "reason";

export function failedRowsIn(path: string): FailedRows {
	let rows: Stringifier | undefined;
	/** Resolves when what was written has gone on to the file. */
	let room: Promise<void> | undefined;
	let written: Promise<Kept> = Promise.resolve({ kept: false });
	function start(): Stringifier {
		// The mark tells spreadsheets that it is UTF-8.
		const started = stringify({ bom: true });
		// Handled from the start: the disk may be full long before the file is closed.
		written = pipeline(started, createWriteStream(path)).then(
			(): Kept => ({ kept: true }),
			async (fault: Error): Promise<Kept> => {
				await rm(path, { force: true }).catch(() => undefined);
				return { kept: false, fault };
			},
		);
		return started;
	}
	return {
		async add(header, cells, reason) {
			if (!rows) {
				rows = start();
				rows.write([...header, REASON].map(neutralised));
			}
			if (!rows.writable) return;
			const missing = Array.from({ length: Math.max(0, header.length - cells.length) }, () => "");
			if (rows.write([...cells, ...missing, reason].map(neutralised))) return;
			room ??= Promise.race([once(rows, "drain"), written]).then(
				() => {
					room = undefined;
				},
				() => undefined,
			);
			await room;
		},
		close() {
			if (rows?.writable) rows.end();
			return written;
		},
	};
}
