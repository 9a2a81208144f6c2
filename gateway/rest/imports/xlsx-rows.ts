import type { ImportLimits } from "../../../shared/config-imports.ts";
import type { FileRow } from "./csv.ts";
import { ImportFault } from "./fault.ts";
import { readXml, type Workbook } from "./xlsx.ts";
import { readDateStyles, readSharedTexts, readSheets, type Sheet } from "./xlsx-parts.ts";

const DAY_MS = 86_400_000;
/** Days between the two beginnings from which workbooks count. */
const TO_1904 = 1462;

/** Days since 1899-12-30 → 2024-01-05, or 2024-01-05 14:30 where it has a time. */
function dateOf(days: number): string {
	const minutes = Math.round(((days % 1) * DAY_MS) / 60_000);
	const moment = new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * DAY_MS + minutes * 60_000);
	const [day, time] = moment.toISOString().split("T");
	return minutes === 0 ? `${day}` : `${day} ${time?.slice(0, 5)}`;
}

/** Index of the column of a cell such as AB12, from 0. */
function columnOf(reference: string): number {
	let column = 0;
	for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? "")
		column = column * 26 + letter.charCodeAt(0) - 64;
	return column - 1;
}

type Cell = { column: number; type: string; style: number };
type Meaning = { texts: string[]; dates: boolean[]; from1904: boolean };

function textOf({ type, style }: Cell, text: string, { texts, dates, from1904 }: Meaning): string {
	if (type === "s") return texts[Number(text)] ?? "";
	if (type === "b") return text === "1" ? "TRUE" : "FALSE";
	if (type === "d") return text.replace("T00:00:00", "");
	if (type !== "n" || text === "") return text;
	const number = Number(text);
	// From 1 on: below it there are only times of day.
	if (dates[style] && number >= 1) return dateOf(number + (from1904 ? TO_1904 : 0));
	return String(number);
}

function choose(sheets: Sheet[], wanted: string | undefined): Sheet {
	const named = sheets.find(({ name }) => name === wanted);
	const names = sheets.map(({ name }) => name).join(", ");
	if (wanted !== undefined && !named)
		throw new ImportFault(`sheet: there is no sheet "${wanted.slice(0, 60)}"; there are ${names}`);
	const sheet = named ?? sheets.find(({ hidden }) => !hidden);
	if (!sheet) throw new ImportFault("The workbook has no sheet to read");
	return sheet;
}

type Bounds = Pick<ImportLimits, "mostCells" | "mostRecordCharacters">;

/**
 * The rows of a sheet, the first one that shows or the one of this name, as they are read; dates as 2024-01-05. The
 * texts that cells share are held in memory. Throws ImportFault where a workbook cannot be read or passes a bound.
 */
export async function openSheet(
	book: Workbook,
	wanted: string | undefined,
	{ mostCells, mostRecordCharacters }: Bounds,
): Promise<{ name: string; rows: AsyncGenerator<FileRow[]> }> {
	const { sheets, from1904 } = await readSheets(book);
	const sheet = choose(sheets, wanted);
	const meaning = {
		from1904,
		dates: await readDateStyles(book),
		texts: await readSharedTexts(book),
	};

	async function* rows() {
		let ready: FileRow[] = [];
		let row: FileRow = { line: 0, cells: [] };
		let size = 0;
		let cell: Cell | undefined;
		let text = "";
		let inValue = false;
		let inReading = false;
		function put({ column }: Cell, value: string): void {
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
				if (name === "rPh") inReading = true;
			},
			text(piece) {
				if (inValue && !inReading) text += piece;
			},
			close(name) {
				if (name === "v" || name === "t") inValue = false;
				if (name === "rPh") inReading = false;
				if (name === "c" && cell) {
					const value = textOf(cell, text, meaning);
					if (value !== "") put(cell, value);
					cell = undefined;
				}
				if (name === "row") ready.push(row);
			},
		});
		for await (const _ of reading) {
			if (ready.length > 0) yield ready;
			ready = [];
		}
		if (ready.length > 0) yield ready;
	}
	return { name: sheet.name, rows: rows() };
}
