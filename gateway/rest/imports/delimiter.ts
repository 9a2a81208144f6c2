import { ImportFault } from "./fault.ts";
import type { Line } from "./lines.ts";

const DELIMITERS = [",", ";", "\t"];
/** A first line that says what separates cells, as spreadsheets write it. */
const SEP = /^"?sep=(.)"?$/i;

const countIn = (line: string, delimiter: string) =>
	line.replace(/"[^"]*"/g, "").split(delimiter).length;

/** What separates cells: as a first line "sep=;" says, otherwise what stands most often in the header. */
function delimiterOf(line: string): string {
	const [most = ","] = DELIMITERS.toSorted(
		(one, other) => countIn(line, other) - countIn(line, one),
	);
	return most;
}

/** What separates the cells of a file, and its lines without the one that says so. */
export async function delimited(
	lines: AsyncIterable<Line[]>,
): Promise<{ delimiter: string; lines: AsyncGenerator<Line[]> }> {
	const source = lines[Symbol.asyncIterator]();
	let first: Line[] = [];
	while (first.length === 0) {
		const next = await source.next();
		if (next.done) break;
		first = next.value.filter(({ text, number }) => number > 1 || text.trim() !== "");
	}
	const said = SEP.exec(first[0]?.text ?? "")?.[1];
	if (said && /[\p{L}\p{N}"\s]/u.test(said.replace("\t", "")))
		throw new ImportFault(
			`sep=${said}: a letter, digit, blank or quotation mark separates no cells`,
		);
	const header = first.find(({ text }) => text.trim() !== "");
	async function* all() {
		yield said ? first.slice(1) : first;
		while (true) {
			const next = await source.next();
			if (next.done) return;
			yield next.value;
		}
	}
	return { delimiter: said ?? delimiterOf(header?.text ?? ""), lines: all() };
}
