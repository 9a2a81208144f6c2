import type { ImportLimits } from "../../../shared/config-imports.ts";
import type { FileRow } from "./csv.ts";
import { unescapeFormula } from "./escape-formulas.ts";
import { type Header, isBlank, readHeader, shapeFault } from "./header.ts";
import {
	addPartResult,
	type ImportAnswer,
	type PartResult,
	wantsManufacturers,
} from "./import-answer.ts";
import { ImportError } from "./import-error.ts";
import type { Mapping } from "./mapping.ts";
import type { Understood } from "./read-rows.ts";

/** Rows per call of `send`. */
const ROWS_AT_ONCE = 200;

type PartInput = {
	batchId: string | null;
	dryRun: boolean;
	fileName: string | null;
	dates: "MDY" | "DMY" | null;
	columns: string[];
	rows: Array<{ line: number; cells: string[] }>;
	/** Number of further rows that cannot be read. */
	unreadable: number;
};
/** Sends rows to the engagements subgraph; `manufacturers` also requests the manufacturers that they name. */
export type Send = (part: PartInput, manufacturers: boolean) => Promise<PartResult>;

export type ImportOptions = {
	/** Updated in place, so that it is correct even if the import fails; `batchId` is set before a row is read. */
	answer: ImportAnswer;
	/** The batch to add the rows to; null for a new one. */
	batchId: string | null;
	/** Opens the file; called after the batch was created, so that an unauthorized upload is not read. */
	open(onUnderstood: (understood: Understood) => void): AsyncGenerator<FileRow[]>;
	mapping: Mapping;
	dates: "MDY" | "DMY" | null;
	limits: Pick<ImportLimits, "mostRows" | "mostCells" | "mostSeconds">;
	send: Send;
	/** Called for each failed row, with all reasons. */
	onFailed(header: string[], cells: string[], reason: string): void | Promise<void>;
	onProgress?(answer: ImportAnswer): void;
};

type UnreadableRow = FileRow & { fault: string };

/** Imports a file in parts, without loading it into memory. Throws ImportError or the error of `send`. */
export async function importFile(options: ImportOptions): Promise<void> {
	const { answer, mapping, dates, limits, send, onFailed, onProgress } = options;
	const { dryRun, fileName } = answer;
	const end = performance.now() + limits.mostSeconds * 1000;
	const sent = (columns: string[], rows: PartInput["rows"], unreadable: number) => {
		const batchId = answer.batchId ?? options.batchId;
		const about = { batchId, dryRun, fileName, dates };
		return send({ ...about, columns, rows, unreadable }, wantsManufacturers(answer));
	};
	// An empty part checks the permission to import and creates the batch.
	answer.batchId = (await sent([], [], 0)).batchId;
	let header: Header | undefined;
	let readable: FileRow[] = [];
	let unreadable: UnreadableRow[] = [];
	/** Columns that are ignored: the reasons in a file of failed rows. */
	let reasonColumns: number[] = [];

	async function flush({ names, columns }: Header): Promise<void> {
		const [rows, faulty] = [readable, unreadable];
		[readable, unreadable] = [[], []];
		const mapped = columns.filter(({ target }) => target !== undefined);
		const part = await sent(
			mapped.map(({ target }) => target ?? ""),
			rows.map(({ line, cells }) => ({
				line,
				cells: mapped.map(({ index }) => cells[index] ?? ""),
			})),
			faulty.length,
		);
		if (answer.understood && answer.understood.columns.length === 0) {
			const columnAt = new Map(mapped.map(({ index }, at) => [index, part.columns[at]?.column]));
			for (const { index, name } of columns) {
				const column = columnAt.get(index);
				if (column) answer.understood.columns.push({ name, column });
				else answer.understood.leftOut.push(name);
			}
			reasonColumns = mapped.map(({ index }) => index).filter((index) => !columnAt.get(index));
		}
		const faults = new Map<number, string[]>();
		for (const { line, column, message } of addPartResult(answer, part, faulty))
			faults.set(line, [...(faults.get(line) ?? []), column ? `${column}: ${message}` : message]);
		for (const row of [...rows, ...faulty].sort((one, other) => one.line - other.line)) {
			const reason = faults.get(row.line)?.join("; ");
			const withoutReasons = (all: string[]) =>
				all.filter((_, index) => !reasonColumns.includes(index));
			if (reason) await onFailed(withoutReasons(names), withoutReasons(row.cells), reason);
		}
		onProgress?.(answer);
	}

	try {
		const rows = options.open((understood) => {
			answer.understood = Object.assign(understood, { columns: [], leftOut: [] });
		});
		for await (const chunk of rows) {
			if (performance.now() > end)
				throw new ImportError(
					`The import took longer than ${limits.mostSeconds} seconds (HUB_IMPORT_MAX_SECONDS)`,
					408,
				);
			for (const row of chunk) {
				if (isBlank(row)) continue;
				const read = { ...row, cells: row.cells.map(unescapeFormula) };
				if (!header) {
					header = readHeader(read, mapping, limits.mostCells);
					// Check the columns before any row is sent.
					await flush(header);
					continue;
				}
				if (answer.rows + readable.length + unreadable.length >= limits.mostRows)
					throw new ImportError(
						`The file has more than ${limits.mostRows} rows (HUB_IMPORT_MAX_ROWS); split it into smaller files`,
						413,
					);
				const fault = shapeFault(read, header, limits.mostCells);
				if (fault) unreadable.push({ ...read, fault });
				else readable.push(read);
				if (readable.length + unreadable.length >= ROWS_AT_ONCE) await flush(header);
			}
		}
	} catch (error) {
		if (error instanceof ImportError && header && readable.length + unreadable.length > 0)
			await flush(header);
		throw error;
	}
	if (!header) throw new ImportError("The file is empty; its first line must be the header");
	if (readable.length + unreadable.length > 0) await flush(header);
}
