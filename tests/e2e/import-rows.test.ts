import iconv from "iconv-lite";
import { expect, it } from "vitest";
import type { Actor } from "../../shared/viewer/viewer.ts";
import { ask } from "../support/hub.ts";
import { authorization, failedRows, HEADER, hub, useImportHub } from "../support/import-hub.ts";
import { STAFF } from "../support/viewers.ts";
import { workbookParts, zipOf } from "../support/xlsx.ts";

useImportHub();

type Line = {
	understood?: object;
	names?: string[];
	rows?: Array<{ line: number; cells: string[]; fault?: string }>;
	end?: { rows: number };
	error?: { code: string; message: string };
};
async function read(file: string | Buffer, query = "", viewer: Actor = STAFF) {
	const response = await fetch(`${hub.url}/imports/rows${query}`, {
		method: "POST",
		headers: { "content-type": "text/csv", authorization: await authorization(viewer) },
		body: file as string,
	});
	const text = await response.text();
	const lines: Line[] = text
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line));
	return { status: response.status, lines, rows: lines.flatMap(({ rows }) => rows ?? []) };
}

it("a file is read as an import reads it, and nothing is changed", async () => {
	const text = `sep=;\n${HEADER.replaceAll(",", ";")}\nr-1;Fundición;GA;EVENT;2024-01-05\n;;;;\nr-2;5" Pipe;GA;EVENT;x\nr-3;A;GA;EVENT;x;more\nr-4;'=A;;\n`;
	const { lines, rows } = await read(iconv.encode(text, "windows-1252"));
	expect(lines[0]?.names).toEqual(HEADER.split(","));
	expect(rows).toEqual([
		{ line: 3, cells: ["r-1", "Fundición", "GA", "EVENT", "2024-01-05"] },
		{
			line: 5,
			cells: ["r-2", '5" Pipe', "GA", "EVENT", "x"],
			fault: expect.stringMatching(/quotation mark/),
		},
		{ line: 6, cells: expect.any(Array), fault: expect.stringMatching(/6 cells.*5 columns/) },
		{ line: 7, cells: ["r-4", "=A", "", ""] },
	]);
	expect(lines.at(-1)).toEqual({
		understood: { format: "csv", encoding: "windows-1252", delimiter: ";" },
		end: { rows: 4 },
	});
	const { body } = await ask(
		hub,
		"{ importBatches { totalCount } }",
		{},
		{
			authorization: await authorization(STAFF),
		},
	);
	expect(body.data).toEqual({ importBatches: { totalCount: 0 } });
});

it("a workbook says which sheets it has", async () => {
	const book = zipOf(workbookParts({ Notes: [["n"], ["1"]], Cases: [["id"], ["x"]] }));
	const { lines, rows } = await read(book, "?sheet=Cases");
	const understood = { format: "xlsx", sheet: "Cases", sheets: ["Notes", "Cases"] };
	expect([lines[0], rows]).toEqual([{ understood, names: ["id"] }, [{ line: 2, cells: ["x"] }]]);
});

it("what cannot be read says why, where it was found, and only those who may import are answered", async () => {
	expect((await read("")).lines.at(-1)).toMatchObject({
		error: { code: "BAD_USER_INPUT", message: expect.stringMatching(/empty/) },
	});
	const many = `${HEADER}\n${"x,A,GA,EVENT,2024\n".repeat(451)}`;
	const long = await read(many);
	expect(long.rows).toHaveLength(400);
	expect(long.lines.at(-1)?.error?.message).toMatch(/HUB_IMPORT_MAX_ROWS/);
	const refused = async (viewer: Actor) => (await read(HEADER, "", viewer)).status;
	expect(await refused({ role: "HUB_ADMIN", subject: "admin-1" })).toBe(403);
	const anonymous = await fetch(`${hub.url}/imports/rows`, { method: "POST", body: "x" });
	expect(anonymous.status).toBe(401);
	expect((await read(HEADER, "?nonsense=1")).status).toBe(400);
});

it("the failed rows of an import in parts are a file that can be imported again", async () => {
	const input = {
		batchId: `bat_${"7".repeat(32)}`,
		columns: HEADER.split(","),
		rows: Array.from({ length: 250 }, (_, i) => ({
			line: i + 2,
			cells: [`k-${i}`, i === 0 ? "=Works" : "Works", "GA", "Evnt", "2024-02-05"],
		})),
		part: 1,
	};
	const { body } = await ask(
		hub,
		"mutation($input: ImportEngagementsInput!) { importEngagements(input: $input) { failed } }",
		{ input },
		{ authorization: await authorization(STAFF) },
	);
	expect(body.data).toEqual({ importEngagements: { failed: 250 } });
	const path = `/imports/${input.batchId}/failed.csv`;
	const text = Buffer.from(await failedRows(path)).toString();
	expect(text.split("\n").slice(0, 2)).toEqual([
		`\uFEFF${HEADER},reason`,
		expect.stringMatching(/^k-0,'=Works,GA,Evnt,2024-02-05,".*EVNT/),
	]);
	const again = await read(text);
	expect(again.rows).toHaveLength(250);
	expect(again.rows[249]?.cells.slice(0, 5)).toEqual(input.rows[249]?.cells);
	const elsewhere: Actor = { role: "CENTER_MANAGER", subject: "boss-2", center: "oh-mep" };
	const others = await fetch(`${hub.url}${path}`, {
		headers: { authorization: await authorization(elsewhere) },
	});
	expect(others.status).toBe(404);
});
