import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csvOf } from "../../gateway/rest/data/csv.ts";
import { TABLES as TABLES_OFFERED } from "../../gateway/rest/data/tables.ts";
import type { Database } from "../../shared/database/database.ts";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";
import { EngagementRow, SmeRow } from "../../subgraphs/engagements/database/rows.ts";
import { keepRevision } from "../../subgraphs/engagements/record/revisions.ts";
import { newSme } from "../../subgraphs/engagements/sme/new.ts";
import { shapeFaults } from "../support/dcat.ts";
import { type Hub, SEEDS, seededFolder, startEmbedded } from "../support/hub.ts";
import { SEEDED } from "../support/open-tables.ts";
import { engagementRow } from "../support/rows.ts";

let hub: Hub;
let database: Database;
beforeAll(async () => {
	const dataDir = await seededFolder();
	hub = await startEmbedded(dataDir);
	database = await openEngagementsDatabase({ dataDir });
});
afterAll(async () => {
	await database.close();
	await hub.close();
});

type Row = Record<string, string>;
const rowsOf = (text: string): Row[] => parse(text, { columns: true, bom: true });
const get = (path: string, headers: Record<string, string> = {}) =>
	fetch(`${hub.url}/data/${path}`, { headers });

describe("every table", () => {
	it.each(SEEDED)("%s holds each row of %s", async (table, file, columns) => {
		const response = await get(`${table}.csv`);
		expect([response.status, response.headers.get("content-type")]).toEqual([
			200,
			"text/csv; charset=utf-8",
		]);
		const offered = rowsOf(await response.text());
		const seeded = rowsOf(readFileSync(join(SEEDS, file), "utf8"));
		const [key = "id"] = Object.keys(columns);
		const plain = (rows: Row[], names: string[], by: string) =>
			rows
				.map((row) => names.map((name) => row[name]))
				.sort((a, b) => (String(a[names.indexOf(by)]) < String(b[names.indexOf(by)]) ? -1 : 1));
		expect(plain(offered, Object.keys(columns), key)).toEqual(
			plain(seeded, Object.values(columns), columns[key] as string),
		);
	});

	it("is the same as JSON, and every row has its source and date", async () => {
		const catalog = await (await get("catalog.jsonld")).json();
		const names = catalog["dcat:dataset"].map((one: Row) => one["dct:identifier"]);
		expect(names).toEqual([
			...TABLES_OFFERED.map(({ name }) => name),
			"data-dictionary",
			"statistics-1",
		]);
		for (const { name } of TABLES_OFFERED) {
			const [csv, json] = await Promise.all(
				["csv", "json"].map(async (ending) => (await get(`${name}.${ending}`)).text()),
			);
			const { count, rows } = JSON.parse(json as string);
			const lines = rowsOf(csv as string);
			expect([name, lines.length]).toEqual([name, count]);
			expect(Object.keys(rows[0])).toEqual(Object.keys(lines[0] as Row));
			for (const row of rows) {
				expect(row.source_document, `${name} ${JSON.stringify(row)}`).toBeTruthy();
				const undated = /nist\.gov\/mep\/about/.test(row.source_document);
				if (!undated) expect(row.as_of, `${name} ${JSON.stringify(row)}`).toBeTruthy();
			}
		}
	});
});

it("the catalogue conforms to DCAT-AP 3, and every download works", async () => {
	const response = await get("catalog.jsonld");
	expect(response.headers.get("content-type")).toBe("application/ld+json; charset=utf-8");
	const catalog = await response.json();
	expect(await shapeFaults(catalog)).toEqual([]);
	const [first] = catalog["dcat:dataset"];
	const wrong = { ...first, "dct:accessRights": { "@id": "http://example.org/open" } };
	expect(await shapeFaults({ ...catalog, "dcat:dataset": [wrong] })).toContainEqual(
		expect.stringMatching(/accessRights: http:\/\/example.org\/open is no code$/),
	);
	const datasets: Row[] = catalog["dcat:dataset"];
	expect(datasets.length).toBeGreaterThan(20);
	for (const one of datasets.flatMap((dataset) => dataset["dcat:distribution"] ?? [])) {
		const { "dcat:downloadURL": url } = one as unknown as { "dcat:downloadURL": { "@id": string } };
		expect([url["@id"], (await fetch(url["@id"])).status]).toEqual([url["@id"], 200]);
	}
	const dateOf = (name: string) =>
		datasets.find((dataset) => dataset["dct:identifier"] === name)?.["dct:modified"];
	expect(dateOf("mep-centers")).toEqual({ "@value": "2026-11-22", "@type": "xsd:date" });
	expect(catalog["dct:publisher"]["foaf:name"]["@value"]).toBe("Throughline");
});

describe("public records", () => {
	const SECRET = "never shown";
	const EVIL = '=HYPERLINK("https://example.org","x")';
	beforeAll(async () => {
		const sme = { visibility: "PUBLIC" } as const;
		await database.write(async (manager) => {
			await manager.insert(SmeRow, [
				newSme({
					...sme,
					id: "sme_evil",
					name: EVIL,
					city: "@city",
					state: "US-GA",
					naics: "332710",
				}),
				newSme({ id: "sme_secret", name: SECRET }),
			]);
			await manager.insert(EngagementRow, [
				engagementRow(
					"eng-evil",
					{
						sme_id: "sme_evil",
						kind: "TRAINING",
						center_id: "ga-mep",
						note: "\t+1",
						title: "扬斯敦",
					},
					"2018",
				),
				engagementRow(
					"eng-secret",
					{
						sme_id: "sme_secret",
						kind: "TRAINING",
						center_id: "ga-mep",
						visibility: "CONFIDENTIAL",
					},
					"2018",
				),
			]);
		});
	});

	it("are separate tables without confidential records", async () => {
		const seeded = rowsOf(readFileSync(join(SEEDS, "engagements.csv"), "utf8")).map(({ id }) => id);
		const engagements = await (await get("engagements.csv")).text();
		expect(
			rowsOf(engagements)
				.map(({ id }) => id)
				.sort(),
		).toEqual([...seeded, "eng-evil"].sort());
		const manufacturers = await (await get("manufacturers.csv")).text();
		expect(new Set(rowsOf(manufacturers).map(({ id }) => id))).toEqual(
			new Set(rowsOf(engagements).map(({ sme_id }) => sme_id)),
		);
		expect(engagements + manufacturers).not.toMatch(/secret|never shown/);
	});

	it("open in a spreadsheet: Chinese intact, formulas escaped, numbers unchanged", async () => {
		const bytes = Buffer.from(await (await get("engagements.csv")).arrayBuffer());
		expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
		const [evil] = rowsOf(bytes.toString("utf8")).filter(({ id }) => id === "eng-evil");
		expect(evil).toMatchObject({
			sme_name: `'${EVIL}`,
			sme_city: "'@city",
			note: "'\t+1",
			title: "扬斯敦",
		});
		const { rows } = await (await get("engagements.json")).json();
		const [plain] = rows.filter(({ id }: Row) => id === "eng-evil");
		expect(plain).toMatchObject({
			sme_name: EVIL,
			sme_city: "@city",
			synthetic: false,
			fiscal_year: null,
		});
		expect(
			csvOf(
				["text", "number"],
				[
					{ text: "-5", number: -5 },
					{ text: "5 -", number: 0.5 },
				],
			),
		).toBe("'-5,-5\n5 -,0.5\n");
	});

	it("have totals that agree with them", async () => {
		const totals = rowsOf(await (await get("totals.csv")).text());
		const count = rowsOf(await (await get("engagements.csv")).text()).length;
		const sum = (by: string) =>
			totals
				.filter((row) => row.by === by)
				.reduce((all, row) => all + Number(row.engagement_count), 0);
		for (const by of [
			"",
			"KIND",
			"CENTER",
			"NAICS_SECTOR",
			"FISCAL_YEAR",
			"INSTITUTE;CALENDAR_YEAR",
		])
			expect([by, sum(by)]).toEqual([by, count]);
		expect(totals.find((row) => row.naics_sector === "31-33")).toMatchObject({
			engagement_count: "1",
		});
		const outcomes = rowsOf(await (await get("outcome-totals.csv")).text());
		expect(outcomes.filter((row) => row.by === "" && row.metric === "JOBS_RETAINED")).toHaveLength(
			1,
		);
	});

	it("are sent again only after a change", async () => {
		const tag = (await get("engagements.csv")).headers.get("etag") ?? "";
		expect((await get("engagements.csv", { "if-none-match": tag })).status).toBe(304);
		expect((await get("engagements.json", { "if-none-match": tag })).status).toBe(200);
		await database.write(async (manager) => {
			const before = await manager.findOneByOrFail(EngagementRow, { id: "eng-evil" });
			const after = await manager.save(EngagementRow, { ...before, title: "new", revision: 2 });
			await keepRevision(manager, "seed", { type: "ENGAGEMENT", action: "loaded", before, after });
		});
		expect((await get("engagements.csv", { "if-none-match": tag })).status).toBe(200);
	});
});

it("the data dictionary describes each column of each table", async () => {
	const dictionary = rowsOf(await (await get("data-dictionary.csv")).text());
	const known = new Set(dictionary.map(({ table, column }) => `${table} ${column}`));
	for (const { name } of TABLES_OFFERED) {
		const [header] = parse(await (await get(`${name}.csv`)).text(), {
			bom: true,
			to: 1,
		}) as string[][];
		for (const column of header ?? []) expect(known).toContain(`${name} ${column}`);
	}
	expect(dictionary.filter(({ description }) => !description)).toEqual([]);
	expect(dictionary).toContainEqual({
		table: "engagements",
		column: "kind",
		type: "text",
		list: "false",
		values: "FACILITY_ACCESS;TRAINING;TECH_TRANSFER;ASSISTANCE;REFERRAL;EVENT",
		description: "What kind of service it was.",
	});
});

it("an unchanged download is not sent again", async () => {
	const first = await get("doubts.csv");
	const tag = first.headers.get("etag") ?? "";
	expect([
		first.headers.get("cache-control"),
		first.headers.get("access-control-allow-origin"),
	]).toEqual(["public, max-age=300", "*"]);
	const again = await get("doubts.csv", { "if-none-match": tag });
	expect([again.status, await again.text()]).toEqual([304, ""]);
	expect((await get("doubts.csv", { "if-none-match": '"other"' })).status).toBe(200);
});

it("the page lists all tables; errors for unknown files refer to it", async () => {
	const page = await (await get("")).text();
	for (const [table] of SEEDED) expect(page).toContain(`href="${table}.csv"`);
	for (const path of [
		"smes.csv",
		"institutes.toString",
		"constructor.csv",
		"networks.xml",
		"networks",
		"%2e%2e%2fpackage.json",
	]) {
		const response = await get(path);
		expect([path, response.status]).toEqual([path, 404]);
		expect((await response.json()).error).toMatchObject({
			code: "NOT_FOUND",
			message: expect.stringContaining("/data/ lists the tables"),
		});
	}
});
