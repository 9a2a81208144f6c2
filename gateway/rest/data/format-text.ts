import type { Format } from "./catalog.ts";
import { BYTE_ORDER_MARK, csvOf, headerOf } from "./csv.ts";
import type { OpenRow } from "./read-table.ts";

export type TableInfo = { name: string; title: string; description: string; columns: string[] };

async function* csvChunks(columns: string[], pages: AsyncIterable<OpenRow[]>) {
	yield BYTE_ORDER_MARK + headerOf(columns);
	for await (const rows of pages) yield csvOf(columns, rows);
}

async function* jsonChunks(
	{ name, title, description }: TableInfo,
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

/** Formats a table as CSV or JSON, streamed as its rows arrive. */
export function formatTable(
	described: TableInfo,
	pages: AsyncIterable<OpenRow[]>,
	format: Format,
): AsyncGenerator<string> {
	return format === "csv" ? csvChunks(described.columns, pages) : jsonChunks(described, pages);
}
