import type { Line } from "./split-lines.ts";

/** One row of a file: the line on which it starts, its cells, and the reason if it cannot be read. */
export type FileRow = { line: number; cells: string[]; fault?: string };

type Lexer = { cells: string[]; open: string | undefined };

const STRAY_QUOTE =
	"there is a quotation mark inside an unquoted cell; put the whole cell in quotation marks and double the quotation marks inside it";

/** Adds one line to the current record. Returns whether the record is complete, still open, or faulty. */
function feed(
	lexer: Lexer,
	{ text, end }: Line,
	delimiter: string,
): "complete" | "open" | { fault: string } {
	if (lexer.open === undefined && !text.includes('"')) {
		lexer.cells.push(...text.split(delimiter));
		return "complete";
	}
	let at = 0;
	while (true) {
		if (lexer.open !== undefined) {
			const quote = text.indexOf('"', at);
			if (quote < 0) {
				lexer.open += text.slice(at) + end;
				return "open";
			}
			lexer.open += text.slice(at, quote);
			at = quote + 1;
			if (text[at] === '"') {
				lexer.open += '"';
				at++;
				continue;
			}
			lexer.cells.push(lexer.open);
			lexer.open = undefined;
			while (text[at] === " " && delimiter !== " ") at++;
			if (at >= text.length) return "complete";
			if (text[at] !== delimiter)
				return { fault: `there is text after a closing quotation mark, or ${STRAY_QUOTE}` };
			at++;
		}
		let start = at;
		while (text[start] === " ") start++;
		if (text[start] === '"') {
			lexer.open = "";
			at = start + 1;
			continue;
		}
		const next = text.indexOf(delimiter, at);
		const cell = next < 0 ? text.slice(at) : text.slice(at, next);
		if (cell.includes('"')) return { fault: STRAY_QUOTE };
		lexer.cells.push(cell);
		if (next < 0) return "complete";
		at = next + 1;
	}
}

/**
 * Parses CSV (RFC 4180). A faulty row ends with its first line, and the next lines are parsed as rows again, so that an
 * unclosed quoted field does not swallow the rest of the file. `maxCharacters` is the limit for a row.
 */
export async function* csvRecords(
	lines: AsyncIterable<Line[]>,
	delimiter: string,
	maxCharacters: number,
): AsyncGenerator<FileRow[]> {
	let lexer: Lexer = { cells: [], open: undefined };
	/** The lines of the current record. */
	let pending: Line[] = [];
	let size = 0;
	const reset = () => {
		lexer = { cells: [], open: undefined };
		pending = [];
		size = 0;
	};
	const faultyRow = (line: Line, fault: string): FileRow => ({
		line: line.number,
		cells: line.tooLong ? [line.text] : line.text.split(delimiter),
		fault,
	});
	const unclosed =
		"a quoted cell is not closed; add the closing quotation mark or remove the opening one";

	function read(batch: Line[]): FileRow[] {
		const records: FileRow[] = [];
		let queue = batch;
		for (let index = 0; index < queue.length; index++) {
			const line = queue[index] as Line;
			pending.push(line);
			size += line.text.length;
			let state = line.tooLong
				? { fault: `the row has more than ${maxCharacters} characters` }
				: feed(lexer, line, delimiter);
			if (state === "open" && size > maxCharacters) state = { fault: unclosed };
			if (state === "open") continue;
			const [first = line] = pending;
			if (state === "complete") records.push({ line: first.number, cells: lexer.cells });
			else {
				records.push(faultyRow(first, pending.length > 1 ? unclosed : state.fault));
				if (pending.length > 1) {
					// Only the first line is faulty; parse the others again as rows.
					queue = [...pending.slice(1), ...queue.slice(index + 1)];
					index = -1;
				}
			}
			reset();
		}
		return records;
	}

	for await (const batch of lines) yield read(batch);
	while (pending.length > 0) {
		const [first, ...others] = pending as [Line, ...Line[]];
		reset();
		yield [faultyRow(first, unclosed), ...read(others)];
	}
}
