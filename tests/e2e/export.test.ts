import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, it } from "vitest";
import { escapeFormula, unescapeFormula } from "../../gateway/rest/imports/escape-formulas.ts";
import { developmentToken } from "../../gateway/viewer/development.ts";
import type { Actor } from "../../shared/viewer/viewer.ts";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";
import { EngagementRow } from "../../subgraphs/engagements/database/rows.ts";
import { seededFolder, startEmbedded } from "../support/hub.ts";
import { HUB_PROGRAM } from "../support/paths.ts";
import { engagementRow } from "../support/rows.ts";
import { ELSEWHERE, OFFICE, STAFF } from "../support/viewers.ts";

const MANY = 450;
let dataDir: string;
let hub: Awaited<ReturnType<typeof startEmbedded>>;
const statements: string[] = [];
beforeAll(async () => {
	dataDir = await seededFolder();
	const database = await openEngagementsDatabase({ dataDir });
	await database.write(async (manager) => {
		for (let start = 0; start < MANY; start += 50)
			await manager.insert(
				EngagementRow,
				Array.from({ length: 50 }, (_, index) =>
					engagementRow(
						`eng-row-${String(start + index).padStart(4, "0")}`,
						{
							sme_id: "sme_vartega-inc-co",
							kind: "ASSISTANCE",
							center_id: "oh-mep",
							visibility: "CONFIDENTIAL",
							title: index === 0 ? '=HYPERLINK("x") 数控' : `Visit ${start + index}`,
							note: index === 1 ? 'first line\r\nsecond; "quoted", line\rthird' : null,
						},
						"2020-02",
					),
				),
			);
	});
	await database.close();
	hub = await startEmbedded(dataDir, (sql) => statements.push(sql));
});
afterAll(() => hub.close());

const bearer = async (viewer: Actor) => ({
	authorization: `Bearer ${await developmentToken(dataDir, viewer, 1)}`,
});
const get = async (viewer?: Actor, query = "") =>
	fetch(`${hub.url}/exports/engagements.csv${query}`, {
		headers: viewer ? await bearer(viewer) : {},
	});
const rowsOf = (text: string): Array<Record<string, string>> =>
	parse(text, { bom: true, columns: true });

it("GET /exports/engagements.csv streams a center's engagements as a file for spreadsheets", async () => {
	statements.length = 0;
	const response = await get(ELSEWHERE);
	expect([response.status, Object.fromEntries(response.headers)]).toMatchObject([
		200,
		{
			"content-type": "text/csv; charset=utf-8",
			"content-disposition": 'attachment; filename="engagements-oh-mep.csv"',
			"cache-control": "no-store",
		},
	]);
	const bytes = Buffer.from(await response.arrayBuffer());
	expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	const rows = rowsOf(bytes.toString());
	const made = rows.filter(({ id }) => id?.startsWith("eng-row-"));
	expect(made).toHaveLength(MANY);
	expect(rows.length).toBeGreaterThan(MANY);
	expect(rows.every((row) => row.mep_center_id === "oh-mep")).toBe(true);
	expect(made[0]).toMatchObject({ title: '\'=HYPERLINK("x") 数控', date: "2020-02", hours: "" });
	expect(made[1]?.evidence).toBe('first line\r\nsecond; "quoted", line\rthird');
	// Three pages of rows and of figures, and the lookup of the center.
	expect(statements.length).toBeLessThan(12);
});

it("importing a downloaded file unchanged changes nothing", async () => {
	const file = await (await get(ELSEWHERE)).arrayBuffer();
	const response = await fetch(`${hub.url}/imports/engagements`, {
		method: "POST",
		headers: { "content-type": "text/csv", ...(await bearer(ELSEWHERE)) },
		body: file,
	});
	const answer = (await response.json()) as Record<string, number>;
	expect([response.status, answer]).toMatchObject([
		200,
		{ created: 0, updated: 0, failed: 0, unchanged: rowsOf(Buffer.from(file).toString()).length },
	]);
});

it("the program office can export every center, others only their own", async () => {
	const rows = rowsOf(await (await get(OFFICE, "?center=oh-mep")).text());
	expect(rows.length).toBeGreaterThan(MANY);
	const refused = async (status: number, message: RegExp, viewer?: Actor, query?: string) => {
		const response = await get(viewer, query);
		expect(response.headers.get("content-type")).toMatch(/json/);
		expect([
			response.status,
			((await response.json()) as { errors: Array<{ message: string }> }).errors[0]?.message,
		]).toEqual([status, expect.stringMatching(message)]);
	};
	await refused(401, /^Send an access token/);
	await refused(403, /your own center only/, STAFF, "?center=oh-mep");
	await refused(
		403,
		/only a center's staff/,
		{ role: "HUB_ADMIN", subject: "a" },
		"?center=ga-mep",
	);
	await refused(400, /center: is missing; write \?center=ga-mep/, OFFICE);
	await refused(400, /there is no MepCenter with the id "ohio"/, OFFICE, "?center=ohio");
	await refused(400, /There is no parameter "centre"; known is center/, OFFICE, "?centre=oh-mep");
	await refused(400, /center: is missing/, OFFICE, "?center=oh-mep&center=ga-mep");
});

it("formulas are escaped with an apostrophe that can be removed again", () => {
	for (const cell of ["=1", "+1", "-1", "@x", "\tx", "\rx", "＝1", "'=1", "''-1"])
		expect([escapeFormula(cell), unescapeFormula(escapeFormula(cell))]).toEqual([`'${cell}`, cell]);
	for (const cell of ["", "a=1", "'Tis", "1-2", "数控"]) expect(escapeFormula(cell)).toBe(cell);
});

it("npm run hub -- export writes the same file and does not overwrite an existing one", async () => {
	const into = join(mkdtempSync(join(tmpdir(), "export-")), "oh.csv");
	const run = (...args: string[]) =>
		spawnSync(process.execPath, [...HUB_PROGRAM, "export", ...args], {
			env: { ...process.env, HUB_DATA_DIR: dataDir, LOG_LEVEL: "error" },
			encoding: "utf8",
			maxBuffer: 50_000_000,
		});
	expect(run("--center", "oh-mep", "--into", into)).toMatchObject({ status: 0, stdout: "" });
	const file = readFileSync(into, "utf8");
	expect(file).toBe(`\uFEFF${await (await get(ELSEWHERE)).text()}`);
	const again = run("--center", "oh-mep", "--into", into);
	expect([again.status, again.stderr]).toEqual([1, expect.stringMatching(/is not overwritten/)]);
	expect(run("--center", "oh-mep")).toMatchObject({ status: 0, stdout: file });
	const unknown = run("--center", "ohio", "--into", `${into}.2`);
	expect([unknown.status, unknown.stderr]).toEqual([1, expect.stringMatching(/no MepCenter/)]);
	expect(existsSync(`${into}.2`)).toBe(false);
});
