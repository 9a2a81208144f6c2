import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import {
	CHINESE,
	HEADER,
	LATIN,
	madeOn,
	messagesOf,
	namesOn,
	send,
	useImportHub,
} from "../support/import-hub.ts";
import { workbookParts, zipOf } from "../support/xlsx.ts";

useImportHub();

describe("encodings", () => {
	const file = (key: string, name: string, day: string) =>
		`${HEADER}\r\n${key},${name},GA,EVENT,${day}\r\n`;
	it.each([
		["UTF-8", "utf-8", LATIN, "utf-8", ""],
		["UTF-8 with a mark", "utf-8-bom", CHINESE, "utf-8", ""],
		["UTF-16 LE with a mark", "utf-16le-bom", CHINESE, "utf-16le", ""],
		["UTF-16 BE with a mark", "utf-16be-bom", CHINESE, "utf-16be", ""],
		["UTF-16 LE without", "utf-16le", LATIN, "utf-16le", ""],
		["UTF-16 BE without", "utf-16be", LATIN, "utf-16be", ""],
		["Windows-1252", "windows-1252", LATIN, "windows-1252", ""],
		["GB 18030", "gb18030", CHINESE, "gb18030", ""],
		["GB 18030 declared by its older name", "gb18030", "模 Works", "gb18030", "charset=GB2312"],
		[
			"Windows-1252 declared by its older name",
			"windows-1252",
			"ÇÃ",
			"windows-1252",
			"charset=latin1",
		],
		["a declaration as a parameter", "gb18030", "模", "gb18030", "?encoding=GB18030"],
	])("%s", async (title, encoding, name, understood, declared) => {
		const [bare, bom] = [encoding.replace("-bom", ""), encoding.endsWith("-bom")];
		const day = "2023-01-05";
		const bytes = iconv.encode(file(`enc-${title}`, name, day), bare, { addBOM: bom });
		const sent = await send(
			bytes,
			declared.startsWith("?") ? declared : "",
			declared.startsWith("charset") ? { "content-type": `text/csv; ${declared}` } : {},
		);
		expect(sent).toMatchObject({
			status: 200,
			body: { created: 1, understood: { format: "csv", encoding: understood, delimiter: "," } },
		});
		expect(await namesOn(day)).toContain(name);
	});

	it("rejects ambiguous encodings and invalid bytes, and stores no replacement characters", async () => {
		for (const undecided of [
			iconv.encode(file("u-1", "模", "2023-02-01"), "gb18030"),
			iconv.encode(file("u-1", "Завод станков", "2023-02-01"), "windows-1251"),
			Buffer.concat([
				Buffer.from(`${HEADER}\nu-1,Caf`),
				Buffer.from([0x8e]),
				Buffer.from(",GA,EVENT,2023-02-01\n"),
			]),
		]) {
			const sent = await send(undecided);
			expect(sent).toMatchObject({
				status: 400,
				body: { batchId: expect.stringMatching(/^bat_/) },
			});
			expect(messagesOf(sent)).toMatch(/encoding.*encoding=windows-1252.*gb18030.*UTF-8/);
		}
		const torn = Buffer.concat([
			Buffer.from(`${HEADER}\nu-2,Whole Works,GA,EVENT,2023-02-01\nu-3,Mu`),
			Buffer.from([0xf1]),
			Buffer.from("oz,GA,EVENT,2023-02-01\nu-4,Lost � Works,GA,EVENT,2023-02-01\n"),
		]);
		expect((await send(torn, "?encoding=utf-8")).body).toMatchObject({
			created: 1,
			failed: 2,
			failures: [
				{ line: 3, column: "sme_name", message: expect.stringMatching(/lost.*encoding=/) },
				{ line: 4, column: "sme_name", message: expect.stringMatching(/lost/) },
			],
		});
		expect(await namesOn("2023-02-01")).toEqual(["Whole Works"]);
		const header = Buffer.concat([Buffer.from("id,A"), Buffer.from([0xf1]), Buffer.from("o\n")]);
		expect(messagesOf(await send(header, "?encoding=utf-8"))).toMatch(/line 1.*utf-8/);
		expect(messagesOf(await send("x", "?encoding=klingon"))).toMatch(/encoding.*klingon.*utf-8/);
		const marked = iconv.encode(file("u-5", "x", "2023-02-01"), "utf-16le", { addBOM: true });
		expect(messagesOf(await send(marked, "?encoding=utf-8"))).toMatch(/begins with.*UTF-16/i);
	});
});

describe("delimiters, lines and quotes", () => {
	const cells = (key: string, day: string) => [key, "Line, Works", "GA", "EVENT", day];
	it.each([
		["semicolons", ";", "\r\n", ""],
		["tabs", "\t", "\n", ""],
		["a line that names the separator", "|", "\r\n", "sep=|\r\n"],
		["carriage returns alone", ";", "\r", ""],
		["a sep line with commas", ",", "\n", "sep=,\n"],
	])("%s", async (title, delimiter, newline, first) => {
		const day = "2023-03-01";
		const line = (all: string[]) =>
			all.map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter) + newline;
		const text = first + line(HEADER.split(",")) + line(cells(`sep-${title}`, day));
		expect((await send(text)).body).toMatchObject({ created: 1, understood: { delimiter } });
		expect(await namesOn(day)).toContain("Line, Works");
	});

	it("a stray or unclosed quotation mark only affects its row; the rows after it are imported", async () => {
		const { body, status } = await send(
			[
				HEADER,
				'q-1,5" Pipe Works,GA,EVENT,2023-04-01',
				"q-2,Good Works,GA,EVENT,2023-04-01",
				'q-3,"Torn Works,GA,EVENT,2023-04-01',
				'q-4,"Fine, Inc.",GA,EVENT,2023-04-01',
				'q-5,"Closed" Works,GA,EVENT,2023-04-01',
				'q-6,"Two',
				'Lines ""Works""",GA,EVENT,2023-04-01',
				'q-7,"Never closed,GA,EVENT,2023-04-01',
				...Array.from({ length: 300 }, (_, i) => `q-8-${i},Many Works,GA,EVENT,2023-04-02`),
				'q-9,"Open at the end,GA,EVENT,2023-04-01',
				"q-10,Last Works,GA,EVENT,2023-04-01",
			].join("\n"),
		);
		expect([status, body]).toMatchObject([200, { created: 304, failed: 5, rows: 309 }]);
		expect(body.failures).toEqual(
			[2, 4, 6, 9, 310].map((line) => ({
				line,
				column: "",
				message: expect.stringMatching(/quotation mark/),
			})),
		);
		expect(await namesOn("2023-04-01")).toEqual([
			"Fine, Inc.",
			"Good Works",
			"Last Works",
			'Two\nLines "Works"',
		]);
	});

	it("accepts empty trailing columns, rows of empty cells and short rows; rejects content beyond the header", async () => {
		const { body } = await send(
			[
				"",
				`${HEADER},sme_city,,title,,`,
				"w-1,Wide Works,GA,EVENT,2023-05-01,Macon,,",
				",,,,,,,",
				"   ,,",
				"w-2,Short Works,GA,EVENT,2023-05-01",
				"w-3,Wider Works,GA,EVENT,2023-05-01,Macon,,,,,,",
				"w-4,Extra Works,GA,EVENT,2023-05-01,Macon,,,,x",
				"w-7,Unnamed Works,GA,EVENT,2023-05-01,Macon,y",
				"w-5,Unnamed Works,GA,EVENT,2023-05-01,Macon,,,y",
				"w-6,Too Short Works",
			].join("\n"),
		);
		expect(body).toMatchObject({ rows: 7, created: 3, failed: 4 });
		expect(body.failures).toEqual([
			{ line: 8, column: "", message: expect.stringMatching(/10 cells.*header.*"x"/) },
			{ line: 9, column: "", message: expect.stringMatching(/column 7 has no name.*"y"/) },
			{ line: 10, column: "", message: expect.stringMatching(/9 cells.*header 8.*"y"/) },
			{ line: 11, column: "service_kind", message: expect.any(String) },
		]);
	});
});

describe("XLSX", () => {
	const rows = (key: string, day: number) => [
		["id", "Company", "State", "Service Kind", "Date", "Employees", "larger_group", null],
		[`${key}-1`, { shared: 0 }, "Georgia", "Tech transfer", { date: day }, 120, false, null],
		[],
		[`${key}-2`, CHINESE, "ga", "EVENT", "1/25/2023", 7, null, null],
	];
	const sharedStrings =
		"<sst><si><r><t>Shared &amp; </t></r><r><t>Works</t></r><rPh><t>x</t></rPh></si></sst>";
	const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	it("is read like CSV: the first sheet or a named one, dates as dates", async () => {
		const file = zipOf(
			workbookParts(
				{ Notes: [["nothing"]], Visits: rows("x", 44958), Old: rows("y", 44959 - 1462) },
				{ sharedStrings, hidden: "Notes" },
			),
		);
		const first = await send(file, "", { "content-type": type });
		expect(first.body).toMatchObject({
			created: 2,
			failed: 0,
			understood: { format: "xlsx", sheet: "Visits" },
		});
		expect(await madeOn("2023-02-02")).toEqual([]);
		const twice = await send(file, "?sheet=Visits", { "content-type": "application/octet-stream" });
		expect(twice.body).toMatchObject({ unchanged: 2 });
		const found = (await madeOn("2023-01-25", "2023-02-03")).filter(({ sme }) =>
			["Shared & Works", CHINESE].includes(sme.name),
		);
		expect(found).toMatchObject([
			{ startedOn: "2023-02-01", kind: "TECH_TRANSFER", sme: { state: "US-GA", employees: 120 } },
			{ startedOn: "2023-01-25", kind: "EVENT" },
		]);
		expect(messagesOf(await send(file, "?sheet=Visit"))).toMatch(/no sheet "Visit".*Visits/);
		const old = zipOf(
			workbookParts({ Old: rows("y", 44959 - 1462) }, { sharedStrings, date1904: true }),
		);
		expect((await send(old)).body).toMatchObject({ created: 2 });
		expect((await madeOn("2023-02-02")).length).toBe(1);
	});

	it("is limited by unpacked size, and rejected if it is another format", async () => {
		const parts = workbookParts({ Big: rows("z", 44958) });
		const bomb = {
			...parts,
			"xl/sharedStrings.xml": `<sst>${"<si><t> </t></si>".repeat(100_000)}</sst>`,
		};
		expect(await send(zipOf(bomb))).toMatchObject({ status: 413 });
		const liar = zipOf(bomb, { "xl/sharedStrings.xml": 1000 });
		expect((await send(liar)).status).toBe(400);
		const sparse = {
			...parts,
			"xl/worksheets/s1.xml":
				'<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>',
		};
		expect(messagesOf(await send(zipOf(sparse)))).toMatch(/cells/);
		for (const [file, words] of [
			[zipOf({ mimetype: "x" }), /not an Excel workbook.*xlsx/],
			[Buffer.from("PK\x03\x04 torn"), /cannot be read/],
			[Buffer.from("d0cf11e0a1b11ae10000", "hex"), /older Excel.*xlsx/],
			[zipOf({ ...parts, "xl/worksheets/s1.xml": "<worksheet><sheetData><row" }), /XML|sheet/],
		] as const) {
			const sent = await send(file);
			expect(sent.status).toBe(400);
			expect(messagesOf(sent)).toMatch(words);
		}
	});
});
