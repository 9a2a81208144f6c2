import { type BasicType, parquetWriteBuffer } from "hyparquet-writer";
import type { Release } from "./release.ts";
import type { StoredTable } from "./stored-table.ts";
import { type ColumnType, columnsOf, rowsOf } from "./tidy.ts";

const TYPES: Record<ColumnType, BasicType> = {
	text: "STRING",
	"whole number": "INT32",
	number: "DOUBLE",
	"true or false": "BOOLEAN",
};

/** A table as Parquet, compressed with Snappy: the same columns and rows as in CSV, and the release in the file's metadata. */
export function tableParquet(release: Release, table: StoredTable): Buffer {
	const columns = columnsOf(table);
	const data = columns.map(() => [] as unknown[]);
	for (const row of rowsOf(release, table))
		for (const [column, value] of row.entries()) data[column]?.push(value);
	const metadata = {
		title: table.title,
		table: table.id,
		release: String(release.number),
		digest: release.digest,
		synthetic: String(release.synthetic),
		notes: table.notes.join("\n"),
	};
	return Buffer.from(
		parquetWriteBuffer({
			columnData: columns.map(({ name, type, nullable }, column) => ({
				...{ name, nullable, type: TYPES[type] },
				data: data[column] ?? [],
			})),
			kvMetadata: Object.entries(metadata).map(([key, value]) => ({ key, value })),
			createdBy: release.program,
		}),
	);
}
