import type { Readable } from "node:stream";
import { parse } from "csv-parse";

/** One row at a time is the smallest part of a file, this many the largest that is sent at once. */
const ROWS_AT_ONCE = 200;
const MOST_FAILURES_TOLD = 1000;

type Failure = { line: number; column: string; message: string };
export type ImportAnswer = {
	batchId: string | null;
	rows: number;
	created: number;
	updated: number;
	unchanged: number;
	failed: number;
	/** The first thousand; the file of failed rows has all. */
	failures: Failure[];
};

type Row = { line: number; cells: string[] };
type Part = { batchId: string | null; dryRun: boolean; columns: string[]; rows: Row[] };

export type ImportOptions = {
	file: Readable;
	dryRun: boolean;
	batchId: string | null;
	/** Names of the file → names of the import; "-" leaves a column out. */
	mapping: Record<string, string>;
	/** Hands some rows to the engagements subgraph. */
	send(part: Part): Promise<Omit<ImportAnswer, "batchId"> & { batchId: string }>;
	/** Hears each row that failed, with all its reasons. */
	onFailed?(header: string[], cells: string[], reason: string): void;
	onProgress?(answer: ImportAnswer): void;
};

/** A file that cannot be read as CSV at all. */
export class UnreadableFile extends Error {}

const plain = (name: string) =>
	name
		.trim()
		.replace(/([a-z])([A-Z])/g, "$1_$2")
		.toLowerCase()
		.replace(/[\s-]+/g, "_");

/** Where each column of the header goes; undefined where it is left out. */
function columnsOf(header: string[], mapping: Record<string, string>): Array<string | undefined> {
	return header.map((name) => {
		const mapped = mapping[name] ?? plain(name);
		return mapped === "-" ? undefined : mapped;
	});
}

/** Reads a CSV file row by row and hands it on in parts; what it holds is never all in memory. */
export async function importFile(options: ImportOptions): Promise<ImportAnswer> {
	const answer: ImportAnswer = {
		batchId: options.batchId,
		rows: 0,
		created: 0,
		updated: 0,
		unchanged: 0,
		failed: 0,
		failures: [],
	};
	const parser = options.file.pipe(
		parse({
			bom: true,
			info: true,
			relax_column_count: true,
			skip_empty_lines: true,
			record_delimiter: ["\r\n", "\n"],
		}),
	);
	options.file.on("error", (error) => parser.destroy(error));
	let header: string[] | undefined;
	let targets: Array<string | undefined> = [];
	let waiting: Row[] = [];

	function told(rows: Row[], failures: Failure[]): void {
		answer.failures.push(...failures.slice(0, MOST_FAILURES_TOLD - answer.failures.length));
		const reasons = new Map<number, string[]>();
		for (const { line, column, message } of failures)
			reasons.set(line, [...(reasons.get(line) ?? []), column ? `${column}: ${message}` : message]);
		for (const row of rows) {
			const why = reasons.get(row.line);
			if (why && header) options.onFailed?.(header, row.cells, why.join("; "));
		}
	}

	async function flush(): Promise<void> {
		if (waiting.length === 0) return;
		const rows = waiting;
		waiting = [];
		const width = header?.length ?? 0;
		const torn = rows.filter((row) => row.cells.length !== width);
		const whole = rows.filter((row) => row.cells.length === width);
		const part = await options.send({
			batchId: answer.batchId,
			dryRun: options.dryRun,
			columns: targets.filter((target) => target !== undefined),
			rows: whole.map(({ line, cells }) => ({
				line,
				cells: cells.filter((_, index) => targets[index] !== undefined),
			})),
		});
		answer.batchId = part.batchId;
		answer.rows += rows.length;
		for (const count of ["created", "updated", "unchanged", "failed"] as const)
			answer[count] += part[count];
		answer.failed += torn.length;
		told(rows, [
			...part.failures,
			...torn.map((row) => ({
				line: row.line,
				column: "",
				message: `the row has ${row.cells.length} fields, the header ${width}`,
			})),
		]);
		options.onProgress?.(answer);
	}

	try {
		for await (const { record, info } of parser as AsyncIterable<{
			record: string[];
			info: { lines: number };
		}>) {
			if (!header) {
				header = record;
				targets = columnsOf(record, options.mapping);
				continue;
			}
			waiting.push({ line: info.lines - (record.join("").split("\n").length - 1), cells: record });
			if (waiting.length >= ROWS_AT_ONCE) await flush();
		}
	} catch (error) {
		const { code, message } = error as Error & { code?: string };
		if (!code?.startsWith("CSV_")) throw error;
		await flush();
		throw new UnreadableFile(`${message}; ${answer.rows} rows before it were taken`);
	}
	if (!header) throw new UnreadableFile("the file is empty; the first line names the columns");
	await flush();
	return answer;
}
