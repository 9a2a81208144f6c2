import { ImportFault } from "./fault.ts";
import { readXml, type Workbook } from "./xlsx.ts";

export type Sheet = { name: string; path: string; hidden: boolean };

/** Formats of dates that every workbook knows by number (ECMA-376, 18.8.30), those of East Asia among them. */
const isKnownDate = (id: number) =>
	(id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Whether a number format such as m/d/yyyy;@ shows a date: days or years outside quotation marks and brackets. */
const showsDate = (code: string) => /[dy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, ""));

async function drain(reading: AsyncGenerator<void>): Promise<void> {
	for await (const _ of reading);
}

/** A path of a relationship → the path of the part in the ZIP file. */
const inside = (target: string) => (target.startsWith("/") ? target.slice(1) : `xl/${target}`);

/** The sheets of a workbook, in order, and whether its days count from 1904. Throws ImportFault where it is no workbook. */
export async function readSheets(book: Workbook): Promise<{ sheets: Sheet[]; from1904: boolean }> {
	const [workbook, relations] = ["xl/workbook.xml", "xl/_rels/workbook.xml.rels"];
	if (!book.has(workbook) || !book.has(relations))
		throw new ImportFault(
			"The file is no Excel workbook; save it as Excel workbook (.xlsx) or as CSV UTF-8",
		);
	const targets = new Map<string, string>();
	await drain(
		readXml(book.read(relations), {
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
						path: inside(target),
						hidden: (attributes.state ?? "visible") !== "visible",
					});
			},
		}),
	);
	return { sheets, from1904 };
}

/** Which cell styles show their number as a date. */
export async function readDateStyles(book: Workbook): Promise<boolean[]> {
	const codes = new Map<number, string>();
	const styles: boolean[] = [];
	let inside = false;
	if (!book.has("xl/styles.xml")) return styles;
	await drain(
		readXml(book.read("xl/styles.xml"), {
			open({ name, attributes }) {
				const id = Number(attributes.numFmtId);
				if (name === "numFmt") codes.set(id, attributes.formatCode ?? "");
				if (name === "cellXfs") inside = true;
				if (inside && name === "xf") {
					const code = codes.get(id);
					styles.push(code === undefined ? isKnownDate(id) : showsDate(code));
				}
			},
			close(name) {
				if (name === "cellXfs") inside = false;
			},
		}),
	);
	return styles;
}

/** The texts that cells share, by number; without the readings of Japanese. */
export async function readSharedTexts(book: Workbook): Promise<string[]> {
	const texts: string[] = [];
	let current = "";
	let inText = false;
	let inReading = false;
	if (!book.has("xl/sharedStrings.xml")) return texts;
	await drain(
		readXml(book.read("xl/sharedStrings.xml"), {
			open({ name }) {
				if (name === "si") current = "";
				if (name === "t") inText = true;
				if (name === "rPh") inReading = true;
			},
			text(text) {
				if (inText && !inReading) current += text;
			},
			close(name) {
				if (name === "t") inText = false;
				if (name === "rPh") inReading = false;
				if (name === "si") texts.push(current);
			},
		}),
	);
	return texts;
}
