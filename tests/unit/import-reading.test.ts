import { Readable } from "node:stream";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import type { FileRow } from "../../gateway/rest/imports/csv.ts";
import { escapeFormula, unescapeFormula } from "../../gateway/rest/imports/escape-formulas.ts";
import { guessEncoding } from "../../gateway/rest/imports/guess-encoding.ts";
import { limitUpload } from "../../gateway/rest/imports/limit-upload.ts";
import { readMapping } from "../../gateway/rest/imports/mapping.ts";
import { readParameters } from "../../gateway/rest/imports/parameters.ts";
import { readRows, type Understood } from "../../gateway/rest/imports/read-rows.ts";
import { readConfig } from "../../shared/config.ts";

const LIMITS = { ...readConfig({}).imports, mostRecordCharacters: 1000 };

async function* cut(bytes: Buffer, sizes: number[]) {
	let at = 0;
	for (let index = 0; at < bytes.length; index++) {
		const size = Math.max(1, sizes[index % sizes.length] ?? 1);
		yield bytes.subarray(at, at + size);
		at += size;
	}
}

async function read(bytes: Buffer, sizes = [65_536]) {
	const rows: FileRow[] = [];
	let understood: Understood | undefined;
	const options = {
		limits: LIMITS,
		spool: "",
		onUnderstood: (how: Understood) => (understood = how),
	};
	for await (const some of readRows(cut(bytes, sizes), options)) rows.push(...some);
	return { rows, understood };
}

describe("encodings are detected", () => {
	it.each([
		["utf-8", "utf-8", "Café"],
		["utf-8", "utf-8", "Škoda, ž"],
		["utf-8", "utf-8", "佐治亚精密机械"],
		["utf-8", "utf-8", "Завод"],
		["windows-1252", "windows-1252", "Café"],
		["windows-1252", "windows-1252", "O’Brien – “Tool” €5"],
		["windows-1252", "windows-1252", "FUNDIÇÃO ALUMÍNIO"],
		["gb18030", "gb18030", "青岛,模具"],
		["gb18030", "gb18030", "宁波市镇海（机械）有限公司"],
		[undefined, "gb18030", "模"],
		[undefined, "windows-1252", "ÇÃ"],
		[undefined, "windows-1251", "Завод"],
		[undefined, "shift_jis", "株式会社テスト"],
		[undefined, "big5", "機械公司"],
		[undefined, "macintosh", "Café"],
	])("%s of %s %s", (guess, encoding, text) => {
		const bytes = iconv.encode(`${text}\n`, encoding);
		const start = bytes.findIndex((byte) => byte >= 0x80);
		expect(guessEncoding(bytes.subarray(Math.max(0, start - 1)), true)).toBe(guess);
	});
});

describe("rows", () => {
	const cell = fc.string({
		unit: fc.constantFrom("a", "é", "佐", '"', ",", ";", " ", "\n", "\r\n", "'"),
	});
	const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), {
		minLength: 1,
		maxLength: 8,
	});

	it("are the same for any chunking, in every encoding with a byte order mark", async () => {
		await fc.assert(
			fc.asyncProperty(
				table,
				fc.constantFrom("utf-8", "utf-16le", "utf-16be"),
				fc.constantFrom(",", ";", "\t"),
				fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
				async (cells, encoding, delimiter, sizes) => {
					const text = stringify([["h1", "h2", "h3"], ...cells], { delimiter, quoted: true });
					const bytes = iconv.encode(text, encoding, { addBOM: true });
					const { rows, understood } = await read(bytes, sizes);
					expect(rows.map((row) => row.cells)).toEqual([["h1", "h2", "h3"], ...cells]);
					expect(rows.some((row) => row.fault)).toBe(false);
					expect(understood).toMatchObject({ encoding, delimiter });
				},
			),
			{ numRuns: 60 },
		);
	});

	it("are never lost because of a quotation mark in another row", async () => {
		const piece = fc.constantFrom('"', '""', "a", ",", " ", '"b"');
		const broken = fc.array(piece, { minLength: 1, maxLength: 8 }).map((all) => all.join(""));
		await fc.assert(
			fc.asyncProperty(fc.array(broken, { minLength: 1, maxLength: 5 }), async (lines) => {
				const whole = Array.from({ length: 300 }, (_, i) => `row ${i},x`);
				const text = ["h1,h2", ...lines, ...whole].join("\n");
				const { rows } = await read(Buffer.from(text));
				const good = new Set(rows.filter((row) => !row.fault).map((row) => row.cells[0]));
				// A quotation mark that closes an earlier one makes a cell; then only rows before it may be inside.
				expect(whole.filter((row) => !good.has(row.split(",")[0]))).toEqual([]);
				const faults = rows.filter((row) => row.fault);
				expect(faults.length).toBeLessThanOrEqual(lines.length);
			}),
			{ numRuns: 200 },
		);
	});

	it("above the length limit are reported, in one line or several, without affecting others", async () => {
		const text = `h1,h2\n${"x".repeat(5000)},1\na,"${"y\n".repeat(600)}\nb,2\r\n`;
		const { rows } = await read(Buffer.from(text), [100]);
		expect(rows.filter((row) => row.fault).map((row) => row.line)).toEqual([2, 3]);
		expect(rows.at(-1)).toEqual({ line: 604, cells: ["b", "2"] });
	});

	it("declare the delimiter with sep=, which cannot be a letter", async () => {
		expect((await read(Buffer.from('"sep=;"\nh1;h2\n'))).rows).toEqual([
			{ line: 2, cells: ["h1", "h2"] },
		]);
		await expect(read(Buffer.from("sep=a\nh1ah2\n"))).rejects.toThrow(/sep=a/);
	});
});

it("escaped cells are no formulas, and unescaping restores them", () => {
	const cell = fc.string({
		unit: fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "＝", "a", "1"),
	});
	fc.assert(
		fc.property(cell, (text) => {
			expect(escapeFormula(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
			expect(unescapeFormula(escapeFormula(text))).toBe(text);
		}),
	);
});

it("reads mappings and file names, and rejects invalid ones", () => {
	expect([...readMapping('A:b,"C, ""d""":-, E f : g')]).toEqual([
		["A", "b"],
		['C, "d"', "-"],
		["E f", "g"],
	]);
	for (const wrong of ["A", "A:", ":b", "A:b,,C:d", '"A:b'])
		expect(() => readMapping(wrong)).toThrow(/map: /);
	const nameOf = (disposition: string, query = {}) =>
		readParameters(query, { "content-disposition": disposition }).fileName;
	expect(nameOf('attachment; filename="a \\"b\\".csv"')).toBe('a "b".csv');
	expect(nameOf("attachment; filename=x.csv; filename*=UTF-8''%E4%BD%90.csv")).toBe("佐.csv");
	expect(nameOf("attachment; filename*=UTF-8''%E4%; filename=y.csv")).toBe("y.csv");
	expect(nameOf("attachment; filename=x.csv", { fileName: "/home/me/z.csv" })).toBe("z.csv");
	expect(nameOf("attachment")).toBe(null);
});

it("an upload ends at its timeout, even if data keeps arriving", async () => {
	async function* endless() {
		while (true) yield "x".repeat(5000);
	}
	const bounds = { ...LIMITS, mostSeconds: 0.05 };
	const drained = async () => {
		for await (const _ of limitUpload(Readable.from(endless()), bounds))
			await new Promise((done) => setTimeout(done, 5));
	};
	await expect(drained()).rejects.toThrow(/HUB_IMPORT_MAX_SECONDS/);
});

it("reports each invalid limit in the configuration", () => {
	expect(() => readConfig({ HUB_IMPORT_MAX_BYTES: "lots", HUB_IMPORT_KEEP_DAYS: "0" })).toThrow(
		/HUB_IMPORT_MAX_BYTES: .*HUB_IMPORT_KEEP_DAYS: /,
	);
});
