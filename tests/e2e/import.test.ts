// Over 300 lines: one seeded hub, whose imported files build on those before them.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { developmentToken } from "../../gateway/viewer/development.ts";
import { loadSeeds } from "../../seeds/load.ts";
import type { Actor } from "../../shared/viewer/viewer.ts";
import { heldBytes } from "../support/heap.ts";
import { ask, SEEDS, seededFolder, startEmbedded } from "../support/hub.ts";
import { HUB_PROGRAM } from "../support/paths.ts";
import { emptyStorage } from "../support/storage.ts";
import { ELSEWHERE, MANAGER, OFFICE, STAFF } from "../support/viewers.ts";

let dataDir: string;
let hub: Awaited<ReturnType<typeof startEmbedded>>;
beforeAll(async () => {
	const storage = await emptyStorage();
	({ dataDir } = storage);
	await loadSeeds({ ...storage, seedsDir: SEEDS, say: () => undefined });
	hub = await startEmbedded(dataDir, undefined, storage.databaseUrl);
});
afterAll(() => hub.close());

const bearer = async (viewer: Actor) => ({
	authorization: `Bearer ${await developmentToken(dataDir, viewer, 1)}`,
});

async function send(viewer: Actor | undefined, file: string | Readable, query = "") {
	const response = await fetch(`${hub.url}/imports/engagements${query}`, {
		method: "POST",
		headers: { "content-type": "text/csv", ...(viewer && (await bearer(viewer))) },
		body: (typeof file === "string" ? file : Readable.toWeb(file)) as string,
		duplex: "half",
	} as RequestInit);
	return {
		status: response.status,
		body: (await response.json()) as Record<string, string> & {
			failures: object[];
			manufacturers: object[];
		},
	};
}

const HEADER = "id,sme_name,sme_state,service_kind,service_note,date,people_trained,new_sales_usd";
const csv = (...rows: string[]) => [HEADER, ...rows, ""].join("\n");
const totalOf = async (viewer: Actor, where: string) =>
	(
		(
			await ask(
				hub,
				`{ engagements(where: { ${where} }, first: 200) { totalCount nodes { id status visibility practice revision } } }`,
				{},
				await bearer(viewer),
			)
		).body.data as unknown as {
			engagements: {
				totalCount: number;
				nodes: Array<{
					id: string;
					status: string;
					visibility: string;
					practice: string;
					revision: number;
				}>;
			};
		}
	).engagements;

describe("POST /imports/engagements", () => {
	const rows = [
		"r-1,Import Works,GA,OTHER,LEAN,2024-01-05,,",
		"r-2,Import Works,GA,TRAINING,,2024-01-06,12,",
		"r-3,Second Works,GA,ASSISTANCE,QUALITY,2024-02,,50000",
	];
	const where = 'from: "2024-01", to: "2024-02-29"';
	let batchId: string;

	it("imports a center's rows only once, however often they are sent", async () => {
		const { status, body } = await send(STAFF, csv(...rows));
		expect([status, body]).toMatchObject([
			200,
			{ rows: 3, created: 3, updated: 0, unchanged: 0, failed: 0, failures: [] },
		]);
		batchId = body.batchId as string;
		const found = await totalOf(STAFF, where);
		expect(
			found.nodes.map((node) => `${node.status} ${node.visibility} ${node.practice}`).sort(),
		).toEqual([
			"SUBMITTED CONFIDENTIAL LEAN",
			"SUBMITTED CONFIDENTIAL QUALITY",
			"SUBMITTED CONFIDENTIAL null",
		]);
		expect((await send(STAFF, csv(...rows))).body).toMatchObject({ created: 0, unchanged: 3 });
		expect((await totalOf(ELSEWHERE, where)).totalCount).toBe(0);
	});

	it("updates changed rows, imports valid ones and reports every error of the others", async () => {
		const { body } = await send(
			STAFF,
			csv(
				"r-1,Import Works,GA,OTHER,GROWTH,2024-01-05,,",
				"r-4,,Georgien,DANCING,,2024-13-01,many,",
				"r-5,Import Works,GA,OTHER,LEAN,2024-01-09,,,x",
				",Import Works,GA,OTHER,LEAN,2024-01-10,,",
				rows[1] as string,
			),
		);
		expect(body).toMatchObject({ rows: 5, created: 0, updated: 1, unchanged: 1, failed: 3 });
		expect(body.failures).toEqual([
			{
				line: 3,
				column: "service_kind",
				message: expect.stringMatching(/"DANCING" is not one of/),
			},
			{ line: 3, column: "sme_name", message: "is missing" },
			{ line: 3, column: "sme_state", message: expect.stringMatching(/did you mean US-GA/) },
			{ line: 3, column: "date", message: expect.stringMatching(/is not a date/) },
			{ line: 4, column: "", message: expect.stringMatching(/9 cells, the header 8 columns; "x"/) },
			{ line: 5, column: "id", message: expect.stringMatching(/is missing/) },
		]);
		const failed = await fetch(`${hub.url}${body.failedRows}`, { headers: await bearer(STAFF) });
		const text = await failed.text();
		expect(text.split("\n")).toHaveLength(5);
		expect(text).toContain(`${HEADER},reason\nr-4,,Georgien,DANCING`);
		for (const viewer of [ELSEWHERE, OFFICE])
			expect(
				(await fetch(`${hub.url}${body.failedRows}`, { headers: await bearer(viewer) })).status,
			).toBe(404);
		expect((await fetch(`${hub.url}${body.failedRows}`)).status).toBe(404);
	});

	it("can be undone: created records are void, changed ones are restored, and the file can be imported again", async () => {
		const again = await send(
			STAFF,
			csv("r-3,Second Works,GA,ASSISTANCE,CYBERSECURITY,2024-02,,50000"),
		);
		expect(again.body).toMatchObject({ updated: 1 });
		const undo = async (id: string) =>
			(
				await ask(
					hub,
					`mutation { undoImport(id: "${id}", reason: "wrong file") { voided restored kept } }`,
					{},
					await bearer(STAFF),
				)
			).body;
		expect((await undo(again.body.batchId as string)).data).toEqual({
			undoImport: { voided: 0, restored: 1, kept: [] },
		});
		// r-1 and r-3 were changed since they were created, r-2 was not.
		const { data } = await undo(batchId);
		expect(data).toMatchObject({ undoImport: { voided: 1, restored: 0 } });
		expect((data as unknown as { undoImport: { kept: string[] } }).undoImport.kept).toHaveLength(2);
		expect((await send(STAFF, csv(rows[1] as string))).body).toMatchObject({ created: 1 });
		expect(
			(
				await ask(
					hub,
					`mutation { undoImport(id: "${batchId}", reason: "x") { voided } }`,
					{},
					await bearer(ELSEWHERE),
				)
			).body.errors?.[0]?.extensions.code,
		).toBe("NOT_FOUND");
	});

	it("validates without changing anything on a dry run", async () => {
		const dry = await send(
			STAFF,
			csv("d-1,Dry Works,GA,OTHER,LEAN,2024-03-05,,", "d-2,,GA,OTHER,LEAN,2024-03-05,,"),
			"?dryRun=true",
		);
		expect(dry.body).toMatchObject({ created: 1, failed: 1 });
		expect((await totalOf(STAFF, 'from: "2024-03", to: "2024-03"')).totalCount).toBe(0);
	});

	it("lists manufacturers on a dry run: existing, new, and likely duplicates", async () => {
		const header = "id,sme_name,sme_city,sme_state,service_kind,date";
		const known = "d-1,Savannah Gear Company,Savannah,GA,EVENT,2023-10-01";
		expect((await send(STAFF, `${header}\n${known}\n`)).body).toMatchObject({ created: 1 });
		const { body } = await send(
			STAFF,
			[
				header,
				"d-2,Savannah Gear Co.,savannah,ga,EVENT,2023-10-02",
				"d-3,Savannah Gear,Macon,GA,EVENT,2023-10-02",
				"d-4,Savanah Gears,Savannah,GA,EVENT,2023-10-02",
				"d-5,Zephyr Quilting,Rome,GA,EVENT,2023-10-02",
				"d-6,Zephyr Quilting,Rome,GA,EVENT,2023-10-03",
			].join("\n"),
			"?dryRun",
		);
		expect(body.manufacturers).toMatchObject([
			{
				name: "Savannah Gear Co.",
				line: 2,
				match: "MATCHES",
				sme: { name: "Savannah Gear Company" },
				candidates: [],
			},
			{
				name: "Savannah Gear",
				city: "Macon",
				line: 3,
				match: "LIKELY_TWIN",
				sme: null,
				candidates: [{ sme: { city: "Savannah" }, reasons: expect.any(Array) }],
			},
			{
				name: "Savanah Gears",
				line: 4,
				match: "LIKELY_TWIN",
				candidates: [{ sme: { name: "Savannah Gear Company" } }],
			},
			{ name: "Zephyr Quilting", line: 5, match: "NEW", candidates: [] },
		]);
		expect(body.manufacturers).toHaveLength(4);
		expect((await send(STAFF, `${header}\n${known}\n`)).body).not.toHaveProperty("manufacturers");
		const other = await send(
			{ ...STAFF, center: "sc-mep" } as Actor,
			`${header}\nd-1,Savannah Gear,Savannah,GA,EVENT,2023-10-01\n`,
			"?dryRun",
		);
		expect(other.body.manufacturers).toMatchObject([{ match: "NEW", candidates: [] }]);
		// The import does what the dry run listed.
		await send(
			STAFF,
			`${header}\nd-2,Savannah Gear Co.,savannah,ga,EVENT,2023-10-01\nd-3,Savannah Gear,Macon,GA,EVENT,2023-10-01\n`,
		);
		const made = await ask(
			hub,
			'{ engagements(where: { from: "2023-10-01", to: "2023-10-01" }) { nodes { sme { name city } } } }',
			{},
			await bearer(STAFF),
		);
		expect(JSON.stringify(made.body.data).match(/Savannah Gear Company/g)).toHaveLength(2);
		expect(JSON.stringify(made.body.data)).toContain('{"name":"Savannah Gear","city":"Macon"}');
	});

	it("maps other headers, and lists unknown ones with the known ones", async () => {
		const file =
			"Ref,Company,State,Service Kind,Date,Remarks\nm-1,Mapped Works,GA,EVENT,2024-04-05,x\n";
		const unknown = await send(MANAGER, file);
		expect([unknown.status, unknown.body]).toMatchObject([
			400,
			{
				errors: [
					{ message: expect.stringMatching(/there is no column "Ref".*"Remarks".*Known are id,/) },
				],
			},
		]);
		const map = "Ref:id,Company:sme_name,State:sme_state,Remarks:-";
		expect((await send(MANAGER, file, `?map=${encodeURIComponent(map)}`)).body).toMatchObject({
			created: 1,
			failed: 0,
		});
		expect((await totalOf(MANAGER, 'from: "2024-04", to: "2024-04"')).nodes[0]?.status).toBe(
			"APPROVED",
		);
	});

	it("rejects callers without permission, another center's rows, and files that are not CSV", async () => {
		expect((await send(undefined, csv(...rows))).status).toBe(401);
		const admin: Actor = { role: "HUB_ADMIN", subject: "admin-1" };
		expect((await send(admin, csv(...rows))).status).toBe(403);
		const foreign = await send(
			STAFF,
			"id,sme_name,service_kind,date,mep_center_id\nf-1,X,EVENT,2024-05-01,oh-mep\n",
		);
		expect(foreign.body.failures).toEqual([
			{ line: 2, column: "mep_center_id", message: "you may import for ga-mep only" },
		]);
		expect((await send(STAFF, "")).status).toBe(400);
	});

	it("does not publish confidential manufacturers or add to somebody else's batch", async () => {
		const published =
			"id,sme_name,sme_state,service_kind,date,mep_center_id,source_url\np-1,Import Works,GA,EVENT,2024-07-01,ga-mep,https://example.org/case\n";
		const { body } = await send(OFFICE, published);
		expect(body).toMatchObject({ created: 1 });
		const { data } = (
			await ask(
				hub,
				'{ engagements(where: { from: "2024-07", to: "2024-07" }) { nodes { status sme { name } } } }',
			)
		).body;
		expect(data).toEqual({
			engagements: { nodes: [{ status: "APPROVED", sme: { name: "Import Works" } }] },
		});
		expect((await send(STAFF, csv(...rows), `?batchId=${body.batchId}`)).body).toMatchObject({
			errors: [{ message: expect.stringMatching(/is not a batch of yours/) }],
		});
	});

	it("recognizes published cases by id: those of the seed data are unchanged", async () => {
		const published = readFileSync(join(SEEDS, "engagements.csv"), "utf8");
		expect((await send(OFFICE, published)).body).toMatchObject({
			rows: 85,
			created: 0,
			updated: 0,
			unchanged: 85,
			failed: 0,
		});
	});

	it("streams a hundred thousand rows in bounded memory", async () => {
		const before = heldBytes();
		let highest = 0;
		async function* lines() {
			yield `${HEADER}\n`;
			for (let index = 0; index < 100_000; index++) {
				if (index % 5000 === 0)
					highest = Math.max(highest, process.memoryUsage().heapUsed - before);
				yield `big-${index},Big Works ${index % 50},GA,DANCING,,2024-06-05,,\n`;
			}
		}
		const { body } = await send(STAFF, Readable.from(lines()));
		expect(body).toMatchObject({ rows: 100_000, failed: 100_000 });
		expect(body.failures).toHaveLength(1000);
		expect(highest).toBeLessThan(250_000_000);
	}, 120_000);
});

it("npm run hub -- import loads the seed data first", () => {
	const own = join(mkdtempSync(join(tmpdir(), "import-")), "data");
	const file = join(own, "../cases.csv");
	cpSync(join(SEEDS, "engagements.csv"), file);
	const { stdout } = spawnSync(process.execPath, [...HUB_PROGRAM, "import", file], {
		env: { ...process.env, HUB_DATA_DIR: own, LOG_LEVEL: "error" },
		encoding: "utf8",
	});
	expect(JSON.parse(stdout)).toMatchObject({ rows: 85, unchanged: 85, failed: 0 });
});

it("npm run hub -- import imports a file and writes the failed rows next to it", async () => {
	const own = await seededFolder();
	const file = join(mkdtempSync(join(tmpdir(), "import-")), "cases.csv");
	writeFileSync(
		file,
		csv("c-1,Command Works,GA,OTHER,LEAN,2024-01-05,,", "c-2,,GA,OTHER,LEAN,2024-01-05,,"),
	);
	const run = (...args: string[]) =>
		spawnSync(process.execPath, [...HUB_PROGRAM, "import", file, ...args], {
			env: { ...process.env, HUB_DATA_DIR: own, LOG_LEVEL: "error" },
			encoding: "utf8",
		});
	expect(JSON.parse(run("--center", "ga-mep", "--dry-run").stdout)).toMatchObject({
		created: 1,
		failed: 1,
	});
	const real = run("--center", "ga-mep");
	expect(real.status).toBe(1);
	expect(JSON.parse(real.stdout)).toMatchObject({
		rows: 2,
		created: 1,
		failed: 1,
		failures: [{ line: 3, column: "sme_name", message: "is missing" }],
	});
	expect(readFileSync(`${file}.failed.csv`, "utf8")).toContain("sme_name: is missing");
	expect(JSON.parse(run("--center", "ga-mep").stdout)).toMatchObject({ created: 0, unchanged: 1 });
});
