import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { parquetReadObjects } from "hyparquet";
import JSONstat from "jsonstat-toolkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { developmentToken } from "../../gateway/viewer/development.ts";
import { generateInto } from "../../seeds/generate.ts";
import { hubCommand } from "../support/command.ts";
import { shapeFaults } from "../support/dcat.ts";
import { dataOf, type Hub, seededFolder, startEmbedded } from "../support/hub.ts";

type Row = Record<string, string>;
const rowsOf = (text: string): Row[] => parse(text, { columns: true, bom: true });

type Told = {
	releases: {
		nodes: Array<{
			id: string;
			number: number;
			basis: string;
			synthetic: boolean;
			periods: Array<{ fiscalYear: number; quarter: number }>;
			tables: Array<{ id: string }>;
		}>;
	};
};
const RELEASES =
	"{ releases { nodes { id number basis synthetic periods { fiscalYear quarter } tables { id: table } } } }";

describe("on the seed data", () => {
	let hub: Hub;
	let dataDir: string;
	beforeAll(async () => {
		dataDir = await seededFolder();
		hub = await startEmbedded(dataDir);
	});
	afterAll(() => hub.close());

	it("there is a release of published cases, with nothing suppressed, that says what it is", async () => {
		const page = await (await fetch(`${hub.url}/statistics/latest/methods`)).text();
		expect(page).toContain("These cases are no measure of the network.");
		expect(page).not.toContain("Synthetic.");
		const response = await fetch(`${hub.url}/statistics/latest/engagements-by-state.csv`);
		const rows = rowsOf(await response.text());
		expect(rows.some(({ status }) => status === "PUBLISHED")).toBe(true);
		expect(rows.filter(({ status }) => status === "SUPPRESSED")).toEqual([]);
	});

	it("the commands read the configured database", async () => {
		const env = { HUB_DATA_DIR: dataDir };
		const listed = await hubCommand(["release", "list", "--json"], env);
		expect(JSON.parse(listed.stdout)).toMatchObject([{ number: 1, basis: "PUBLISHED_CASES" }]);
		const folder = join(mkdtempSync(join(tmpdir(), "release-")), "new");
		const got = await hubCommand(["release", "download", folder, "--format", "json"], env);
		expect([got.code, got.stderr]).toEqual([0, ""]);
		const [{ tables } = { tables: [] }] = (await dataOf(hub, RELEASES)).releases.nodes;
		expect(readdirSync(folder).sort()).toEqual(
			[
				...tables.map(({ id }: { id: string }) => `${id}.json`),
				...["methods.html", "codebook.csv", "csv-metadata.json"],
			].sort(),
		);
		const again = await hubCommand(["release", "download", folder], env);
		expect([again.code, again.stderr]).toEqual([
			2,
			expect.stringContaining("the file exists and is not overwritten; name a new folder"),
		]);
		const wrong = await hubCommand(["release", "download", folder, "--format", "xlsx"], env);
		expect([wrong.code, wrong.stderr]).toEqual([
			2,
			expect.stringContaining('there is no "xlsx"; there are csv, json, parquet and all'),
		]);
		const none = await hubCommand(["release", "download", folder, "--release", "99"], env);
		expect([none.code, none.stderr]).toEqual([
			1,
			expect.stringContaining("list the releases with: npm run hub -- release list"),
		]);
		const empty = await hubCommand(["release", "list"], { HUB_DATA_DIR: join(folder, "nothing") });
		expect([empty.code, empty.stderr]).toEqual([2, expect.stringContaining("there is no data in")]);
	}, 300_000);
});

/** Without whole years, which take half a minute each to protect. */
const SIZE = { smes: 1500, engagements: 12_000, seed: 7, releasesFrom: "2024-Q3" };

describe("on synthetic records", () => {
	let hub: Hub;
	let told: Told;
	const said: string[] = [];
	const dataDir = mkdtempSync(join(tmpdir(), "statistics-"));
	beforeAll(async () => {
		const say = (line: string) => said.push(line);
		await generateInto({ ...SIZE, into: dataDir, say });
		hub = await startEmbedded(dataDir);
		told = await dataOf(hub, RELEASES);
	}, 600_000);
	afterAll(() => hub?.close());

	const get = (path: string, headers: Record<string, string> = {}) =>
		fetch(`${hub.url}/statistics/${path}`, { headers });

	it("the generator has published releases with suppression, all marked synthetic", async () => {
		const about = told.releases.nodes.map(({ basis, synthetic, periods }) => [
			basis,
			synthetic,
			periods.at(-1),
		]);
		expect(about, said.join("\n")).toEqual([
			["REPORTED_RECORDS", true, { fiscalYear: 2025, quarter: 2 }],
			["REPORTED_RECORDS", true, { fiscalYear: 2024, quarter: 4 }],
		]);
		expect(said.filter((line) => line.startsWith("release "))).toEqual([
			expect.stringMatching(/^release 1 published \(\d+\.\d s\)$/),
			expect.stringMatching(/^release 2 published \(\d+\.\d s\)$/),
		]);
		const rows = rowsOf(await (await get("latest/engagements-by-center.csv")).text());
		const counts = { PUBLISHED: 0, SUPPRESSED: 0, EMPTY: 0 };
		for (const { status } of rows) counts[status as keyof typeof counts] += 1;
		expect(Math.min(...Object.values(counts))).toBeGreaterThan(0);
		expect(rows.every(({ synthetic }) => synthetic === "true")).toBe(true);
		expect(await (await get("")).text()).toContain("Synthetic.");
	});

	it("every file of every release is there, and is the same as what the graph says", async () => {
		for (const { id, number, tables } of told.releases.nodes)
			for (const table of tables) {
				const path = `${number}/${table.id}`;
				const [csv, json, parquet] = await Promise.all(
					["csv", "json", "parquet"].map((ending) => get(`${path}.${ending}`)),
				);
				const rows = rowsOf((await csv?.text()) ?? "");
				const file = (await parquet?.arrayBuffer()) as ArrayBuffer;
				const typed = await parquetReadObjects({ file });
				expect([path, typed.map(({ status }) => status)]).toEqual([
					path,
					rows.map(({ status }) => status),
				]);
				const dataset = JSONstat((await json?.json()) as object);
				const { statistics } = await dataOf(
					hub,
					"query($table: ID!, $release: ID!) { statistics(table: $table, release: $release) { cellCount downloads { format url } cells(first: 500) { coordinates { dimension value } values { measure value } status } } }",
					{ table: table.id, release: id },
				);
				expect([path, rows.length]).toEqual([path, statistics.cellCount]);
				expect(statistics.downloads).toEqual(
					["CSV", "JSON-stat 2.0", "Parquet"].map((format, index) => ({
						format,
						url: `/statistics/${path}.${["csv", "json", "parquet"][index]}`,
					})),
				);
				for (const [index, cell] of statistics.cells.entries()) {
					const row = rows[index] as Row;
					const at: Record<string, string> = {};
					for (const { dimension, value } of cell.coordinates) at[dimension] = value;
					expect([path, Object.keys(at).map((name) => row[name])]).toEqual([
						path,
						Object.values(at),
					]);
					expect([path, index, row.status]).toEqual([path, index, cell.status]);
					for (const { measure, value } of cell.values) {
						const column = measure.replace(/[A-Z]/g, (one: string) => `_${one.toLowerCase()}`);
						expect([path, at, row[column]]).toEqual([
							path,
							at,
							value === null ? "" : String(value),
						]);
						expect([path, at, typed[index]?.[column]]).toEqual([path, at, value]);
						expect([path, at, dataset.Data({ ...at, measure }).value]).toEqual([path, at, value]);
						if (cell.status === "SUPPRESSED" && value !== null) throw new Error("not hidden");
					}
				}
			}
	}, 300_000);

	it("a release is a dataset of the catalogue, whose distributions can be downloaded", async () => {
		const catalog = await (await fetch(`${hub.url}/data/catalog.jsonld`)).json();
		expect(await shapeFaults(catalog)).toEqual([]);
		for (const { number, tables } of told.releases.nodes) {
			const dataset = catalog["dcat:dataset"].find(
				(one: Row) => one["dct:identifier"] === `statistics-${number}`,
			);
			expect(dataset["dcat:version"]).toBe(String(number));
			const files = dataset["dcat:distribution"];
			expect(files).toHaveLength(tables.length * 3);
			for (const file of files) {
				const response = await fetch(file["dcat:downloadURL"]["@id"], { method: "HEAD" });
				expect([response.status, response.headers.get("content-type")?.split(";")[0]]).toEqual([
					200,
					file["dcat:mediaType"]["@id"].replace(
						"https://www.iana.org/assignments/media-types/",
						"",
					),
				]);
			}
		}
	});

	it("an earlier release stays as it was, and the latest is the newest", async () => {
		const numbers = told.releases.nodes.map(({ number }) => number);
		const [latest, before] = numbers;
		const response = await get("latest/engagements-by-size.csv");
		expect(response.headers.get("content-location")).toBe(
			`/statistics/${latest}/engagements-by-size.csv`,
		);
		const tag = response.headers.get("etag") ?? "";
		expect(tag).not.toBe("");
		const again = await get("latest/engagements-by-size.csv", { "if-none-match": tag });
		expect([again.status, await again.text()]).toEqual([304, ""]);
		expect((await get(`${before}/engagements-by-size.csv`, { "if-none-match": tag })).status).toBe(
			200,
		);
	});

	it("the command downloads from a running hub what the hub serves", async () => {
		const folder = join(mkdtempSync(join(tmpdir(), "release-")), "new");
		const [, before] = told.releases.nodes;
		const got = await hubCommand(
			["release", "download", folder, "--hub", hub.url, "--release", String(before?.number)],
			{},
		);
		expect([got.code, got.stderr]).toEqual([0, ""]);
		for (const name of ["engagements-by-state.csv", "outcomes-by-size.parquet"]) {
			const served = await (await get(`${before?.number}/${name}`)).arrayBuffer();
			expect(readFileSync(join(folder, name)).equals(Buffer.from(served))).toBe(true);
		}
		const gone = await hubCommand(["release", "list", "--hub", "http://127.0.0.1:9"], {});
		expect([gone.code, gone.stderr]).toEqual([3, expect.stringContaining("cannot be reached")]);
	}, 300_000);

	it("the commands preview and publish: what stands in the way, and then the release", async () => {
		const env = { HUB_DATA_DIR: dataDir };
		const office = { role: "PROGRAM_OFFICE", subject: "office-1" } as const;
		const token = await developmentToken(dataDir, office, 1);
		const running = ["--hub", hub.url, "--token", token];
		const open = await hubCommand(["release", "preview", "--quarters", "2025-Q3", ...running], {});
		expect([open.code, open.stdout]).toEqual([1, ""]);
		expect(open.stderr).toMatch(
			/Quarter 3 of fiscal year 2025 is open: \d+ centers have not reported it.*What to do: Ask them/s,
		);
		const wrong = await hubCommand(["release", "preview", "--quarters", "2025"], env);
		expect([wrong.code, wrong.stderr]).toEqual([
			2,
			expect.stringContaining('"2025" is not a fiscal quarter; write them as 2026-Q1'),
		]);
		const nobody = await hubCommand(["release", "preview", "--hub", hub.url], {});
		expect([nobody.code, nobody.stderr]).toEqual([1, expect.stringMatching(/token/)]);

		const preview = await hubCommand(["release", "preview", "--quarters", "2023-Q1"], env);
		expect([preview.code, preview.stderr]).toEqual([0, expect.stringContaining("preview: 100%")]);
		expect(preview.stdout).toMatch(/New: 2023-Q1\..*engagements-by-center +\d+ +\d+ +\d+/s);
		const id = /--preview (prv_\w+)/.exec(preview.stdout)?.[1] ?? "";
		const number = (told.releases.nodes[0]?.number ?? 0) + 1;
		const args = [
			"release",
			"publish",
			"--preview",
			id,
			"--note",
			"An earlier quarter.",
			...running,
		];
		const published = await hubCommand(args, {});
		expect([published.code, published.stdout]).toEqual([
			0,
			expect.stringContaining(
				`Release ${number} is published: quarter 1 of 2023, quarter 3 of 2024 to quarter 2 of 2025.`,
			),
		]);
		expect(await (await get("latest/")).text()).toContain("An earlier quarter.");
		expect((await hubCommand(args, {})).stdout).toBe(published.stdout);
	}, 300_000);
});
