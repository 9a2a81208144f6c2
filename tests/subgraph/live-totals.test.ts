import fc from "fast-check";
import sql from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";
import { announceBulkWrite } from "../../subgraphs/engagements/database/bulk-writes.ts";
import { DatasetRow, EngagementRow } from "../../subgraphs/engagements/database/rows.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { step, stepsOn } from "../support/random-steps.ts";
import { engagementRow } from "../support/rows.ts";
import type { Asker } from "../support/subgraph.ts";
import { wheres, writeCombinations } from "../support/totals.ts";
import { ELSEWHERE, MANAGER, OFFICE, STAFF } from "../support/viewers.ts";

/** A hub that answers from memory, another one, and one that always asks the database. */
let hub: EngagementsFixture;
let other: Asker & { close(): Promise<void> };
let recount: Asker & { close(): Promise<void> };
beforeAll(async () => {
	hub = await openEngagementsFixture(0);
	await hub.database.write((manager) => manager.insert(DatasetRow, { kind: "REAL" }));
	await writeCombinations(hub);
	other = await hub.another(0);
	recount = await hub.another(Number.MAX_SAFE_INTEGER);
	await untilLoaded(hub);
	await untilLoaded(other);
});
afterAll(async () => {
	await other.close();
	await recount.close();
	await hub.close();
});

const byDatabase = ({ statements }: Asker) =>
	statements.some((statement) => statement.includes("COUNT(DISTINCT e.sme_id)"));
const TOTAL = "{ traceTotals(by: []) { engagementCount smeCount } }";

/** Asks until the answer no longer comes from the database; with another filter each time, since answers are kept. */
async function untilLoaded(asker: Asker): Promise<void> {
	for (let first = 1; ; first++) {
		await asker.data(`{ traceTotals(by: [SME], first: ${first}) { engagementCount } }`);
		if (!byDatabase(asker)) return;
		await new Promise((done) => setTimeout(done, 50));
	}
}

const DIMENSIONS = [
	...["KIND", "CENTER", "INSTITUTE", "SME", "SME_STATE", "NAICS_SECTOR", "FISCAL_YEAR"],
	"CALENDAR_YEAR",
];
const ORDERS = [
	...["GROUP_ASC", "SME_COUNT_DESC", "SME_COUNT_ASC", "ENGAGEMENT_COUNT_DESC"],
	...["ENGAGEMENT_COUNT_ASC", "HOURS_DESC", "PEOPLE_TRAINED_DESC"],
];
const VIEWERS: Viewer[] = [
	PUBLIC,
	STAFF,
	MANAGER,
	ELSEWHERE,
	OFFICE,
	{ role: "HUB_ADMIN", subject: "admin-1" },
	{ role: "PARTNER", subject: "partner-1", organization: "a-college" },
];
const question = fc.record({
	where: wheres,
	by: fc.shuffledSubarray(DIMENSIONS, { maxLength: 4 }),
	orderBy: fc.constantFrom(...ORDERS),
	first: fc.option(fc.integer({ min: 1, max: 20 })),
	viewer: fc.constantFrom(...VIEWERS),
});

const COUNTS = "smeCount engagementCount";
const EVERYTHING = `kind center { id } institute { id } sme { id } smeState naicsSector fiscalYear calendarYear ${COUNTS} hours peopleTrained outcomes { metric currency value reports verification }`;
const asking = (fields: string) =>
	`query($by: [TraceDimension!]!, $where: TraceWhere, $orderBy: TraceTotalOrder!, $first: Int) { traceTotals(by: $by, where: $where, orderBy: $orderBy, first: $first) { ${fields} } }`;

/** Fewer runs on a server, where each round trip takes time. */
const RUNS = process.env.TEST_ENGINE === "postgres" ? 6 : 20;

it("equals a recount after any actions by anybody, for any filter, grouping, order and viewer", async () => {
	const take = stepsOn(hub);
	await fc.assert(
		fc.asyncProperty(
			fc.array(step, { minLength: 5, maxLength: 25 }),
			fc.array(question, { minLength: 12, maxLength: 12 }),
			async (steps, questions) => {
				for (const one of steps) await take(one);
				for (const { viewer, ...variables } of questions)
					for (const fields of [EVERYTHING, COUNTS]) {
						const live = await hub.data(asking(fields), variables, viewer);
						expect(byDatabase(hub)).toBe(false);
						const counted = await recount.data(asking(fields), variables, viewer);
						expect({ variables, ...live }).toEqual({ variables, ...counted });
					}
			},
		),
		{ numRuns: RUNS, endOnFailure: true },
	);
	expect(byDatabase(recount)).toBe(true);
}, 240_000);

const LOG = (key: string) =>
	`mutation { logEngagement(input: { clientMutationId: "${key}", smeId: "sme_a", kind: EVENT, startedOn: "2024-05-06" }) { id revision } }`;

/** Logs and approves an engagement of ga-mep. */
async function approved(key: string): Promise<void> {
	const { id, revision } = (await hub.data(LOG(key), {}, STAFF)).logEngagement;
	const sent = await hub.data(
		`mutation { submitEngagement(id: "${id}", revision: ${revision}) { revision } }`,
		{},
		STAFF,
	);
	await hub.data(
		`mutation { approveEngagement(id: "${id}", revision: ${sent.submitEngagement.revision}) { id } }`,
		{},
		MANAGER,
	);
}

const totalIn = async (asker: Asker, viewer: Viewer = MANAGER): Promise<number> =>
	(await asker.data(TOTAL, {}, viewer)).traceTotals[0].engagementCount;

describe("in step with writes", () => {
	it("a viewer's own writes are in the next answer", async () => {
		for (const key of ["own-1", "own-2", "own-3"]) {
			const before = await totalIn(hub);
			await approved(key);
			expect(await totalIn(hub)).toBe(before + 1);
			expect(byDatabase(hub)).toBe(false);
		}
	});

	it("what another hub has committed is in the next answer, by one statement", async () => {
		const before = await totalIn(other);
		await approved("others");
		expect(await totalIn(other)).toBe(before + 1);
		expect(other.statements).toHaveLength(1);
	});

	it("asked again on unchanged data, only the place of the database is read", async () => {
		await totalIn(hub);
		await totalIn(hub);
		expect(hub.statements).toHaveLength(1);
		expect(hub.statements[0]).toContain("MAX(r.seq)");
	});

	it("many records written without revisions are read again", async () => {
		const before = await totalIn(hub);
		const row = engagementRow(
			"eng-bulk",
			{ sme_id: "sme_b", kind: "EVENT", center_id: "oh-mep" },
			"2019-01-02",
		);
		await hub.database.write(async (manager) => {
			await announceBulkWrite(manager);
			await manager.insert(EngagementRow, row);
		});
		expect(await totalIn(hub)).toBe(before + 1);
		expect(byDatabase(hub)).toBe(false);
	});
});

it("those who see the same share an answer, and nobody gets another's", async () => {
	const seen = new Map<string, number>();
	for (let round = 0; round < 2; round++)
		for (const viewer of VIEWERS) {
			const key = "center" in viewer ? viewer.center : viewer.role;
			const total = await totalIn(hub, viewer);
			expect(seen.get(key) ?? total).toBe(total);
			expect(total).toBe(await totalIn(recount, viewer));
			seen.set(key, total);
		}
	expect(seen.get("PROGRAM_OFFICE")).toBeGreaterThan(seen.get("PUBLIC") as number);
	expect(seen.get("ga-mep")).toBeGreaterThan(seen.get("PUBLIC") as number);
});

it("more than 10000 groups are refused in the same words", async () => {
	const many = Array.from({ length: 10_001 }, (_, n) =>
		engagementRow(`eng-many-${n}`, { sme_id: "sme_a", kind: "EVENT", center_id: `c-${n}` }, "2001"),
	);
	await hub.database.write(async (manager) => {
		await announceBulkWrite(manager);
		for (let at = 0; at < many.length; at += 500)
			await manager.insert(EngagementRow, many.slice(at, at + 500));
	});
	await untilLoaded(hub);
	const ask = (asker: Asker) => asker.refusals("{ traceTotals(by: [CENTER]) { smeCount } }");
	const refused = await ask(hub);
	expect(byDatabase(hub)).toBe(false);
	expect(refused).toHaveLength(1);
	expect(refused).toEqual(await ask(recount));
});

it("values that the columns cannot hold exactly leave the answers to the database", async () => {
	const before = await totalIn(recount, OFFICE);
	await hub.database.write(async (manager) => {
		await announceBulkWrite(manager);
		await manager.insert(EngagementRow, [
			engagementRow("eng-odd", { sme_id: "sme_a", kind: "EVENT", people_trained: -7 }, "2001"),
		]);
	});
	expect(await totalIn(hub, OFFICE)).toBe(before + 1);
	expect(byDatabase(hub)).toBe(true);
	const [row] = await hub.database.read<{ n: number }>(
		sql`SELECT COUNT(*) AS n FROM engagements WHERE status IN ('APPROVED', 'REPORTED', 'AMENDED')`,
	);
	expect(before + 1).toBe(Number(row?.n));
});
