import type { Format } from "./catalog.ts";
import { csvOf, headerOf, MARK } from "./csv.ts";
import type { OpenRow } from "./read-table.ts";

/** What a file says of itself, and its columns in their order. */
export type Described = { name: string; title: string; description: string; columns: string[] };

async function* csvChunks(columns: string[], pages: AsyncIterable<OpenRow[]>) {
	yield MARK + headerOf(columns);
	for await (const rows of pages) yield csvOf(columns, rows);
}

async function* jsonChunks(
	{ name, title, description }: Described,
	pages: AsyncIterable<OpenRow[]>,
) {
	const opening = JSON.stringify({ table: name, title, description });
	yield `${opening.slice(0, -1)},"rows":[`;
	let count = 0;
	for await (const rows of pages) {
		const text = rows.map((row) => JSON.stringify(row)).join(",");
		if (text !== "") yield count > 0 ? `,${text}` : text;
		count += rows.length;
	}
	yield `],"count":${count}}`;
}

/** A table as the text of a file, piece by piece as its rows come. */
export function textOf(
	described: Described,
	pages: AsyncIterable<OpenRow[]>,
	format: Format,
): AsyncGenerator<string> {
	return format === "csv" ? csvChunks(described.columns, pages) : jsonChunks(described, pages);
}
