import { createWriteStream, type WriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { type Stringifier, stringify } from "csv-stringify";

/** A file of the rows that an import could not take, with the reason in a last column; made with the first of them. */
export type FailedRows = {
	add(header: string[], cells: string[], reason: string): void;
	/** Whether there is such a file, now complete. */
	close(): Promise<boolean>;
};

export function failedRowsIn(path: string): FailedRows {
	let rows: Stringifier | undefined;
	let file: WriteStream | undefined;
	return {
		add(header, cells, reason) {
			if (!rows) {
				rows = stringify();
				file = rows.pipe(createWriteStream(path));
				rows.write([...header, "reason"]);
			}
			rows.write([...cells, reason]);
		},
		async close() {
			if (!rows || !file) return false;
			rows.end();
			await finished(file);
			return true;
		},
	};
}
