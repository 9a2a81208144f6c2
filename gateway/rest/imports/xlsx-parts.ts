import { ImportError } from "./import-error.ts";
import { readXml, type Workbook } from "./xlsx.ts";

export type Sheet = { name: string; path: string; hidden: boolean };

/** Built-in number formats that show dates (ECMA-376, 18.8.30), including those of East Asian locales. */
const isBuiltInDate = (id: number) =>
	(id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** True if a number format such as m/d/yyyy;@ contains days or years outside quotation marks and brackets. */
const showsDate = (code: string) => /[dy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, ""));

async function drain(reading: AsyncGenerator<void>): Promise<void> {
	for await (const _ of reading);
}

/** Resolves the target of a relationship to the path of the part in the ZIP file. */
const partPath = (target: string) => (target.startsWith("/") ? target.slice(1) : `xl/${target}`);

/** Reads the sheets of a workbook, in order, and whether it uses the 1904 date system. Throws ImportError if it is not a workbook. */
export async function readSheets(book: Workbook): Promise<{ sheets: Sheet[]; from1904: boolean }> {
	const [workbook, relationships] = ["xl/workbook.xml", "xl/_rels/workbook.xml.rels"];
	if (!book.has(workbook) || !book.has(relationships))
		throw new ImportError(
			"The file is not an Excel workbook; save it as Excel workbook (.xlsx) or as CSV UTF-8",
		);
	const targets = new Map<string, string>();
	await drain(
		readXml(book.read(relationships), {
			open({ name, attributes }) {
				if (name === "Relationship") targets.set(attributes.Id ?? "", attributes.Target ?? "");
			},
		}),
	);
	const sheets: Sheet[] = [];
	let from1904 = false;
	await drain(
		readXml(book.read(workbook), {
			open({ name, attributes }) {
				if (name === "workbookPr") from1904 = ["1", "true"].includes(attributes.date1904 ?? "");
				if (name !== "sheet") return;
				const target = targets.get(attributes["r:id"] ?? "");
				if (target)
					sheets.push({
						name: attributes.name ?? "",
						path: partPath(target),
						hidden: (attributes.state ?? "visible") !== "visible",
					});
			},
		}),
	);
	return { sheets, from1904 };
}

/** For each cell style, whether it shows its number as a date. */
export async function readDateStyles(book: Workbook): Promise<boolean[]> {
	const codes = new Map<number, string>();
	const styles: boolean[] = [];
	let inCellFormats = false;
	if (!book.has("xl/styles.xml")) return styles;
	await drain(
		readXml(book.read("xl/styles.xml"), {
			open({ name, attributes }) {
				const id = Number(attributes.numFmtId);
				if (name === "numFmt") codes.set(id, attributes.formatCode ?? "");
				if (name === "cellXfs") inCellFormats = true;
				if (inCellFormats && name === "xf") {
					const code = codes.get(id);
					styles.push(code === undefined ? isBuiltInDate(id) : showsDate(code));
				}
			},
			close(name) {
				if (name === "cellXfs") inCellFormats = false;
			},
		}),
	);
	return styles;
}

/** Reads the shared strings, without phonetic readings (furigana). */
export async function readSharedStrings(book: Workbook): Promise<string[]> {
	const texts: string[] = [];
	let current = "";
	let inText = false;
	let inPhonetic = false;
	if (!book.has("xl/sharedStrings.xml")) return texts;
	await drain(
		readXml(book.read("xl/sharedStrings.xml"), {
			open({ name }) {
				if (name === "si") current = "";
				if (name === "t") inText = true;
				if (name === "rPh") inPhonetic = true;
			},
			text(text) {
				if (inText && !inPhonetic) current += text;
			},
			close(name) {
				if (name === "t") inText = false;
				if (name === "rPh") inPhonetic = false;
				if (name === "si") texts.push(current);
			},
		}),
	);
	return texts;
}
