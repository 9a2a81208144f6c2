import type { ImportLimits } from "../../../shared/config-imports.ts";
import { addPart, type ImportAnswer, listsMore, type Part } from "./answer.ts";
import type { FileRow } from "./csv.ts";
import { ImportFault } from "./fault.ts";
import { restored } from "./formulas.ts";
import { type Header, isBlank, readHeader, shapeFault } from "./header.ts";
import type { Mapping } from "./mapping.ts";
import type { Understood } from "./read-rows.ts";

/** Rows that are sent at once. */
const ROWS_AT_ONCE = 200;

type Sent = {
	batchId: string | null;
	dryRun: boolean;
	fileName: string | null;
	dates: "MDY" | "DMY" | null;
	columns: string[];
	rows: Array<{ line: number; cells: string[] }>;
	/** How many rows beside them cannot be read. */
	unreadable: number;
};
/** Hands some rows to the engagements subgraph; asks what manufacturers they name where that is wanted. */
export type Send = (part: Sent, manufacturers: boolean) => Promise<Part>;

export type ImportOptions = {
	/** Changed as the import goes on, so that it is true wherever that ends; `batchId` is set before a row is read. */
	answer: ImportAnswer;
	/** The batch that the rows are added to; a new one where null. */
	batchId: string | null;
	/** Opens the file; asked when the batch has begun, so that who may not import costs nothing. */
	open(onUnderstood: (understood: Understood) => void): AsyncGenerator<FileRow[]>;
	mapping: Mapping;
	dates: "MDY" | "DMY" | null;
	limits: Pick<ImportLimits, "mostRows" | "mostCells" | "mostSeconds">;
	send: Send;
	/** Hears each row that failed, with all its reasons. */
	onFailed(header: string[], cells: string[], reason: string): void | Promise<void>;
	onProgress?(answer: ImportAnswer): void;
};

type BadRow = FileRow & { fault: string };

/** Takes the rows of a file in parts; what it holds is never all in memory. Throws ImportFault or what `send` throws. */
export async function importFile(options: ImportOptions): Promise<void> {
	const { answer, mapping, dates, limits, send, onFailed, onProgress } = options;
	const { dryRun, fileName } = answer;
	const end = Date.now() + limits.mostSeconds * 1000;
	const sent = (columns: string[], rows: Sent["rows"], unreadable: number) => {
		const batchId = answer.batchId ?? options.batchId;
		const about = { batchId, dryRun, fileName, dates };
		return send({ ...about, columns, rows, unreadable }, listsMore(answer));
	};
	// Asks whether the viewer may import, and begins the batch.
	answer.batchId = (await sent([], [], 0)).batchId;
	let header: Header | undefined;
	let good: FileRow[] = [];
	let bad: BadRow[] = [];
	/** Columns that are known and not read: reasons of an import before this one. */
	let reasons: number[] = [];

	async function flush({ names, columns }: Header): Promise<void> {
		const [rows, faulty] = [good, bad];
		[good, bad] = [[], []];
		const kept = columns.filter(({ target }) => target !== undefined);
		const part = await sent(
			kept.map(({ target }) => target ?? ""),
			rows.map(({ line, cells }) => ({ line, cells: kept.map(({ index }) => cells[index] ?? "") })),
			faulty.length,
		);
		if (answer.understood && answer.understood.columns.length === 0) {
			const takenAs = new Map(kept.map(({ index }, at) => [index, part.columns[at]?.column]));
			for (const { index, name } of columns) {
				const column = takenAs.get(index);
				if (column) answer.understood.columns.push({ name, column });
				else answer.understood.leftOut.push(name);
			}
			reasons = kept.map(({ index }) => index).filter((index) => !takenAs.get(index));
		}
		const faults = new Map<number, string[]>();
		for (const { line, column, message } of addPart(answer, part, faulty))
			faults.set(line, [...(faults.get(line) ?? []), column ? `${column}: ${message}` : message]);
		for (const row of [...rows, ...faulty].sort((one, other) => one.line - other.line)) {
			const why = faults.get(row.line)?.join("; ");
			const rest = (all: string[]) => all.filter((_, index) => !reasons.includes(index));
			if (why) await onFailed(rest(names), rest(row.cells), why);
		}
		onProgress?.(answer);
	}

	try {
		const rows = options.open((understood) => {
			answer.understood = Object.assign(understood, { columns: [], leftOut: [] });
		});
		for await (const some of rows) {
			if (Date.now() > end)
				throw new ImportFault(
					`The import took longer than ${limits.mostSeconds} seconds (HUB_IMPORT_MAX_SECONDS)`,
					408,
				);
			for (const row of some) {
				if (isBlank(row)) continue;
				const read = { ...row, cells: row.cells.map(restored) };
				if (!header) {
					header = readHeader(read, mapping, limits.mostCells);
					// Before any row: whether its columns are known.
					await flush(header);
					continue;
				}
				if (answer.rows + good.length + bad.length >= limits.mostRows)
					throw new ImportFault(
						`The file has more than ${limits.mostRows} rows (HUB_IMPORT_MAX_ROWS); send it in parts`,
						413,
					);
				const fault = shapeFault(read, header, limits.mostCells);
				if (fault) bad.push({ ...read, fault });
				else good.push(read);
				if (good.length + bad.length >= ROWS_AT_ONCE) await flush(header);
			}
		}
	} catch (error) {
		if (error instanceof ImportFault && header && good.length + bad.length > 0) await flush(header);
		throw error;
	}
	if (!header) throw new ImportFault("The file is empty; its first line names the columns");
	if (good.length + bad.length > 0) await flush(header);
}
