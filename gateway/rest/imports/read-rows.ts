import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ImportLimits } from "../../../shared/config-imports.ts";
import { csvRecords, type FileRow } from "./csv.ts";
import { type declaredEncoding, decodeText } from "./decode-text.ts";
import { detectDelimiter } from "./detect-delimiter.ts";
import { ImportError } from "./import-error.ts";
import { peekStream } from "./peek-stream.ts";
import { splitLines } from "./split-lines.ts";
import { openWorkbook } from "./xlsx.ts";
import { openSheet } from "./xlsx-rows.ts";

/** The detected format of a file. */
export type Understood =
	| { format: "csv"; encoding: string; delimiter: string }
	| { format: "xlsx"; sheet: string; sheets: string[] };

export type ReadOptions = {
	encoding?: ReturnType<typeof declaredEncoding>;
	sheet?: string;
	limits: ImportLimits;
	/** Path of a temporary copy of a workbook, which cannot be read from a stream. */
	spool: string;
	onUnderstood(understood: Understood): void;
};

const HEAD_BYTES = 4;
const ZIP = Buffer.from("PK\x03\x04");
const XLS = Buffer.from("d0cf11e0", "hex");

async function* workbookRows(
	bytes: AsyncIterable<Buffer>,
	{ sheet, limits, spool, onUnderstood }: ReadOptions,
): AsyncGenerator<FileRow[]> {
	try {
		await mkdir(dirname(spool), { recursive: true });
		await pipeline(Readable.from(bytes), createWriteStream(spool));
		const book = await openWorkbook(spool, limits);
		try {
			const { name, sheets, rows } = await openSheet(book, sheet, limits);
			onUnderstood({ format: "xlsx", sheet: name, sheets });
			yield* rows;
		} finally {
			book.close();
		}
	} finally {
		await rm(spool, { force: true });
	}
}

/** Streams the rows of a CSV file or an Excel workbook (.xlsx), detected by its first bytes, in chunks. */
export async function* readRows(
	bytes: AsyncIterable<Buffer>,
	options: ReadOptions,
): AsyncGenerator<FileRow[]> {
	const { encoding, sheet, limits, onUnderstood } = options;
	const { head, all } = await peekStream(bytes, HEAD_BYTES);
	if (head.subarray(0, 4).equals(XLS))
		throw new ImportError(
			"The file has an older Excel format (.xls) or is protected by a password; save it as Excel workbook (.xlsx) without a password, or as CSV UTF-8",
		);
	if (head.subarray(0, 4).equals(ZIP)) {
		yield* workbookRows(all, options);
		return;
	}
	if (sheet !== undefined)
		throw new ImportError("sheet: only an Excel workbook (.xlsx) has sheets");
	const understood: Understood = { format: "csv", encoding: "utf-8", delimiter: "," };
	const text = decodeText(all, head, encoding, (known) => {
		understood.encoding = known;
	});
	const { delimiter, lines } = await detectDelimiter(splitLines(text, limits.mostRecordCharacters));
	understood.delimiter = delimiter;
	onUnderstood(understood);
	yield* csvRecords(lines, delimiter, limits.mostRecordCharacters);
}
