/** A line of a text without its end; the end is kept, since a cell in quotation marks may hold it. */
export type Line = { number: number; text: string; end: string; tooLong?: true };

const END = /\r\n|\n|\r/g;

/**
 * The lines of a text, those of a piece at once; they end with LF, CRLF or CR. One of more than `most` characters is
 * marked as too long, with its beginning only.
 */
export async function* linesOf(text: AsyncIterable<string>, most: number): AsyncGenerator<Line[]> {
	let rest = "";
	let number = 1;
	let skipping = false;
	const cut = (line: string, end: string): Line => {
		const tooLong = skipping || line.length > most;
		skipping = false;
		const whole = { number: number++, text: line, end };
		return tooLong ? { ...whole, text: line.slice(0, 200), tooLong: true } : whole;
	};
	for await (const piece of text) {
		rest += piece;
		const lines: Line[] = [];
		let start = 0;
		for (const { 0: end, index } of rest.matchAll(END)) {
			// CR at the end of a piece may be the first half of CRLF.
			if (end === "\r" && index === rest.length - 1) break;
			lines.push(cut(rest.slice(start, index), end));
			start = index + end.length;
		}
		rest = rest.slice(start);
		if (rest.length > most) {
			skipping = true;
			const atEnd = rest.endsWith("\r") ? "\r" : "";
			rest = rest.slice(0, 200) + atEnd;
		}
		if (lines.length > 0) yield lines;
	}
	if (rest === "") return;
	const end = rest.endsWith("\r") ? "\r" : "";
	yield [cut(rest.slice(0, rest.length - end.length), end)];
}
