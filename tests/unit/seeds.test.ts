import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import sql from "sql-template-tag";
import { describe, expect, it } from "vitest";
import { loadSeeds, SeedError } from "../../seeds/load.ts";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";
import { DatasetRow, SmeRow } from "../../subgraphs/engagements/database/rows.ts";
import { SEEDS } from "../support/hub.ts";

function copyOfSeeds(): string {
	const dir = mkdtempSync(join(tmpdir(), "seeds-"));
	cpSync(SEEDS, dir, { recursive: true });
	return dir;
}

const folder = () => join(mkdtempSync(join(tmpdir(), "hub-")), "data");

async function faultsAfter(file: string, edit: (text: string) => string) {
	const seedsDir = copyOfSeeds();
	writeFileSync(join(seedsDir, file), edit(readFileSync(join(seedsDir, file), "utf8")));
	const dataDir = folder();
	const error = await loadSeeds({ dataDir, seedsDir, say: () => undefined }).catch(
		(thrown: unknown) => thrown,
	);
	expect(error).toBeInstanceOf(SeedError);
	expect(existsSync(dataDir)).toBe(false);
	return (error as SeedError).faults.map(
		(fault) =>
			`${fault.file.slice(seedsDir.length + 1)}:${fault.line} ${fault.column}: ${fault.reason}`,
	);
}

describe("a faulty row is reported with file, line and column, and nothing is loaded", () => {
	it.each([
		[
			"a date",
			"engagements.csv",
			"2018-07-11,2018",
			"2018-13-11,2018",
			"engagements.csv:4 date: is not a date; write 2018, 2018-03 or 2018-03-07",
		],
		[
			"a state",
			"engagements.csv",
			"Plains,GA",
			"Plains,Georgia",
			"engagements.csv:2 sme_state: is not a two-letter state",
		],
		[
			"a center",
			"engagements.csv",
			",mi-mmtc,",
			",mi-nowhere,",
			'engagements.csv:3 mep_center_id: there is no center "mi-nowhere"',
		],
		[
			"a number",
			"mep-centers.csv",
			"1668359",
			"about 1668359",
			"mep-centers.csv:7 federal_award_usd: is not a number",
		],
		[
			"an institute",
			"facilities.csv",
			",mxd,MxD,MxD Factory",
			",mxdd,MxD,MxD Factory",
			'facilities.csv:2 institute_id: there is no institute "mxdd"',
		],
		[
			"a missing column",
			"courses.csv",
			"id,institute_id",
			"id,institute",
			"courses.csv:1 institute_id: the column is missing",
		],
	])("%s", async (_, file, right, wrong, expected) => {
		expect(await faultsAfter(file, (text) => text.replace(right, wrong))).toContain(expected);
	});

	it.each(["institutes.csv", "mep-centers.csv", "embeddings.csv", "courses.csv"])(
		"a duplicate id in %s",
		async (file) => {
			const faults = await faultsAfter(file, (text) => {
				const [header, first, ...rest] = text.split("\n");
				return [header, first, first, ...rest].join("\n");
			});
			expect(faults).toEqual([
				expect.stringMatching(/csv:3 id: ".+" is already in an earlier row/),
			]);
		},
	);

	it("a duplicate column", async () => {
		expect(
			await faultsAfter("technologies.csv", (text) => text.replace(/^[^\n]*/, "$&,name")),
		).toContain("technologies.csv:1 name: the column appears twice in the header");
	});

	it("a duplicate id, an incomplete row and another fault in one report", async () => {
		const faults = await faultsAfter("engagements.csv", (text) => {
			const [header, first, ...rest] = text.split("\n");
			return [header, first, first, "one,two", ...rest]
				.join("\n")
				.replace("South Lyon,MI", "South Lyon,Mich");
		});
		expect(faults).toEqual([
			'engagements.csv:3 id: "eng-windham-castings-ga-mep" is already in an earlier row',
			expect.stringMatching(/^engagements\.csv:4 : the row has 2 fields, the header \d+$/),
			"engagements.csv:5 sme_state: is not a two-letter state",
		]);
	});
});

describe("exactly one figure for a subject, property and year is accepted", () => {
	const served = (id: string, accepted: boolean, reason: string) => (text: string) =>
		`${text}${id},${accepted},${reason},\n`;
	const cell = "manufacturing-usa certifications of fiscal year 2021";

	it("reports both if two are accepted", async () => {
		const faults = await faultsAfter("network-metrics.csv", (text) => {
			const row = text.split("\n").find((line) => line.includes("fy2021-certifications")) ?? "";
			return `${text}${row.replace("certifications,", "certifications-b,")}\n`;
		});
		expect(faults).toEqual([
			expect.stringMatching(
				new RegExp(
					`^network-metrics.csv:\\d+ accepted: 2 figures are accepted for ${cell}: met-manufacturing-usa-fy2021-certifications, met-manufacturing-usa-fy2021-certifications-b; accept one`,
				),
			),
		]);
	});

	it("ignores units when comparing", async () => {
		const faults = await faultsAfter("observations.csv", (text) =>
			text.replace(
				/^(manufacturing-usa-2017-sme-share-of-industry-members-001,.*),false,/m,
				"$1,true,",
			),
		);
		expect(faults.join()).toMatch(/2 figures are accepted for .*sme_share_of_industry_members/);
	});

	it("reports that none is accepted", async () => {
		expect(
			await faultsAfter(
				"served-figures.csv",
				served("met-manufacturing-usa-fy2021-certifications", false, "no"),
			),
		).toEqual([expect.stringContaining(`none is accepted for ${cell}`)]);
	});

	it("reports a missing reason, and a reason that claims agreement with a different value", async () => {
		const file = "observations.csv";
		const id = "manufacturing-usa-2017-projects-003";
		const reasoned = (reason: string) => (text: string) =>
			text.replace(new RegExp(`^(${id},.*,false,)(".*?"|[^,]*),(D21)`, "m"), `$1${reason},$3`);
		expect((await faultsAfter(file, (text) => reasoned("")(text))).join()).toContain(
			`${id} is not accepted and has no reason`,
		);
		expect(
			(await faultsAfter(file, reasoned("Agrees with the one that is served."))).join(),
		).toContain(`the reason of ${id} is that it agrees with manufacturing-usa-2017-projects-001`);
	});
});

it.each([
	["observations.csv", "as_of"],
	["institute-metrics.csv", "as_of"],
	["documents.csv", "as_of"],
	["embeddings.csv", "as_of"],
	["mep-centers.csv", "as_of"],
	["courses.csv", "as_of"],
	["courses.csv", "started"],
	["facilities.csv", "opened"],
])("dates are valid, with their wording in another column: %s %s", async (file, column) => {
	const faults = await faultsAfter(file, (text) => {
		const rows: Array<Record<string, string>> = parse(text, { columns: true });
		return stringify([{ ...rows[0], [column]: "c.2021" }, ...rows.slice(1)], { header: true });
	});
	expect(faults).toContain(`${file}:2 ${column}: is not a date; write 2018, 2018-03 or 2018-03-07`);
});

it("loading the same data twice changes nothing, and a corrected row is an update", async () => {
	const dataDir = folder();
	const said: string[] = [];
	await loadSeeds({ dataDir, seedsDir: SEEDS, say: () => undefined });
	await loadSeeds({ dataDir, seedsDir: SEEDS, say: (line) => said.push(line) });
	expect(said.join("\n")).not.toMatch(/[1-9]\d* (new|changed)/);
	expect(said[3]).toMatch(/^engagements: 84 manufacturers \(0 new, 0 changed\), 85 engagements/);
	const seedsDir = copyOfSeeds();
	const file = join(seedsDir, "mep-centers.csv");
	writeFileSync(file, readFileSync(file, "utf8").replace("Boulder", "Denver"));
	said.length = 0;
	await loadSeeds({ dataDir, seedsDir, say: (line) => said.push(line) });
	expect(said[2]).toMatch(/^mep: 51 centers \(0 new, 1 changed\)/);
});

describe("with the build of the program, seed data is read again only where it or the program changed", () => {
	const build = "build-1";

	async function loadedTwice(change: (dataDir: string, seedsDir: string) => void, later = build) {
		const dataDir = folder();
		const seedsDir = copyOfSeeds();
		await loadSeeds({ dataDir, seedsDir, build, say: () => undefined });
		change(dataDir, seedsDir);
		const said: string[] = [];
		await loadSeeds({ dataDir, seedsDir, build: later, say: (line) => said.push(line) });
		return said;
	}

	it("unchanged", async () => {
		expect(await loadedTwice(() => undefined)).toEqual(["seed data: as it was loaded before"]);
	});

	it("a corrected row, and a faulty one", async () => {
		const edit = (right: string, wrong: string) => (_: string, seedsDir: string) => {
			const file = join(seedsDir, "mep-centers.csv");
			writeFileSync(file, readFileSync(file, "utf8").replace(right, wrong));
		};
		const said = await loadedTwice(edit("Boulder", "Denver"));
		expect(said[2]).toMatch(/^mep: 51 centers \(0 new, 1 changed\)/);
		await expect(loadedTwice(edit("1668359", "about 1668359"))).rejects.toBeInstanceOf(SeedError);
	});

	it("another build", async () => {
		const said = await loadedTwice(() => undefined, "build-2");
		expect(said[3]).toMatch(/^engagements: 84 manufacturers \(0 new, 0 changed\)/);
	});

	it.each(["institutes", "mep", "engagements"])("a database that is new, %s", async (name) => {
		const remove = (dataDir: string) => {
			for (const end of ["", "-wal", "-shm"])
				rmSync(join(dataDir, `${name}.sqlite${end}`), { force: true });
		};
		const said = await loadedTwice(remove);
		expect(said.join("\n")).toMatch(new RegExp(`^${name}: [1-9]\\d* \\w+ \\([1-9]\\d* new`, "m"));
	});

	it("what has grown since is analyzed", async () => {
		const dataDir = folder();
		const load = () => loadSeeds({ dataDir, seedsDir: SEEDS, build, say: () => undefined });
		await load();
		const rowsOf = async (table: string) => {
			const database = await openEngagementsDatabase({ dataDir });
			const [row] = await database.read<{ stat: string }>(
				sql`SELECT stat FROM sqlite_stat1 WHERE tbl = ${table}`,
			);
			await database.close();
			return Number(row?.stat.split(" ")[0]);
		};
		const before = await rowsOf("smes");
		const database = await openEngagementsDatabase({ dataDir });
		await database.write(async (manager) => {
			const smes = await manager.find(SmeRow);
			for (let copy = 1; copy <= 30; copy++)
				await manager.insert(
					SmeRow,
					smes.map((row) => ({ ...row, id: `${row.id}-${copy}`, root_id: `${row.id}-${copy}` })),
				);
		});
		await database.close();
		await load();
		expect(await rowsOf("smes")).toBeGreaterThan(20 * before);
	});
});

it("never loads real records into a synthetic data set", async () => {
	const dataDir = folder();
	const database = await openEngagementsDatabase({ dataDir });
	await database.write((manager) => manager.insert(DatasetRow, { kind: "SYNTHETIC" }));
	await database.close();
	const said: string[] = [];
	await loadSeeds({ dataDir, seedsDir: SEEDS, say: (line) => said.push(line) });
	expect(said[3]).toMatch(/^engagements: this folder contains SYNTHETIC records/);
});
