import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import jsonld from "jsonld";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Hub, SEEDS, seededFolder, startEmbedded } from "../support/hub.ts";

let hub: Hub;
beforeAll(async () => {
	hub = await startEmbedded(await seededFolder());
});
afterAll(() => hub.close());

type Row = Record<string, string>;
const rowsOf = (text: string): Row[] => parse(text, { columns: true });
const get = (path: string, headers: Record<string, string> = {}) =>
	fetch(`${hub.url}/data/${path}`, { headers });

/** Table offered → seed file it comes from, its key there, and columns that must be the same (here → there). */
const TABLES: Array<[table: string, file: string, columns: Record<string, string>]> = [
	["networks", "networks.csv", { id: "id", name: "name", native_name: "native_name" }],
	[
		"institutes",
		"institutes.csv",
		{ id: "id", name: "name", native_name: "native_name", sponsor: "sponsor", mission: "mission" },
	],
	[
		"facilities",
		"facilities.csv",
		{ id: "id", capability: "capability", source_url: "source_url" },
	],
	["courses", "courses.csv", { id: "id", people_trained: "people_trained" }],
	["technologies", "technologies.csv", { id: "id", name: "name" }],
	["projects", "projects.csv", { id: "id", partners: "partners", call_id: "call_id" }],
	["project-calls", "calls.csv", { id: "id", criteria: "criteria", amount_usd: "amount_usd" }],
	[
		"roadmap-areas",
		"roadmap-areas.csv",
		{ id: "id", native_name: "native_name", from_year: "from_year" },
	],
	[
		"membership-tiers",
		"tiers.csv",
		{ id: "id", dues_a_year: "dues_a_year", as_printed: "as_printed" },
	],
	[
		"entitlements",
		"entitlements.csv",
		{ id: "id", right: "right", level: "level", source_line: "line" },
	],
	["doubts", "doubts.csv", { id: "id", printed: "printed", right: "right", why: "why" }],
	["indicators", "indicators.csv", { id: "id", name: "name", source_line: "line" }],
	[
		"readiness-levels",
		"mrl-levels.csv",
		{ level: "level", native_definition: "native_definition" },
	],
	["documents", "documents.csv", { id: "id", source_document: "title", as_of: "as_of" }],
	[
		"mep-centers",
		"mep-centers.csv",
		{ id: "id", host_organization: "host_organization", note: "note" },
	],
	["embeddings", "embeddings.csv", { id: "id", kind: "placement_kind", award_usd: "award_usd" }],
];

describe("every table", () => {
	it.each(TABLES)("%s holds each row of %s", async (table, file, columns) => {
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
		expect(names).toEqual(
			expect.arrayContaining([...TABLES.map(([table]) => table), "observations"]),
		);
		for (const name of names) {
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

it("the catalogue is DCAT: read as linked data, each dataset has two downloads that answer", async () => {
	const response = await get("catalog.jsonld");
	expect(response.headers.get("content-type")).toBe("application/ld+json; charset=utf-8");
	const DCAT = "http://www.w3.org/ns/dcat#";
	const [catalog] = (await jsonld.expand(await response.json())) as Array<Record<string, never>>;
	expect(catalog?.["@type"]).toEqual([`${DCAT}Catalog`]);
	const datasets = catalog?.[`${DCAT}dataset`] as unknown as Array<Record<string, never>>;
	expect(datasets.length).toBeGreaterThan(15);
	for (const dataset of datasets) {
		expect(dataset["@type"]).toEqual([`${DCAT}Dataset`]);
		expect(dataset["http://purl.org/dc/terms/title"]).toEqual([
			{ "@value": expect.any(String), "@language": "en" },
		]);
		const distributions = dataset[`${DCAT}distribution`] as unknown as Array<Record<string, never>>;
		expect(distributions).toHaveLength(2);
		for (const one of distributions) {
			const [url] = one[`${DCAT}downloadURL`] as unknown as Array<{ "@id": string }>;
			expect((await fetch(url?.["@id"] ?? "")).status).toBe(200);
		}
	}
});

it("a download that did not change is not sent again", async () => {
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

it("a page lists the tables; what is not there says where to look", async () => {
	const page = await (await get("")).text();
	for (const [table] of TABLES) expect(page).toContain(`href="${table}.csv"`);
	for (const path of ["smes.csv", "networks.xml", "networks", "%2e%2e%2fpackage.json"]) {
		const response = await get(path);
		expect([path, response.status]).toEqual([path, 404]);
		expect((await response.json()).error).toMatchObject({
			code: "NOT_FOUND",
			message: expect.stringContaining("/data/ lists them"),
		});
	}
});
