import { ImportError } from "./import-error.ts";
import type { Line } from "./split-lines.ts";

const DELIMITERS = [",", ";", "\t"];
/** Excel's first line that declares the delimiter: sep=; */
const SEP = /^"?sep=(.)"?$/i;

const countIn = (line: string, delimiter: string) =>
	line.replace(/"[^"]*"/g, "").split(delimiter).length;

function mostFrequent(line: string): string {
	const [most = ","] = DELIMITERS.toSorted(
		(one, other) => countIn(line, other) - countIn(line, one),
	);
	return most;
}

/** Returns the delimiter, from a first line "sep=;" or else the most frequent in the header, and the lines without "sep=". */
export async function detectDelimiter(
	lines: AsyncIterable<Line[]>,
): Promise<{ delimiter: string; lines: AsyncGenerator<Line[]> }> {
	const source = lines[Symbol.asyncIterator]();
	let first: Line[] = [];
	while (first.length === 0) {
		const next = await source.next();
		if (next.done) break;
		first = next.value.filter(({ text, number }) => number > 1 || text.trim() !== "");
	}
	const declared = SEP.exec(first[0]?.text ?? "")?.[1];
	if (declared && /[\p{L}\p{N}"\s]/u.test(declared.replace("\t", "")))
		throw new ImportError(
			`sep=${declared}: a letter, digit, space or quotation mark cannot be the delimiter; use a comma, semicolon or tab`,
		);
	const header = first.find(({ text }) => text.trim() !== "");
	async function* remaining() {
		yield declared ? first.slice(1) : first;
		while (true) {
			const next = await source.next();
			if (next.done) return;
			yield next.value;
		}
	}
	return { delimiter: declared ?? mostFrequent(header?.text ?? ""), lines: remaining() };
}
