import sql from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EngagementRow, SmeRow } from "../../subgraphs/engagements/database/rows.ts";
import { CENTERS } from "../support/owners.ts";
import {
	network,
	openReleasesFixture,
	type ReleasesFixture,
	reported,
} from "../support/releases.ts";
import { OFFICE } from "../support/viewers.ts";

const RECORDS = network(240, 2400);
const SMES = RECORDS.smes as SmeRow[];
const FIRST_QUARTER = (RECORDS.engagements as EngagementRow[]).filter(({ started_first }) =>
	started_first.startsWith("2023-11"),
);
const CONFIDENTIAL = SMES.filter(({ visibility }) => visibility === "CONFIDENTIAL");

let hub: ReleasesFixture;
beforeAll(async () => {
	hub = await openReleasesFixture();
	await hub.add(RECORDS);
	await hub.report(2024, 1);
	await hub.publish();
});
afterAll(() => hub.close());

type Cell = { coordinates: Array<{ value: string }>; values: object[]; status: string };
const TABLES = ["center", "state", "sector", "institute", "size"].map(
	(axis) => `engagements-by-${axis}`,
);
/** All cells of a release by their coordinates, as text. */
async function cells(number: number): Promise<Map<string, string>> {
	const { releases } = await hub.data("{ releases { nodes { id number } } }");
	const { id } = releases.nodes.find((one: { number: number }) => one.number === number);
	const query =
		"query($table: ID!, $release: ID!) { statistics(table: $table, release: $release) { cells(first: 5000) { coordinates { value } values { measure value } status } } }";
	const found = new Map<string, string>();
	for (const table of TABLES) {
		const { statistics } = await hub.data(query, { table, release: id });
		for (const { coordinates, ...rest } of statistics.cells as Cell[])
			found.set(
				`${table} ${coordinates.map(({ value }) => value).join(" ")}`,
				JSON.stringify(rest),
			);
	}
	return found;
}
const status = (cell: string | undefined) => JSON.parse(cell ?? "{}").status;

/** The first engagement of the quarter that only one manufacturer would change a published figure with. */
const one = FIRST_QUARTER.find(
	({ visibility, center_id }) => visibility === "CONFIDENTIAL" && center_id !== null,
) as EngagementRow;

describe("a change by which somebody could be recognised", () => {
	it("waits: there is nothing to release, and the program office sees why", async () => {
		await hub.change({ engagements: [{ ...one, status: "VOIDED", revision: 2 }] });
		const { status: state, refusals } = await hub.preview();
		expect([state, refusals[0].code]).toEqual(["REFUSED", "SAME_CONTENT"]);
		expect(refusals[0].remedy).toMatch(
			/^Changes wait, .*engagements of fiscal year 2024 \(.*2024-Q1: FEW_CONTRIBUTORS/,
		);
		expect(refusals[0].waiting).toEqual([
			{
				name: "engagements of fiscal year 2024",
				why: expect.arrayContaining([expect.stringMatching(/2024-Q1: FEW_CONTRIBUTORS$/)]),
			},
		]);
	});

	it("still waits when another quarter is released, whose figures are right", async () => {
		await hub.report(2024, 2);
		const preview = await hub.preview();
		expect(preview.waiting).toEqual([
			{
				name: "engagements of fiscal year 2024",
				why: expect.arrayContaining([expect.any(String)]),
			},
		]);
		expect([preview.amended, preview.added]).toEqual([[], [{ fiscalYear: 2024, quarter: 2 }]]);
		await hub.publish();
		const [first, second] = [await cells(1), await cells(2)];
		for (const [place, cell] of first) expect([place, second.get(place)]).toEqual([place, cell]);
		expect(second.size).toBeGreaterThan(first.size);
	});

	it("leaves the basis of what was published as it was", async () => {
		const bases = await hub.database.read<{ part: string; release_id: string }>(
			sql`SELECT b.part, r.number FROM release_bases b JOIN releases r ON r.id = b.release_id ORDER BY r.number, b.part`,
		);
		expect(bases).toEqual([
			{ part: "2024-Q1", number: 1 },
			{ part: "2024-Q2", number: 2 },
		]);
	});

	it("a whole year adds up to its quarters as they were published", async () => {
		for (const quarter of [3, 4]) await hub.report(2024, quarter);
		await hub.publish();
		const third = await cells(3);
		let checked = 0;
		for (const [place, cell] of third) {
			if (!place.endsWith(" 2024")) continue;
			const quarters = [1, 2, 3, 4].map((quarter) => third.get(`${place}-Q${quarter}`));
			if ([cell, ...quarters].some((one) => status(one) === "SUPPRESSED")) continue;
			const count = (text: string | undefined) =>
				JSON.parse(text ?? "").values.find(
					(one: { measure: string }) => one.measure === "engagements",
				).value as number;
			expect([place, count(cell)]).toEqual([
				place,
				quarters.reduce((sum, quarter) => sum + count(quarter), 0),
			]);
			checked++;
		}
		expect(checked).toBeGreaterThan(10);
	});
});

describe("a change in which nobody can be recognised", () => {
	it("enters a later release, with the same cells suppressed", async () => {
		await hub.change({ engagements: [{ ...one, revision: 3 }] });
		const late = CONFIDENTIAL.flatMap(({ id }) =>
			CENTERS.flatMap((center, n) =>
				["TRAINING", "EVENT"].map((kind) =>
					reported(
						`late-${id}-${center.id}-${kind}`,
						{
							sme_id: id,
							kind,
							center_id: center.id,
							status: "AMENDED",
							late: true,
							institute_id: n % 2 === 0 ? "mxd" : "lift",
						},
						"2023-11-20",
					),
				),
			),
		);
		await hub.change({ engagements: late });
		const preview = await hub.preview();
		expect([preview.status, preview.waiting, preview.amended]).toEqual([
			"READY",
			[],
			["engagements of fiscal year 2024"],
		]);
		await hub.publish();
		const [before, after] = [await cells(3), await cells(4)];
		for (const [place, cell] of before)
			expect([place, status(after.get(place)) === "SUPPRESSED"]).toEqual([
				place,
				status(cell) === "SUPPRESSED",
			]);
		const whole = "engagements-by-center all all 2024-Q1";
		const count = (text: string | undefined) => JSON.parse(text ?? "").values[1].value;
		expect(count(after.get(whole)) - count(before.get(whole))).toBe(late.length);
	});

	it("a release that was amended is refused again while nothing has changed", async () => {
		expect((await hub.preview()).refusals[0].code).toBe("SAME_CONTENT");
	});
});

it("a changed manufacturer makes a preview stale and waits like any other change", async () => {
	await hub.report(2025, 1);
	const before = await hub.preview();
	const sme = CONFIDENTIAL[0] as SmeRow;
	await hub.change({ smes: [{ ...sme, state: "US-GA", naics: "332710", revision: 2 }] });
	const publish =
		"mutation($preview: ID!) { publishRelease(input: { preview: $preview }) { number } }";
	expect(await hub.refusals(publish, { preview: before.preview }, OFFICE)).toEqual([
		[expect.stringContaining("have changed"), "CONFLICT"],
	]);
	const after = await hub.preview();
	expect(after.waiting).toHaveLength(1);
	expect((await hub.data(publish, { preview: after.preview }, OFFICE)).publishRelease.number).toBe(
		5,
	);
});
