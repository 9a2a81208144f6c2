import { tableCsv } from "./csv.ts";
import { describeTable } from "./description.ts";
import { tableJsonStat } from "./json-stat.ts";
import { tableParquet } from "./parquet.ts";
import type { Release } from "./release.ts";
import type { StoredTable } from "./stored-table.ts";

/** Formats of a table: file extension → media type, EU file type code and label. */
export const TABLE_FORMATS = {
	csv: { type: "text/csv", file: "CSV", label: "CSV" },
	json: { type: "application/json", file: "JSON", label: "JSON-stat 2.0" },
	parquet: { type: "application/vnd.apache.parquet", file: "PARQUET", label: "Parquet" },
} as const;
export type TableFormat = keyof typeof TABLE_FORMATS;

export const isTableFormat = (text: string | undefined): text is TableFormat =>
	text !== undefined && Object.hasOwn(TABLE_FORMATS, text);

/** `text` is the table as the graph sends it, JSON. */
export type FormatJob = { release: Release; text: string; format: TableFormat | "description" };

const WRITERS: Record<TableFormat, (release: Release, table: StoredTable) => string | Uint8Array> =
	{ csv: tableCsv, json: tableJsonStat, parquet: tableParquet };

/** A table in a format; "description" is JSON of a `TableDescription`. Takes up to a second: to be run in a worker. */
export function formatTable({ release, text, format }: FormatJob): string | Uint8Array {
	const table: StoredTable = JSON.parse(text);
	if (format === "description") return JSON.stringify(describeTable(table));
	return WRITERS[format](release, table);
}
