import type { ImportLimits } from "../../shared/config-imports.ts";
import { addPart, type ImportAnswer, type Part } from "./answer.ts";
import type { FileRow } from "./csv.ts";
import { ImportFault } from "./fault.ts";
import { restored } from "./formulas.ts";
import { type FileColumn, type Mapping, mapColumns } from "./mapping.ts";
import type { Understood } from "./read-rows.ts";

/** Rows that are sent at once. */
const ROWS_AT_ONCE = 200;
const LOST = "\uFFFD";

type Sent = {
	batchId: string | null;
	dryRun: boolean;
	fileName: string | null;
	dates: "MDY" | "DMY" | null;
	columns: string[];
	rows: Array<{ line: number; cells: string[] }>;
};
/** Hands some rows to the engagements subgraph. */
export type Send = (part: Sent) => Promise<Part>;

export type ImportOptions = {
	/** Changed as the import goes on, so that it is true wherever that ends; `batchId` is set before a row is read. */
	answer: ImportAnswer;
	/** Opens the file; asked when the batch has begun, so that who may not import costs nothing. */
	open(onUnderstood: (understood: Understood) => void): AsyncGenerator<FileRow[]>;
	mapping: Mapping;
	dates: "MDY" | "DMY" | null;
	limits: Pick<ImportLimits, "mostRows" | "mostCells">;
	send: Send;
	/** Hears each row that failed, with all its reasons. */
	onFailed(header: string[], cells: string[], reason: string): void | Promise<void>;
	onProgress?(answer: ImportAnswer): void;
};

type Header = { names: string[]; columns: FileColumn[] };
type BadRow = FileRow & { fault: string };

const isBlank = ({ cells, fault }: FileRow) => !fault && cells.every((cell) => cell.trim() === "");

function readHeader({ cells, line, fault }: FileRow, mapping: Mapping, mostCells: number): Header {
	if (fault) throw new ImportFault(`The header, line ${line}: ${fault}`);
	if (cells.some((cell) => cell.includes(LOST)))
		throw new ImportFault(
			`The header, line ${line}, does not decode as the utf-8 or other encoding that was declared; declare the true one (encoding=windows-1252, encoding=gb18030) or save the file as CSV UTF-8`,
		);
	let end = cells.length;
	while (end > 0 && cells[end - 1]?.trim() === "") end--;
	const names = cells.slice(0, end).map((name) => name.trim());
	if (end > mostCells)
		throw new ImportFault(
			`The header has ${end} cells; ${mostCells} are the most (HUB_IMPORT_MAX_CELLS)`,
		);
	return { names, columns: mapColumns(names, mapping) };
}

/** What is wrong with the shape of a row; short ones are filled up. */
function shapeFault(
	{ cells, fault }: FileRow,
	{ names }: Header,
	mostCells: number,
): string | undefined {
	if (fault) return fault;
	let end = cells.length;
	while (end > 0 && cells[end - 1]?.trim() === "") end--;
	if (end > mostCells)
		return `the row has ${end} cells; ${mostCells} cells are the most (HUB_IMPORT_MAX_CELLS)`;
	const stray = (index: number) => `"${cells[index]?.slice(0, 40)}"`;
	if (end > names.length)
		return `the row has ${end} cells, the header ${names.length} columns; ${stray(end - 1)} belongs to none`;
	const unnamed = names.findIndex(
		(name, index) => name === "" && (cells[index] ?? "").trim() !== "",
	);
	if (unnamed >= 0)
		return `column ${unnamed + 1} has no name in the header, and holds ${stray(unnamed)}`;
	return undefined;
}

/** Takes the rows of a file in parts; what it holds is never all in memory. Throws ImportFault or what `send` throws. */
export async function importFile(options: ImportOptions): Promise<void> {
	const { answer, mapping, dates, limits, send, onFailed, onProgress } = options;
	const { dryRun, fileName } = answer;
	const sent = (columns: string[], rows: Sent["rows"]) =>
		send({ batchId: answer.batchId, dryRun, fileName, dates, columns, rows });
	// Asks whether the viewer may import, and begins the batch.
	answer.batchId = (await sent([], [])).batchId;
	let header: Header | undefined;
	let good: FileRow[] = [];
	let bad: BadRow[] = [];

	async function flush({ names, columns }: Header): Promise<void> {
		const [rows, faulty] = [good, bad];
		[good, bad] = [[], []];
		const kept = columns.filter(({ target }) => target !== undefined);
		const part = await sent(
			kept.map(({ target }) => target ?? ""),
			rows.map(({ line, cells }) => ({ line, cells: kept.map(({ index }) => cells[index] ?? "") })),
		);
		if (answer.understood && answer.understood.columns.length === 0) {
			const taken = kept.map(({ name }, index) => ({
				name,
				column: part.columns[index]?.column ?? null,
			}));
			answer.understood.columns = taken.flatMap(({ name, column }) =>
				column ? [{ name, column }] : [],
			);
			answer.understood.leftOut = [
				...columns.flatMap(({ name, target }) => (target === undefined ? [name] : [])),
				...taken.flatMap(({ name, column }) => (column ? [] : [name])),
			];
		}
		const reasons = new Map<number, string[]>();
		for (const { line, column, message } of addPart(answer, part, faulty))
			reasons.set(line, [...(reasons.get(line) ?? []), column ? `${column}: ${message}` : message]);
		for (const row of [...rows, ...faulty].sort((one, other) => one.line - other.line)) {
			const why = reasons.get(row.line)?.join("; ");
			if (why) await onFailed(names, row.cells, why);
		}
		onProgress?.(answer);
	}

	try {
		const rows = options.open((understood) => {
			answer.understood = Object.assign(understood, { columns: [], leftOut: [] });
		});
		for await (const some of rows)
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
	} catch (error) {
		if (error instanceof ImportFault && header && good.length + bad.length > 0) await flush(header);
		throw error;
	}
	if (!header) throw new ImportFault("The file is empty; its first line names the columns");
	if (good.length + bad.length > 0) await flush(header);
}
