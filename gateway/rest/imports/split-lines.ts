/** A line without its line ending. The ending is stored separately, since it may be part of a quoted cell. */
export type Line = { number: number; text: string; end: string; tooLong?: true };

const LINE_ENDING = /\r\n|\n|\r/g;

/**
 * Splits text into lines at LF, CRLF or CR. Of a line with more than `maxLength` characters only the start is returned,
 * marked `tooLong`.
 */
export async function* splitLines(
	text: AsyncIterable<string>,
	maxLength: number,
): AsyncGenerator<Line[]> {
	let rest = "";
	let number = 1;
	let skipping = false;
	const toLine = (line: string, end: string): Line => {
		const tooLong = skipping || line.length > maxLength;
		skipping = false;
		const whole = { number: number++, text: line, end };
		return tooLong ? { ...whole, text: line.slice(0, 200), tooLong: true } : whole;
	};
	for await (const chunk of text) {
		rest += chunk;
		const lines: Line[] = [];
		let start = 0;
		for (const { 0: end, index } of rest.matchAll(LINE_ENDING)) {
			// A CR at the end of a chunk may be the first half of CRLF.
			if (end === "\r" && index === rest.length - 1) break;
			lines.push(toLine(rest.slice(start, index), end));
			start = index + end.length;
		}
		rest = rest.slice(start);
		if (rest.length > maxLength) {
			skipping = true;
			const atEnd = rest.endsWith("\r") ? "\r" : "";
			rest = rest.slice(0, 200) + atEnd;
		}
		if (lines.length > 0) yield lines;
	}
	if (rest === "") return;
	const end = rest.endsWith("\r") ? "\r" : "";
	yield [toLine(rest.slice(0, rest.length - end.length), end)];
}
