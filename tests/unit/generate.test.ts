import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sql from "sql-template-tag";
import { afterAll, beforeAll, expect, it } from "vitest";
import { generateInto, PUBLIC_RECORDS } from "../../seeds/generate.ts";
import { readReference } from "../../seeds/synthetic/reference.ts";
import { shares } from "../../seeds/synthetic/shares.ts";
import { createLog } from "../../shared/log.ts";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";
import { QuarterRow } from "../../subgraphs/engagements/database/record-rows.ts";
import { ClosedQuarterRow, ReleaseRow } from "../../subgraphs/engagements/database/release-rows.ts";
import {
	DatasetRow,
	EngagementRow,
	OutcomeClaimRow,
	OutcomeCoverRow,
	OutcomeRow,
	SmeRow,
} from "../../subgraphs/engagements/database/rows.ts";
import { daysOfQuarter, quarterOfDay } from "../../subgraphs/engagements/engagement/rules.ts";
import { isOutlier } from "../../subgraphs/engagements/outcome/rules.ts";

const root = mkdtempSync(join(tmpdir(), "throughline-generate-"));
/** Without whole years, which take half a minute each to protect. */
const size = { smes: 150, engagements: 2000, releasesFrom: "2024-Q3", say: () => undefined };
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

const RECORDS = [SmeRow, EngagementRow, OutcomeRow, OutcomeClaimRow, OutcomeCoverRow, QuarterRow];

beforeAll(async () => {
	for (const [name, seed] of [
		["one", 7],
		["same", 7],
		["other", 8],
	] as const)
		await generateInto({ ...size, seed, into: folder(name) });
	await generateInto({ ...size, seed: 7, ...PUBLIC_RECORDS, into: folder("public") });
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

const counted = <T>(values: T[]) => {
	const counts = new Map<T, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return counts;
};

it("makes most records confidential, and only approved ones public", async () => {
	const [smes, engagements, outcomes] = (await rowsIn(
		folder("one"),
		SmeRow,
		EngagementRow,
		OutcomeRow,
	)) as [SmeRow[], EngagementRow[], OutcomeRow[]];
	const open = engagements.filter((row) => row.visibility === "PUBLIC");
	expect(open.length).toBeGreaterThan(0);
	expect(open.length).toBeLessThan(engagements.length * 0.2);
	const openSmes = new Set(smes.filter((row) => row.visibility === "PUBLIC").map(({ id }) => id));
	expect(
		open.every(
			(row) => openSmes.has(row.sme_id) && /^(APPROVED|REPORTED|AMENDED)$/.test(row.status),
		),
	).toBe(true);
	expect(outcomes.some((row) => row.visibility === "CONFIDENTIAL")).toBe(true);
	expect(new Set(outcomes.map((row) => row.verification)).size).toBe(6);
});

it("lets outliers claim more than the bound for the firm's size", async () => {
	const [smes, outcomes, claims] = (await rowsIn(
		folder("one"),
		SmeRow,
		OutcomeRow,
		OutcomeClaimRow,
	)) as [SmeRow[], OutcomeRow[], OutcomeClaimRow[]];
	const employees = new Map(smes.map((row) => [row.id, row.employees]));
	const outliers = outcomes.filter(({ verification }) => verification === "OUTLIER");
	expect(outliers.length).toBeGreaterThan(0);
	for (const { id, sme_id } of outliers) {
		const beyond = claims.filter(
			(claim) => claim.outcome_id === id && isOutlier(claim, employees.get(sme_id) ?? null),
		);
		expect(beyond.length).toBeGreaterThan(0);
	}
});

it("gives records every status, and reports quarters as the hub does", async () => {
	const [engagements, quarters] = (await rowsIn(folder("one"), EngagementRow, QuarterRow)) as [
		EngagementRow[],
		QuarterRow[],
	];
	expect(new Set(engagements.map((row) => row.status))).toEqual(
		new Set(["DRAFT", "SUBMITTED", "RETURNED", "APPROVED", "REPORTED", "AMENDED", "VOIDED"]),
	);
	const reported = new Map(quarters.map((row) => [row.id, row]));
	const inside = (row: EngagementRow) => {
		const { fiscalYear, quarter } = quarterOfDay(row.started_first);
		return row.started_last <= daysOfQuarter(fiscalYear, quarter).last
			? reported.get(`${row.center_id}~${fiscalYear}~${quarter}`)
			: undefined;
	};
	for (const row of engagements) {
		const quarter = row.started_first === "" ? undefined : inside(row);
		if (quarter) expect(row.status).toMatch(/^(REPORTED|AMENDED|VOIDED|DRAFT|RETURNED)$/);
		else expect(row.status).not.toMatch(/^(REPORTED|AMENDED)$/);
	}
	const sent = engagements.filter(
		(row) => row.status === "REPORTED" || (row.status === "AMENDED" && !row.late),
	);
	const bySme = counted(sent.map((row) => inside(row)?.id));
	for (const { id, engagement_count, sme_count } of quarters) {
		expect([id, engagement_count]).toEqual([id, bySme.get(id) ?? 0]);
		const smes = new Set(sent.filter((row) => inside(row)?.id === id).map((row) => row.sme_id));
		expect([id, sme_count]).toEqual([id, smes.size]);
	}
	const centers = counted(quarters.map((row) => `${row.fiscal_year}-${row.quarter}`));
	const all = centers.get("2024-4") ?? 0;
	expect([centers.get("2015-1"), centers.get("2025-1"), centers.get("2025-2")]).toEqual([
		all,
		all,
		all - 2,
	]);
	expect(centers.get("2025-3")).toBeLessThan(all - 2);
	expect(centers.has("2025-4")).toBe(false);
});

it("closes a quarter, and publishes releases", async () => {
	const [releases, closed] = (await rowsIn(folder("one"), ReleaseRow, ClosedQuarterRow)) as [
		ReleaseRow[],
		ClosedQuarterRow[],
	];
	expect(closed.map(({ id, reason }) => [id, reason])).toEqual([
		["2025~2", "Synthetic: two centers have not reported."],
	]);
	expect(releases.map(({ number, synthetic }) => [number, synthetic])).toEqual([
		[1, true],
		[2, true],
	]);
	const [none] = (await rowsIn(folder("public"), ClosedQuarterRow)) as [ClosedQuarterRow[]];
	expect(none).toEqual([]);
});

it("says why there is no release where records are too few", async () => {
	const told: string[] = [];
	const few = { ...size, smes: 10, engagements: 60, seed: 7, into: folder("few") };
	await generateInto({ ...few, say: (line) => told.push(line) });
	expect((await rowsIn(folder("few"), ReleaseRow))[0]).toEqual([]);
	const reason =
		/^no release: The engagements of fiscal year 2024 cannot be protected: .+\. .+ \(\d+\.\d s\)$/;
	expect(told.slice(-2)).toEqual([expect.stringMatching(reason), expect.stringMatching(reason)]);
});

it("refuses releases from a quarter that was not generated or not closed", async () => {
	for (const releasesFrom of ["2014-Q4", "2025-Q1", "2024"])
		await expect(
			generateInto({ ...size, seed: 7, releasesFrom, into: folder("from") }),
		).rejects.toThrow(`"${releasesFrom}" is not a quarter from 2015-Q1 to 2024-Q4`);
});

it("makes public, approved records only where asked, otherwise the same", async () => {
	const [smes, engagements, outcomes, quarters] = (await rowsIn(
		folder("public"),
		SmeRow,
		EngagementRow,
		OutcomeRow,
		QuarterRow,
	)) as [SmeRow[], EngagementRow[], OutcomeRow[], QuarterRow[]];
	expect(counted([...smes, ...engagements, ...outcomes].map((row) => row.visibility))).toEqual(
		new Map([["PUBLIC", smes.length + engagements.length + outcomes.length]]),
	);
	expect(counted(engagements.map((row) => row.status))).toEqual(
		new Map([["APPROVED", size.engagements]]),
	);
	expect(quarters).toEqual([]);
	const [others] = (await rowsIn(folder("one"), EngagementRow)) as [EngagementRow[]];
	const content = ({ visibility, status, late, ...rest }: EngagementRow) => rest;
	expect(others.map(content)).toEqual(engagements.map(content));
});

it("refuses a share that is no percentage", async () => {
	await expect(
		generateInto({ ...size, seed: 7, confidential: 101, into: folder("share") }),
	).rejects.toThrow("--confidential is a percentage, from 0 to 100");
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
