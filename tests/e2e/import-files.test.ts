import { connect } from "node:net";
import { PassThrough, Readable } from "node:stream";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { developmentToken } from "../../gateway/viewer/development.ts";
import { readConfig } from "../../shared/config.ts";
import { IMPORT_VARIABLES } from "../../shared/config-imports.ts";
import type { Actor } from "../../shared/viewer/viewer.ts";
import { COLUMNS } from "../../subgraphs/engagements/import/parse-row.ts";
import { commandsOf, readDoc, runCommands } from "../support/doc-commands.ts";
import { ask, seededFolder, startEmbedded } from "../support/hub.ts";
import { STAFF } from "../support/viewers.ts";
import { workbookParts, zipOf } from "../support/xlsx.ts";

const LIMITS = {
	...readConfig({}).imports,
	mostBytes: 1_000_000,
	mostUnpackedBytes: 1_000_000,
	mostRecordCharacters: 5000,
	mostCells: 40,
	mostRows: 450,
	stallSeconds: 1,
};

let dataDir: string;
let hub: Awaited<ReturnType<typeof startEmbedded>>;
beforeAll(async () => {
	dataDir = await seededFolder();
	hub = await startEmbedded(dataDir, undefined, undefined, LIMITS);
});
afterAll(() => hub.close());

const authorization = async (viewer: Actor) =>
	`Bearer ${await developmentToken(dataDir, viewer, 1)}`;

// biome-ignore lint/suspicious/noExplicitAny: an answer, compared as a whole
type Answer = { status: number; body: any };

async function send(
	file: string | Buffer | Readable,
	query = "",
	{ viewer = STAFF, ...headers }: { viewer?: Actor; [name: string]: unknown } = {},
): Promise<Answer> {
	const response = await fetch(`${hub.url}/imports/engagements${query}`, {
		method: "POST",
		headers: {
			"content-type": "text/csv",
			authorization: await authorization(viewer),
			...(headers as Record<string, string>),
		},
		body: (file instanceof Readable ? Readable.toWeb(file) : file) as string,
		duplex: "half",
	} as RequestInit);
	return { status: response.status, body: await response.json() };
}

type Found = { startedOn: string; practice: string | null; kind: string; peopleTrained: number };
/** The engagements of a batch, by manufacturer. */
async function madeOn(from: string, to = from) {
	const { body } = await ask(
		hub,
		`{ engagements(where: { from: "${from}", to: "${to}" }, first: 200) { nodes { startedOn practice kind peopleTrained note sme { name city state employees } outcomes { claims { metric value } } } } }`,
		{},
		{ authorization: await authorization(STAFF) },
	);
	return (
		body.data as unknown as {
			engagements: { nodes: Array<Found & { sme: { name: string; city: string; state: string } }> };
		}
	).engagements.nodes;
}
const namesOn = async (day: string) => (await madeOn(day)).map(({ sme }) => sme.name).sort();
const failedRows = async (path: string) =>
	(
		await fetch(`${hub.url}${path}`, { headers: { authorization: await authorization(STAFF) } })
	).arrayBuffer();
const messagesOf = ({ body }: Answer) => body.errors?.map((error: Error) => error.message).join();

const HEADER = "id,sme_name,sme_state,service_kind,date";
const LATIN = "Fundición Muñoz São João";
const CHINESE = "佐治亚精密机械有限公司";

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

describe("cells and columns", () => {
	it("accepts values as people type them, and rejects ambiguous cells", async () => {
		const { body } = await send(
			[
				"Key;Company;City;State;Kind;Practice;Visit Date;People Trained;New Sales ($);Employees;reason",
				'c-1;Typed Works;Macon;ga;other;Supply chain;6/15/2023;;"$5,000";"1,200";x',
				"c-2;Typed Works;Macon;Georgia;Training;;45092;12;;;",
				"c-3;Typed Works;Macon;US-GA;Tech transfer;;15 June 2023;;;;",
				"c-4;Typed Works;Macon;Georgie;Event;;3/4/2023;;;;",
				"c-5;Typed Works;Macon;GA;Event;;2023-06-15 08:30;;1,5;5k;",
			].join("\n"),
		);
		expect(body).toMatchObject({ created: 3, failed: 2 });
		expect(body.understood.columns).toEqual([
			{ name: "Key", column: "id" },
			{ name: "Company", column: "sme_name" },
			{ name: "City", column: "sme_city" },
			{ name: "State", column: "sme_state" },
			{ name: "Kind", column: "service_kind" },
			{ name: "Practice", column: "service_note" },
			{ name: "Visit Date", column: "date" },
			{ name: "People Trained", column: "people_trained" },
			{ name: "New Sales ($)", column: "new_sales_usd" },
			{ name: "Employees", column: "employees" },
		]);
		expect(body.understood.leftOut).toEqual(["reason"]);
		expect(body.failures).toEqual([
			{ line: 5, column: "sme_state", message: expect.stringMatching(/Georgie.*US-GA/) },
			{
				line: 5,
				column: "date",
				message: expect.stringMatching(/2023-03-04 or 2023-04-03.*dates=mdy/),
			},
			{ line: 6, column: "employees", message: expect.stringMatching(/"5k" is not a number/) },
			{ line: 6, column: "new_sales_usd", message: expect.stringMatching(/1\.5/) },
		]);
		const made = (await madeOn("2023-06-15")).filter(({ sme }) => sme.name === "Typed Works");
		expect(made).toHaveLength(3);
		expect(made.map(({ kind, practice }) => [kind, practice]).sort()).toEqual([
			["ASSISTANCE", "SUPPLY_CHAIN"],
			["TECH_TRANSFER", null],
			["TRAINING", null],
		]);
		const again = "id,sme_name,sme_state,service_kind,date\nc-4,Typed Works,GA,Event,3/4/2023\n";
		expect((await send(again, "?dates=dmy")).body).toMatchObject({ created: 1 });
		expect(await namesOn("2023-04-03")).toEqual(["Typed Works"]);
	});

	it("lists unknown columns with the most similar known one, and rejects duplicates", async () => {
		const file =
			"id,Compny,sme_state,service_kind,date,Remarks\nk-1,Known Works,GA,EVENT,2023-07-01,x\n";
		expect(messagesOf(await send(file))).toMatch(
			/no column "Compny".*company.*sme_name.*"Remarks".*map=/s,
		);
		const sent = await send(file, `?map=${encodeURIComponent("Compny:sme_name,Remarks:-")}`);
		expect(sent.body).toMatchObject({ created: 1, understood: { leftOut: ["Remarks"] } });
		for (const [header, map, words] of [
			["id,Date,date", "", /"Date" and "date".*date/],
			["id,Company,Client", "", /"Company" and "Client".*sme_name/],
			["id,A,B", "A:title,B:title", /"A" and "B".*title/],
			["id,A,B", "C:title", /map: .*"C".*id, A, B/],
			["id,A", "A:titel,", /map/],
			["id,A", "A:titel", /"titel".*title/],
		] as const)
			expect(messagesOf(await send(`${header}\n1,2,3\n`, `?map=${map}`))).toMatch(words);
		const quoted =
			'id,"Name, legal",sme_state,service_kind,date\nk-2,Quoted Works,GA,EVENT,2023-07-01\n';
		const map = encodeURIComponent('"Name, legal":sme_name');
		expect((await send(quoted, `?map=${map}`)).body).toMatchObject({ created: 1 });
	});

	it("the file of failed rows escapes formulas and imports again with the original values", async () => {
		const names = ["=1+1", "+Plus", "-Minus", "@At", "'=quoted", "'plain", "\ttab"];
		const first = await send(
			`${HEADER}\n${names.map((name, i) => `f-${i},"${name}",GA,DANCING,2023-08-01`).join("\n")}\n`,
		);
		expect(first.body).toMatchObject({ failed: 7 });
		const bytes = Buffer.from(await failedRows(first.body.failedRows));
		const text = bytes.toString("utf8");
		expect(text).toMatch(/^\uFEFFid,sme_name,sme_state,service_kind,date,reason\r?\n/);
		for (const line of text.trim().split("\n").slice(1))
			expect(line).not.toMatch(/(^|,)"?[=+\-@\t]/);
		const again = await send(Buffer.from(text.replaceAll("DANCING", "EVENT")));
		expect(again.body).toMatchObject({
			created: 7,
			failed: 0,
			understood: { leftOut: ["reason"] },
		});
		expect(await namesOn("2023-08-01")).toEqual(
			["+Plus", "-Minus", "=1+1", "=quoted", "@At", "'plain", "tab"].sort(),
		);
	});
});

describe("parameters and responses", () => {
	const row = (key: string) => `${HEADER}\n${key},Dry Works,GA,EVENT,2023-09-01\n`;
	it.each(["?dryRun", "?dryRun=", "?dryRun=1", "?dryRun=true"])(
		"%s changes nothing",
		async (query) => {
			expect((await send(row("p-1"), query)).body).toMatchObject({ dryRun: true, created: 1 });
			expect(await namesOn("2023-09-01")).toEqual([]);
		},
	);

	it("rejects unknown parameters and invalid values by name", async () => {
		for (const [query, words] of [
			["?dryrun=true", /"dryrun".*dryRun/],
			["?dryRun=yes", /dryRun: "yes"/],
			["?dryRun=1&dryRun=0", /dryRun/],
			["?dates=ymd", /dates: .*mdy/],
			["?batchId=bat_x", /batchId|is not a batch of yours/],
			[`?fileName=${"x".repeat(201)}`, /fileName/],
		] as const) {
			const sent = await send(row("p-2"), query);
			expect(sent.status).toBe(400);
			expect(messagesOf(sent)).toMatch(words);
		}
		expect(await namesOn("2023-09-01")).toEqual([]);
	});

	it("a batch of somebody else cannot be added to, and its failed rows are kept", async () => {
		const mine = await send(`${row("o-1")}o-2,,GA,EVENT,2023-09-02\n`);
		const other: Actor = { role: "FIELD_STAFF", subject: "staff-2", center: "oh-mep" };
		for (const batch of [mine.body.batchId, `../imports/${mine.body.batchId}`])
			expect(
				await send(row("o-3"), `?batchId=${encodeURIComponent(batch)}`, { viewer: other }),
			).toMatchObject({ status: 400, body: { errors: [{}] } });
		expect((await failedRows(mine.body.failedRows)).byteLength).toBeGreaterThan(50);
		const again = await send(row("o-1"), `?batchId=${mine.body.batchId}`);
		expect(again.body).toMatchObject({ batchId: mine.body.batchId, unchanged: 1 });
		expect(again.body).not.toHaveProperty("failedRows");
	});

	it("returns how the file was read, its name, and the batch with every response", async () => {
		const named = await send(`${row("p-3")}p-9,"torn`, "", {
			"content-disposition": "attachment; filename*=UTF-8''Besuche%20M%C3%A4rz.csv",
		});
		expect(named.body).toMatchObject({
			batchId: expect.stringMatching(/^bat_[0-9a-f]{32}$/),
			fileName: "Besuche März.csv",
			dryRun: false,
			understood: { format: "csv", encoding: "utf-8", delimiter: ",", leftOut: [] },
		});
		const wins = await send(row("p-3"), "?fileName=C:\\visits\\march.csv");
		expect(wins.body).toMatchObject({ fileName: "march.csv" });
		const begun: string[] = [named.body.batchId];
		for (const broken of ["", "nonsense\n1\n", `${HEADER},${HEADER}\n`]) {
			const sent = await send(broken, "?fileName=broken.csv");
			expect(sent).toMatchObject({
				status: 400,
				body: {
					batchId: expect.stringMatching(/^bat_/),
					errors: [{ extensions: { code: "BAD_USER_INPUT", batchId: sent.body.batchId } }],
				},
			});
			begun.push(sent.body.batchId);
		}
		const { body } = await ask(
			hub,
			"{ importBatches(where: { mine: true }, first: 200) { nodes { id fileName rows failed } } }",
			{},
			{ authorization: await authorization(STAFF) },
		);
		const { nodes } = (body.data as unknown as { importBatches: { nodes: Array<{ id: string }> } })
			.importBatches;
		expect(nodes.filter(({ id }) => begun.includes(id)).reverse()).toEqual([
			{ id: begun[0], fileName: "Besuche März.csv", rows: 2, failed: 1 },
			...begun.slice(1).map((id) => ({ id, fileName: "broken.csv", rows: 0, failed: 0 })),
		]);
		expect(await send(`${HEADER}\n`)).toMatchObject({ status: 200, body: { rows: 0 } });
		for (const type of ["multipart/form-data; boundary=x", "application/json"])
			expect(await send(row("p-4"), "", { "content-type": type })).toMatchObject({
				status: 415,
				body: { errors: [{ message: expect.stringMatching(/--data-binary/) }] },
			});
	});
});

describe("bounds", () => {
	const good = (key: string) => `${key},Bound Works,GA,EVENT,2023-11-01`;

	it("an upload is authenticated before its body is read", async () => {
		const { hostname, port } = new URL(hub.url);
		for (const [token, status] of [
			["", 401],
			[await authorization({ role: "HUB_ADMIN", subject: "a" }), 403],
		] as const) {
			const heard = await new Promise<string>((done) => {
				const socket = connect(Number(port), hostname, () =>
					socket.write(
						`POST /imports/engagements HTTP/1.1\r\nhost: hub\r\ncontent-type: text/csv\r\ncontent-length: 1000000\r\n${token && `authorization: ${token}\r\n`}\r\n`,
					),
				);
				socket.on("data", (data) => {
					done(String(data));
					socket.destroy();
				});
			});
			expect(heard).toContain(`HTTP/1.1 ${status}`);
		}
	});

	it("records, cells, rows and bytes are limited; the response reports the imported rows and the batch", async () => {
		const wide = Array.from({ length: 41 }, (_, i) => i).join(",");
		const { body } = await send(
			[
				HEADER,
				good("b-1"),
				`b-2,${"x".repeat(6000)},GA,EVENT,2023-11-01`,
				`b-3,X,GA,EVENT,2023-11-01,${wide}`,
				good("b-4"),
			].join("\n"),
		);
		expect(body).toMatchObject({ created: 2, failed: 2 });
		expect(body.failures).toEqual([
			{ line: 3, column: "", message: expect.stringMatching(/5000 characters/) },
			{ line: 4, column: "", message: expect.stringMatching(/40 cells/) },
		]);
		const many = await send(
			`${HEADER}\n${Array.from({ length: 451 }, (_, i) => good(`many-${i}`)).join("\n")}\n`,
		);
		expect(many).toMatchObject({
			status: 413,
			body: {
				batchId: expect.any(String),
				created: 450,
				errors: [{ message: expect.stringMatching(/450 rows.*HUB_IMPORT_MAX_ROWS/) }],
			},
		});
		const notes = ","
			.repeat(30)
			.split(",")
			.map((_, i) => `n-${i},Bound Works,GA,EVENT,2023-11-02,"${"note ".repeat(700)}"`);
		async function* big() {
			yield `${HEADER},evidence\n`;
			for (let round = 0; round < 40; round++) yield `${notes.join("\n")}\n`;
		}
		expect(await send(Readable.from(big()))).toMatchObject({
			status: 413,
			body: { created: 31, errors: [{ message: expect.stringMatching(/1000000 bytes/) }] },
		});
	});

	it("a slow upload ends with a clear error, and its imported rows are kept", async () => {
		const file = new PassThrough();
		const sent = send(file);
		file.write(`${HEADER}\n${good("t-1")}\n`);
		const drops = setInterval(() => file.write("x"), 200);
		expect(await sent).toMatchObject({
			status: 408,
			body: {
				batchId: expect.stringMatching(/^bat_/),
				created: 1,
				errors: [{ message: expect.stringMatching(/1 seconds.*again/) }],
			},
		});
		clearInterval(drops);
		file.end();
	});
});

it("the commands of docs/logging-and-import.md give the documented results", async () => {
	const text = readDoc("docs/logging-and-import.md");
	const answers = await runCommands(commandsOf(text), { url: hub.url, dataDir });
	const [logged = "", first = "", dry = "", mapped = ""] = answers;
	const shown = [...text.matchAll(/```json\n(.*?)```/gs)].map(([, block]) => block as string);
	expect(JSON.parse(logged)).toEqual(JSON.parse(shown[0] ?? ""));
	expect(JSON.parse(first.replace(/bat_[0-9a-f]+/g, "bat_…"))).toEqual(JSON.parse(shown[1] ?? ""));
	const [sent = "", onCommandLine = ""] = dry.trim().split(/(?<=\})(?=\{\n)/);
	for (const answer of [sent, onCommandLine])
		expect(JSON.parse(answer)).toMatchObject({
			dryRun: true,
			unchanged: 1,
			created: 1,
			manufacturers: [{ name: "Example Works", match: "MATCHES" }],
		});
	expect(JSON.parse(mapped)).toMatchObject({
		created: 1,
		understood: { leftOut: ["Remarks, old"] },
	});
	const columns = /^The columns: (.*)$/m.exec(text)?.[1] ?? "";
	const named = [...columns.matchAll(/`(\w+)`/g)].map(([, column]) => column as string);
	for (const column of COLUMNS) expect(named).toContain(column);
	for (const [variable, value] of [...text.matchAll(/`(HUB_IMPORT_\w+)` \| (\d+)/g)].map((found) =>
		found.slice(1),
	))
		expect(IMPORT_VARIABLES[variable as keyof typeof IMPORT_VARIABLES].parse(undefined)).toBe(
			Number(value),
		);
}, 180_000);
