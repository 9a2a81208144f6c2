import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { type Stringifier, stringify } from "csv-stringify";

/** What became of the file: kept and complete, or not, with the fault where rows were to be kept and could not. */
type Kept = { kept: true } | { kept: false; fault?: Error };

/** A file of the rows that an import could not take, with the reason in a last column; made with the first of them. */
export type FailedRows = {
	/** Never throws: a file that cannot be written does not stop the import. */
	add(header: string[], cells: string[], reason: string): void;
	/** Completes the file. Never rejects; what was written of a file that failed is removed. */
	close(): Promise<Kept>;
};

export function failedRowsIn(path: string): FailedRows {
	let rows: Stringifier | undefined;
	let written: Promise<Kept> = Promise.resolve({ kept: false });
	function start(): Stringifier {
		const started = stringify();
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
		add(header, cells, reason) {
			if (!rows) {
				rows = start();
				rows.write([...header, "reason"]);
			}
			if (rows.writable) rows.write([...cells, reason]);
		},
		close() {
			if (rows?.writable) rows.end();
			return written;
		},
	};
}
