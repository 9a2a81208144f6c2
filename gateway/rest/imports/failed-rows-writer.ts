import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import type { Duplex, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Stringifier, stringify } from "csv-stringify";
import { escapeFormula } from "./escape-formulas.ts";

/** `complete` is false if there were no failed rows, or if writing them failed with `fault`. */
type Outcome = { complete: true } | { complete: false; fault?: Error };

/**
 * A CSV file of the rows that failed, with the reason in the last column; created with the first such row. It can be
 * imported again unchanged; formulas are escaped.
 */
export type FailedRowsWriter = {
	/** Resolves when the stream accepts more. Never rejects: a file that cannot be written does not stop the import. */
	add(header: string[], cells: string[], reason: string): Promise<void>;
	/** Closes the file. Never rejects; an incomplete file is removed. */
	close(): Promise<Outcome>;
};

const REASON = "reason";

/** Where the file goes: the streams that it passes, the last of which keeps it, and what removes an incomplete one. */
type Target = { open(): [...Duplex[], Writable]; discard(): Promise<void> };

/** Writes the failed rows of an import into a file on this machine. */
export const failedRowsFile = (path: string): FailedRowsWriter =>
	failedRowsWriter({
		open: () => [createWriteStream(path)],
		discard: () => rm(path, { force: true }),
	});

export function failedRowsWriter({ open, discard }: Target): FailedRowsWriter {
	let rows: Stringifier | undefined;
	let drained: Promise<void> | undefined;
	let written: Promise<Outcome> = Promise.resolve({ complete: false });
	function start(): Stringifier {
		// Spreadsheets recognize UTF-8 by the byte order mark.
		const started = stringify({ bom: true });
		// Handle errors from the start: the disk may be full long before the file is closed.
		written = pipeline([started, ...open()]).then(
			(): Outcome => ({ complete: true }),
			async (fault: Error): Promise<Outcome> => {
				await discard().catch(() => undefined);
				return { complete: false, fault };
			},
		);
		return started;
	}
	return {
		async add(header, cells, reason) {
			if (!rows) {
				rows = start();
				rows.write([...header, REASON].map(escapeFormula));
			}
			if (!rows.writable) return;
			const missing = Array.from({ length: Math.max(0, header.length - cells.length) }, () => "");
			if (rows.write([...cells, ...missing, reason].map(escapeFormula))) return;
			drained ??= Promise.race([once(rows, "drain"), written]).then(
				() => {
					drained = undefined;
				},
				() => undefined,
			);
			await drained;
		},
		close() {
			if (rows?.writable) rows.end();
			return written;
		},
	};
}
