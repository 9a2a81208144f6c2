import type { FileRow } from "./csv.ts";
import { ImportFault } from "./fault.ts";
import { type FileColumn, type Mapping, mapColumns } from "./mapping.ts";

const LOST = "\uFFFD";

/** Names of all columns as they stand, empty ones among them, and those that have a name. */
export type Header = { names: string[]; columns: FileColumn[] };

/** Rows of nothing but separators mean nothing. */
export const isBlank = ({ cells, fault }: FileRow) =>
	!fault && cells.every((cell) => cell.trim() === "");

/** Reads the first row. Throws ImportFault where it cannot name columns. */
export function readHeader(
	{ cells, line, fault }: FileRow,
	mapping: Mapping,
	mostCells: number,
): Header {
	if (fault) throw new ImportFault(`The header, line ${line}: ${fault}`);
	if (cells.some((cell) => cell.includes(LOST)))
		throw new ImportFault(
			`The header, line ${line}, does not decode as the utf-8 or other encoding that was declared; declare the true one (encoding=windows-1252, encoding=gb18030) or save the file as CSV UTF-8`,
		);
	let end = cells.length;
	while (end > 0 && cells[end - 1]?.trim() === "") end--;
	const names = cells.slice(0, end).map((name) => name.trim());
	if (end > mostCells)
		throw new ImportFault(
			`The header has ${end} cells; ${mostCells} are the most (HUB_IMPORT_MAX_CELLS)`,
		);
	return { names, columns: mapColumns(names, mapping) };
}

/** What is wrong with the shape of a row; short ones are filled up. */
export function shapeFault(
	{ cells, fault }: FileRow,
	{ names }: Header,
	mostCells: number,
): string | undefined {
	if (fault) return fault;
	let end = cells.length;
	while (end > 0 && cells[end - 1]?.trim() === "") end--;
	if (end > mostCells)
		return `the row has ${end} cells; ${mostCells} cells are the most (HUB_IMPORT_MAX_CELLS)`;
	const stray = (index: number) => `"${cells[index]?.slice(0, 40)}"`;
	if (end > names.length)
		return `the row has ${end} cells, the header ${names.length} columns; ${stray(end - 1)} belongs to none`;
	const unnamed = names.findIndex(
		(name, index) => name === "" && (cells[index] ?? "").trim() !== "",
	);
	if (unnamed >= 0)
		return `column ${unnamed + 1} has no name in the header, and holds ${stray(unnamed)}`;
	return undefined;
}
