import sql from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DatasetRow } from "../../subgraphs/engagements/database/rows.ts";
import { publishCases } from "../../subgraphs/engagements/release/publish-cases.ts";
import { CENTERS, INSTITUTES } from "../support/owners.ts";
import {
	network,
	openReleasesFixture,
	outcome,
	type ReleasesFixture,
	reported,
} from "../support/releases.ts";
import { engagementRow } from "../support/rows.ts";

const LABELS = { centers: CENTERS, institutes: INSTITUTES };
const open = (id: string, day: string | null, more = {}) =>
	engagementRow(id, { sme_id: "sme_000", kind: "TRAINING", center_id: "ga-mep", ...more }, day);

let hub: ReleasesFixture;
beforeAll(async () => {
	hub = await openReleasesFixture();
});
afterAll(() => hub.close());

const cell = async (table: string, picks: Record<string, string>) => {
	const where = {
		dimensions: Object.entries(picks).map(([dimension, value]) => ({ dimension, values: [value] })),
	};
	const query =
		"query($table: ID!, $where: StatisticsWhere) { statistics(table: $table, where: $where) { cellCount cells { values { measure value } status } } }";
	const { statistics } = await hub.data(query, { table, where });
	expect(statistics.cellCount).toBe(1);
	const [{ values, status }] = statistics.cells;
	return [
		status,
		Object.fromEntries(
			values.map(({ measure, value }: { measure: string; value: number }) => [measure, value]),
		),
	];
};

describe("the first release of published cases", () => {
	it("is not made while there is none", async () => {
		expect(await publishCases(hub.database, LABELS)).toBeUndefined();
	});

	it("counts PUBLIC records only, suppresses nothing, and says what it is", async () => {
		await hub.add({ smes: network().smes });
		await hub.add({
			engagements: [
				open("eng-day", "2018-03-07"),
				open("eng-month", "2017-11", { sme_id: "sme_007" }),
				open("eng-year", "2018"),
				open("eng-undated", null, { sme_id: "sme_014", center_id: null, institute_id: "mxd" }),
				open("eng-void", "2018-03-07", { status: "VOIDED" }),
				reported(
					"eng-secret",
					{ sme_id: "sme_001", kind: "TRAINING", center_id: "ga-mep" },
					"2018-03-07",
				),
			],
			outcomes: [
				outcome(
					"out-open",
					{ sme_id: "sme_000", visibility: "PUBLIC", window_end: "2018-03" },
					"NEW_SALES",
					10,
				),
				outcome(
					"out-year",
					{ sme_id: "sme_000", visibility: "PUBLIC", window_end: "2018" },
					"NEW_SALES",
					5,
				),
				outcome("out-secret", { sme_id: "sme_001", window_end: "2018-03" }, "NEW_SALES", 99),
			],
		});
		await publishCases(hub.database, LABELS);
		const { releases } = await hub.data(
			"{ releases { nodes { number basis synthetic periods { quarter } rules { minContributors } } } }",
		);
		expect(releases.nodes).toEqual([
			{ number: 1, basis: "PUBLISHED_CASES", synthetic: false, periods: [], rules: null },
		]);
		const { statistics } = await hub.data(
			'{ statistics(table: "engagements-by-center") { notes dimensions { values { code } } cells(first: 5000) { status } } }',
		);
		expect(statistics.notes[0]).toMatch(
			/^These are cases that somebody published.* not a measure of the network/,
		);
		expect(statistics.dimensions[2].values.map(({ code }: { code: string }) => code)).toEqual([
			"2018",
			"2018-Q1",
			"2018-Q2",
			"not-known",
		]);
		expect(new Set(statistics.cells.map(({ status }: { status: string }) => status))).toEqual(
			new Set(["PUBLISHED", "EMPTY"]),
		);
	});

	it.each([
		["2018", "ga-mep", 2, 2],
		["2018-Q1", "ga-mep", 1, 1],
		["2018-Q2", "US-GA", 1, 1],
		["not-known", "ga-mep", 1, 1],
		["not-known", "none", 1, 1],
		["not-known", "all", 2, 2],
	])("in %s: %s has %i manufacturers", async (period, center, smes, engagements) => {
		expect(await cell("engagements-by-center", { center, kind: "all", period })).toEqual([
			"PUBLISHED",
			{ smes, engagements },
		]);
	});

	it.each([
		["2018", 10],
		["not-known", 5],
	])("has the outcomes of %s", async (period, value) => {
		const picks = { center: "all", metric: "NEW_SALES-USD", verification: "SELF_REPORTED", period };
		expect(await cell("outcomes-by-center", picks)).toEqual([
			"PUBLISHED",
			{ smes: 1, reports: 1, value },
		]);
	});

	it("is made once, and followed by one of reported records, which it does not bind", async () => {
		expect(await publishCases(hub.database, LABELS)).toBeUndefined();
		await hub.add({ engagements: network().engagements });
		await hub.report(2024, 1);
		await hub.publish();
		const { releases } = await hub.data("{ releases { nodes { number basis } } }");
		expect(releases.nodes).toEqual([
			{ number: 2, basis: "REPORTED_RECORDS" },
			{ number: 1, basis: "PUBLISHED_CASES" },
		]);
	});

	it("a release of made-up records says so", async () => {
		const made = await openReleasesFixture();
		await made.database.write((manager) => manager.insert(DatasetRow, { kind: "SYNTHETIC" }));
		const synthetic = await openReleasesFixture(undefined, made.storage);
		await synthetic.add(network());
		await synthetic.report(2024, 1);
		await synthetic.publish();
		const { statistics } = await synthetic.data(
			'{ statistics(table: "engagements-by-size") { notes release { synthetic } } }',
		);
		expect(statistics.release.synthetic).toBe(true);
		expect(statistics.notes[0]).toMatch(/^The records are made up/);
		await synthetic.close();
		await made.close();
		expect(await hub.database.read(sql`SELECT id FROM releases`)).toHaveLength(2);
	});
});
