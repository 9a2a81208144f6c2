import type { Line } from "./lines.ts";

/** One row of a file: the line on which it starts, and its cells, or why they cannot be read. */
export type FileRow = { line: number; cells: string[]; fault?: string };

type Lexer = { cells: string[]; open: string | undefined };

const STRAY =
	"a quotation mark stands inside a cell: put the whole cell in quotation marks and double those that belong to it";

/** Reads one more line into the record under way. Returns whether it is complete, or what is wrong. */
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
				return { fault: `text follows a closing quotation mark, or ${STRAY}` };
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
		if (cell.includes('"')) return { fault: STRAY };
		lexer.cells.push(cell);
		if (next < 0) return "complete";
		at = next + 1;
	}
}

/**
 * The rows of a CSV file (RFC 4180). A row at fault is reported and ends with its line: what follows is read as rows of its
 * own, so that a quotation mark that is never closed takes nothing with it. `most` bounds the characters of a row.
 */
export async function* csvRecords(
	lines: AsyncIterable<Line[]>,
	delimiter: string,
	most: number,
): AsyncGenerator<FileRow[]> {
	let lexer: Lexer = { cells: [], open: undefined };
	/** The lines of the record under way. */
	let held: Line[] = [];
	let size = 0;
	const begin = () => {
		lexer = { cells: [], open: undefined };
		held = [];
		size = 0;
	};
	const wrong = (line: Line, fault: string): FileRow => ({
		line: line.number,
		cells: line.tooLong ? [line.text] : line.text.split(delimiter),
		fault,
	});
	const unclosed = "the quotation mark that opens a cell is not closed; close it, or take it away";

	function read(batch: Line[]): FileRow[] {
		const records: FileRow[] = [];
		let queue = batch;
		for (let index = 0; index < queue.length; index++) {
			const line = queue[index] as Line;
			held.push(line);
			size += line.text.length;
			let state = line.tooLong
				? { fault: `the row has more than ${most} characters` }
				: feed(lexer, line, delimiter);
			if (state === "open" && size > most) state = { fault: unclosed };
			if (state === "open") continue;
			const [first = line] = held;
			if (state === "complete") records.push({ line: first.number, cells: lexer.cells });
			else {
				records.push(wrong(first, held.length > 1 ? unclosed : state.fault));
				if (held.length > 1) {
					// Only the first line is at fault; the others may be rows of their own.
					queue = [...held.slice(1), ...queue.slice(index + 1)];
					index = -1;
				}
			}
			begin();
		}
		return records;
	}

	for await (const batch of lines) yield read(batch);
	while (held.length > 0) {
		const [first, ...others] = held as [Line, ...Line[]];
		begin();
		yield [wrong(first, unclosed), ...read(others)];
	}
}
