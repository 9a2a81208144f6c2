import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ImportLimits } from "../../../shared/config-imports.ts";
import { csvRecords, type FileRow } from "./csv.ts";
import { delimited } from "./delimiter.ts";
import { type declaredEncoding, decoded } from "./encoding.ts";
import { ImportFault } from "./fault.ts";
import { linesOf } from "./lines.ts";
import { peek } from "./peek.ts";
import { openWorkbook } from "./xlsx.ts";
import { openSheet } from "./xlsx-rows.ts";

/** How a file was read. */
export type Understood =
	| { format: "csv"; encoding: string; delimiter: string }
	| { format: "xlsx"; sheet: string };

export type ReadOptions = {
	encoding?: ReturnType<typeof declaredEncoding>;
	sheet?: string;
	limits: ImportLimits;
	/** Where a workbook is kept while it is read; it cannot be read as it comes. */
	spool: string;
	onUnderstood(understood: Understood): void;
};

const HEAD = 4;
const ZIP = Buffer.from("PK\x03\x04");
const OLD_EXCEL = Buffer.from("d0cf11e0", "hex");

async function* workbookRows(
	bytes: AsyncIterable<Buffer>,
	{ sheet, limits, spool, onUnderstood }: ReadOptions,
): AsyncGenerator<FileRow[]> {
	try {
		await mkdir(dirname(spool), { recursive: true });
		await pipeline(Readable.from(bytes), createWriteStream(spool));
		const book = await openWorkbook(spool, limits);
		try {
			const { name, rows } = await openSheet(book, sheet, limits);
			onUnderstood({ format: "xlsx", sheet: name });
			yield* rows;
		} finally {
			book.close();
		}
	} finally {
		await rm(spool, { force: true });
	}
}

/** The rows of a CSV file or a workbook (.xlsx), whichever it is by its first bytes; some at a time, as they come. */
export async function* readRows(
	bytes: AsyncIterable<Buffer>,
	options: ReadOptions,
): AsyncGenerator<FileRow[]> {
	const { encoding, sheet, limits, onUnderstood } = options;
	const { head, all } = await peek(bytes, HEAD);
	if (head.subarray(0, 4).equals(OLD_EXCEL))
		throw new ImportFault(
			"The file is of an older Excel (.xls) or protected by a password; save it as Excel workbook (.xlsx) without one, or as CSV UTF-8",
		);
	if (head.subarray(0, 4).equals(ZIP)) {
		yield* workbookRows(all, options);
		return;
	}
	if (sheet !== undefined)
		throw new ImportFault("sheet: only an Excel workbook (.xlsx) has sheets");
	const understood: Understood = { format: "csv", encoding: "utf-8", delimiter: "," };
	const text = decoded(all, head, encoding, (known) => {
		understood.encoding = known;
	});
	const { delimiter, lines } = await delimited(linesOf(text, limits.mostRecordCharacters));
	understood.delimiter = delimiter;
	onUnderstood(understood);
	yield* csvRecords(lines, delimiter, limits.mostRecordCharacters);
}
