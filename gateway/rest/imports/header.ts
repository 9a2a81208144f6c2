import type { FileRow } from "./csv.ts";
import { ImportError } from "./import-error.ts";
import { type FileColumn, type Mapping, mapColumns } from "./mapping.ts";

const REPLACEMENT_CHARACTER = "\uFFFD";

/** The names of all columns, including empty ones, and the columns that have a name. */
export type Header = { names: string[]; columns: FileColumn[] };

/** True for a row with empty cells only; it is skipped. */
export const isBlank = ({ cells, fault }: FileRow) =>
	!fault && cells.every((cell) => cell.trim() === "");

/** Reads the first row as the header. Throws ImportError if it is unreadable. */
export function readHeader(
	{ cells, line, fault }: FileRow,
	mapping: Mapping,
	mostCells: number,
): Header {
	if (fault) throw new ImportError(`The header, line ${line}: ${fault}`);
	if (cells.some((cell) => cell.includes(REPLACEMENT_CHARACTER)))
		throw new ImportError(
			`The header, line ${line}, is not valid utf-8 or whichever encoding was declared; set the correct one (encoding=windows-1252, encoding=gb18030) or save the file as CSV UTF-8`,
		);
	let end = cells.length;
	while (end > 0 && cells[end - 1]?.trim() === "") end--;
	const names = cells.slice(0, end).map((name) => name.trim());
	if (end > mostCells)
		throw new ImportError(
			`The header has ${end} cells; the limit is ${mostCells} cells (HUB_IMPORT_MAX_CELLS)`,
		);
	return { names, columns: mapColumns(names, mapping) };
}

/** Returns why a row does not fit the header, if it does not. Short rows do. */
export function shapeFault(
	{ cells, fault }: FileRow,
	{ names }: Header,
	mostCells: number,
): string | undefined {
	if (fault) return fault;
	let end = cells.length;
	while (end > 0 && cells[end - 1]?.trim() === "") end--;
	if (end > mostCells)
		return `the row has ${end} cells; the limit is ${mostCells} cells (HUB_IMPORT_MAX_CELLS)`;
	const cellText = (index: number) => `"${cells[index]?.slice(0, 40)}"`;
	if (end > names.length)
		return `the row has ${end} cells, the header ${names.length} columns; ${cellText(end - 1)} has no column`;
	const unnamed = names.findIndex(
		(name, index) => name === "" && (cells[index] ?? "").trim() !== "",
	);
	if (unnamed >= 0)
		return `column ${unnamed + 1} has no name in the header but contains ${cellText(unnamed)}`;
	return undefined;
}
