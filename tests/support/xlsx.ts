import { crc32, deflateRawSync } from "node:zlib";

/** A ZIP file of these texts. `sizes` declares false unpacked sizes, like a malicious file. */
export function zipOf(files: Record<string, string>, sizes: Record<string, number> = {}): Buffer {
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const [name, text] of Object.entries(files)) {
		const raw = Buffer.from(text);
		const packed = deflateRawSync(raw);
		const fields = Buffer.alloc(26);
		fields.writeUInt16LE(20, 0);
		fields.writeUInt16LE(8, 4);
		fields.writeUInt32LE(crc32(raw), 10);
		fields.writeUInt32LE(packed.length, 14);
		fields.writeUInt32LE(sizes[name] ?? raw.length, 18);
		fields.writeUInt16LE(Buffer.byteLength(name), 22);
		parts.push(Buffer.from("PK\x03\x04"), fields, Buffer.from(name), packed);
		const place = Buffer.alloc(14);
		place.writeUInt32LE(offset, 10);
		directory.push(Buffer.from("PK\x01\x02\x14\x00"), fields, place, Buffer.from(name));
		offset += 30 + Buffer.byteLength(name) + packed.length;
	}
	const names = Buffer.concat(directory);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(Object.keys(files).length, 4);
	end.writeUInt16LE(Object.keys(files).length, 6);
	end.writeUInt32LE(names.length, 8);
	end.writeUInt32LE(offset, 12);
	return Buffer.concat([...parts, names, Buffer.from("PK\x05\x06"), end]);
}

const escaped = (text: string) =>
	text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

type Cell = string | number | boolean | null | { date: number } | { shared: number };

const letters = (index: number): string =>
	(index >= 26 ? letters(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));

function cellOf(value: Cell, ref: string): string {
	if (value === null) return "";
	if (typeof value === "number") return `<c r="${ref}"><v>${value}</v></c>`;
	if (typeof value === "boolean") return `<c r="${ref}" t="b"><v>${Number(value)}</v></c>`;
	if (typeof value === "string")
		return `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
	if ("date" in value) return `<c r="${ref}" s="1"><v>${value.date}</v></c>`;
	return `<c r="${ref}" t="s"><v>${value.shared}</v></c>`;
}

/** The parts of a workbook: sheets by name, with rows from line 1. Style 1 is m/d/yyyy. */
export function workbookParts(
	sheets: Record<string, Cell[][]>,
	options: { sharedStrings?: string; date1904?: boolean; hidden?: string } = {},
): Record<string, string> {
	const names = Object.keys(sheets);
	const parts: Record<string, string> = {
		"xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="${options.date1904 ? 1 : 0}"/><sheets>${names
			.map(
				(name, index) =>
					`<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"${name === options.hidden ? ' state="hidden"' : ""}/>`,
			)
			.join("")}</sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships>${names
			.map(
				(_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/s${index + 1}.xml"/>`,
			)
			.join("")}</Relationships>`,
		"xl/styles.xml":
			'<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="m/d/yyyy;@"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
	};
	if (options.sharedStrings) parts["xl/sharedStrings.xml"] = options.sharedStrings;
	for (const [index, rows] of Object.values(sheets).entries())
		parts[`xl/worksheets/s${index + 1}.xml`] = `<worksheet><sheetData>${rows
			.map(
				(cells, row) =>
					`<row r="${row + 1}">${cells.map((cell, at) => cellOf(cell, `${letters(at)}${row + 1}`)).join("")}</row>`,
			)
			.join("")}</sheetData></worksheet>`;
	return parts;
}
