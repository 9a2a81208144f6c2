import type { AnyDocument } from "../graphql/fetch-document.ts";
import { stringify } from "./csv.ts";

/** A plain value of a cell. */
export type CellData = string | number | null | undefined;

/** What a reader can take from a table or chart. */
export type TakenAlong = {
	/** Name of the file, without its ending. */
	file: string;
	/** Names of columns and rows of cells, as plain values. */
	cells?: () => { columns: string[]; rows: CellData[][] };
	/** Where the hub has all of it as CSV, if the page holds a part only. */
	csvAt?: string;
	/** The query behind it. */
	asked?: { document: AnyDocument; variables: object };
};

/** Gives the browser a file to save. */
export function save(name: string, content: Blob): void {
	const link = document.createElement("a");
	link.href = URL.createObjectURL(content);
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Saves the cells as CSV; Excel reads UTF-8 only with a byte order mark. */
export function saveCsv({ file, cells }: TakenAlong): void {
	if (!cells) return;
	const { columns, rows } = cells();
	const text = `\uFEFF${stringify([columns, ...rows])}`;
	save(`${file}.csv`, new Blob([text], { type: "text/csv" }));
}
