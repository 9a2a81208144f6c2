import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sql from "sql-template-tag";
import { afterAll, beforeAll, expect, it } from "vitest";
import { generateInto } from "../../seeds/generate.ts";
import { readReference } from "../../seeds/synthetic/reference.ts";
import { shares } from "../../seeds/synthetic/shares.ts";
import { createLog } from "../../shared/log.ts";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";
import {
	DatasetRow,
	EngagementRow,
	OutcomeClaimRow,
	OutcomeCoverRow,
	OutcomeRow,
	SmeRow,
} from "../../subgraphs/engagements/database/rows.ts";

const root = mkdtempSync(join(tmpdir(), "throughline-generate-"));
const size = { smes: 150, engagements: 2000, say: () => undefined };
const folder = (name: string) => join(root, name);

async function rowsIn(dataDir: string, ...tables: Array<new () => object>) {
	const database = await openEngagementsDatabase({ dataDir });
	try {
		return await database.write(async (manager) => {
			const found: object[][] = [];
			for (const table of tables)
				found.push(await manager.find(table, { order: { id: "ASC" } as never }));
			return found;
		});
	} finally {
		await database.close();
	}
}

const RECORDS = [SmeRow, EngagementRow, OutcomeRow, OutcomeClaimRow, OutcomeCoverRow];

beforeAll(async () => {
	for (const [name, seed] of [
		["one", 7],
		["same", 7],
		["other", 8],
	] as const)
		await generateInto({ ...size, seed, into: folder(name) });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

it("makes the same records from the same seed, and others from another", async () => {
	const one = await rowsIn(folder("one"), ...RECORDS);
	expect(one[0]).toHaveLength(size.smes);
	expect(one[1]).toHaveLength(size.engagements);
	expect(await rowsIn(folder("same"), ...RECORDS)).toEqual(one);
	expect(await rowsIn(folder("other"), ...RECORDS)).not.toEqual(one);
});

it("marks every record synthetic, in the data itself", async () => {
	const [smes, engagements, outcomes] = (await rowsIn(
		folder("one"),
		SmeRow,
		EngagementRow,
		OutcomeRow,
	)) as [SmeRow[], EngagementRow[], OutcomeRow[]];
	expect(
		[...smes, ...engagements, ...outcomes].every((row) => row.synthetic && row.id.includes("_syn")),
	).toBe(true);
	expect(smes.every((row) => row.name.endsWith("(synthetic)"))).toBe(true);
	expect(new Set(engagements.map((row) => row.source_document))).toEqual(
		new Set(["Throughline synthetic generator, seed 7"]),
	);
	const database = await openEngagementsDatabase({ dataDir: folder("one") });
	expect(await database.read(sql`SELECT kind FROM dataset`)).toEqual([{ kind: "SYNTHETIC" }]);
	await database.close();
});

it("follows the rules of an engagement", async () => {
	const [engagements] = (await rowsIn(folder("one"), EngagementRow)) as [EngagementRow[]];
	const { institutes } = await readReference(folder("one"), createLog("silent"));
	const owners = new Map(
		institutes.flatMap((one) =>
			[...one.facilityIds, ...one.courseIds, ...one.technologyIds].map(
				(id) => [id, one.id] as const,
			),
		),
	);
	for (const row of engagements) {
		expect(row.center_id ?? row.institute_id).not.toBeNull();
		for (const detail of [row.facility_id, row.course_id, row.technology_id])
			if (detail !== null) expect(owners.get(detail)).toBe(row.institute_id);
		if (row.hours !== null || row.facility_id !== null) expect(row.kind).toBe("FACILITY_ACCESS");
		if (row.mrl_from !== null)
			expect(row.kind === "TECH_TRANSFER" && (row.mrl_to ?? 0) >= row.mrl_from).toBe(true);
		if (row.ended_on !== null)
			expect(row.ended_on >= row.started_first && row.ended_on <= "2025-09-30").toBe(true);
	}
	expect(
		engagements.some((row) => row.center_id === "nc-mep" && row.institute_id === "poweramerica"),
	).toBe(true);
});

it("covers about a seventh of the engagements with outcomes that claim something", async () => {
	const [outcomes, claims, covers] = await rowsIn(
		folder("one"),
		OutcomeRow,
		OutcomeClaimRow,
		OutcomeCoverRow,
	);
	expect(covers?.length).toBeGreaterThan(size.engagements * 0.1);
	expect(covers?.length).toBeLessThan(size.engagements * 0.2);
	expect(claims?.length).toBeGreaterThanOrEqual(outcomes?.length ?? 0);
});

it("distributes exactly the requested number of engagements, at least one per manufacturer", () => {
	const given = [...shares(1000, 12_345, 3)];
	expect(given.reduce((sum, one) => sum + one, 0)).toBe(12_345);
	expect(Math.min(...given)).toBeGreaterThanOrEqual(1);
});

it("refuses a folder with real records, and one it has filled before", async () => {
	const database = await openEngagementsDatabase({ dataDir: folder("real") });
	await database.write((manager) => manager.save(DatasetRow, { kind: "REAL" }));
	await database.close();
	await expect(generateInto({ ...size, seed: 7, into: folder("real") })).rejects.toThrow(
		"contains REAL records",
	);
	await expect(generateInto({ ...size, seed: 7, into: folder("one") })).rejects.toThrow(
		"already contains records",
	);
});

it("leaves every index in place", async () => {
	const indicesIn = async (dataDir: string) => {
		const database = await openEngagementsDatabase({ dataDir });
		const found = await database.read(
			sql`SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name`,
		);
		await database.close();
		return found;
	};
	expect(await indicesIn(folder("one"))).toEqual(await indicesIn(folder("fresh")));
});
