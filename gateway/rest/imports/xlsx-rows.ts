import type { ImportLimits } from "../../../shared/config-imports.ts";
import type { FileRow } from "./csv.ts";
import { ImportError } from "./import-error.ts";
import { readXml, type Workbook } from "./xlsx.ts";
import { readDateStyles, readSharedStrings, readSheets, type Sheet } from "./xlsx-parts.ts";

const DAY_MS = 86_400_000;
/** Days between the epochs of the 1900 and 1904 date systems. */
const DAYS_TO_1904 = 1462;

/** Formats days since 1899-12-30 as 2024-01-05, or as 2024-01-05 14:30 if there is a time. */
function dateOf(days: number): string {
	const minutes = Math.round(((days % 1) * DAY_MS) / 60_000);
	const moment = new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * DAY_MS + minutes * 60_000);
	const [day, time] = moment.toISOString().split("T");
	return minutes === 0 ? `${day}` : `${day} ${time?.slice(0, 5)}`;
}

/** Column index (from 0) of a cell reference such as AB12. */
function columnOf(reference: string): number {
	let column = 0;
	for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? "")
		column = column * 26 + letter.charCodeAt(0) - 64;
	return column - 1;
}

type Cell = { column: number; type: string; style: number };
type Context = { sharedStrings: string[]; dateStyles: boolean[]; from1904: boolean };

function textOf(
	{ type, style }: Cell,
	text: string,
	{ sharedStrings, dateStyles, from1904 }: Context,
): string {
	if (type === "s") return sharedStrings[Number(text)] ?? "";
	if (type === "b") return text === "1" ? "TRUE" : "FALSE";
	if (type === "d") return text.replace("T00:00:00", "");
	if (type !== "n" || text === "") return text;
	const number = Number(text);
	// Numbers below 1 are times without a date.
	if (dateStyles[style] && number >= 1) return dateOf(number + (from1904 ? DAYS_TO_1904 : 0));
	return String(number);
}

function chooseSheet(sheets: Sheet[], wanted: string | undefined): Sheet {
	const named = sheets.find(({ name }) => name === wanted);
	const names = sheets.map(({ name }) => name).join(", ");
	if (wanted !== undefined && !named)
		throw new ImportError(
			`sheet: there is no sheet "${wanted.slice(0, 60)}"; the workbook has ${names}`,
		);
	const sheet = named ?? sheets.find(({ hidden }) => !hidden);
	if (!sheet) throw new ImportError("The workbook has no visible sheet; name one with sheet=");
	return sheet;
}

type Bounds = Pick<ImportLimits, "mostCells" | "mostRecordCharacters">;

/**
 * Streams the rows of the sheet named `wanted`, or the first visible one, dates as 2024-01-05; `sheets` are the visible ones. Shared strings are kept in
 * memory. Throws ImportError if the workbook cannot be read or exceeds a limit.
 */
export async function openSheet(
	book: Workbook,
	wanted: string | undefined,
	{ mostCells, mostRecordCharacters }: Bounds,
): Promise<{ name: string; sheets: string[]; rows: AsyncGenerator<FileRow[]> }> {
	const { sheets, from1904 } = await readSheets(book);
	const sheet = chooseSheet(sheets, wanted);
	const context = {
		from1904,
		dateStyles: await readDateStyles(book),
		sharedStrings: await readSharedStrings(book),
	};

	async function* rows() {
		let finished: FileRow[] = [];
		let row: FileRow = { line: 0, cells: [] };
		let size = 0;
		let cell: Cell | undefined;
		let text = "";
		let inValue = false;
		let inPhonetic = false;
		function addCell({ column }: Cell, value: string): void {
			size += value.length;
			if (column >= mostCells)
				row.fault = `the row has more than ${mostCells} cells (HUB_IMPORT_MAX_CELLS)`;
			else if (size > mostRecordCharacters)
				row.fault = `the row has more than ${mostRecordCharacters} characters`;
			else {
				while (row.cells.length < column) row.cells.push("");
				row.cells[column] = value;
			}
		}
		const reading = readXml(book.read(sheet.path), {
			open({ name, attributes }) {
				if (name === "row") {
					row = { line: Number(attributes.r) || row.line + 1, cells: [] };
					size = 0;
				}
				if (name === "c") {
					const column = attributes.r ? columnOf(attributes.r) : row.cells.length;
					cell = { column, type: attributes.t ?? "n", style: Number(attributes.s ?? -1) };
					text = "";
				}
				if (name === "v" || name === "t") inValue = true;
				if (name === "rPh") inPhonetic = true;
			},
			text(piece) {
				if (inValue && !inPhonetic) text += piece;
			},
			close(name) {
				if (name === "v" || name === "t") inValue = false;
				if (name === "rPh") inPhonetic = false;
				if (name === "c" && cell) {
					const value = textOf(cell, text, context);
					if (value !== "") addCell(cell, value);
					cell = undefined;
				}
				if (name === "row") finished.push(row);
			},
		});
		for await (const _ of reading) {
			if (finished.length > 0) yield finished;
			finished = [];
		}
		if (finished.length > 0) yield finished;
	}
	const visible = sheets.filter(({ hidden }) => !hidden).map(({ name }) => name);
	return { name: sheet.name, sheets: visible, rows: rows() };
}
