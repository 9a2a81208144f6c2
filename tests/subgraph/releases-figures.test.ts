import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EngagementRow, SmeRow } from "../../subgraphs/engagements/database/rows.ts";
import { CENTERS } from "../support/owners.ts";
import {
	network,
	openReleasesFixture,
	outcome,
	type ReleasesFixture,
	reported,
} from "../support/releases.ts";
import { engagementRow } from "../support/rows.ts";

const RECORDS = network(240, 2400);
const engagements = RECORDS.engagements as EngagementRow[];
const smes = new Map((RECORDS.smes as SmeRow[]).map((sme) => [sme.id, sme]));
/** Records that no release counts. */
const OTHERS = [
	reported(
		"other-1",
		{ sme_id: "sme_001", kind: "EVENT", center_id: "ga-mep", status: "DRAFT" },
		"2024-02-03",
	),
	reported(
		"other-2",
		{ sme_id: "sme_001", kind: "EVENT", center_id: "ga-mep", status: "VOIDED" },
		"2024-02-03",
	),
	reported(
		"other-3",
		{ sme_id: "sme_001", kind: "EVENT", center_id: "ga-mep", status: "SUBMITTED" },
		"2024-02-03",
	),
	engagementRow("other-4", { sme_id: "sme_007", kind: "EVENT", center_id: "ga-mep" }, "2024"),
	engagementRow("other-5", { sme_id: "sme_007", kind: "EVENT", center_id: "ga-mep" }, null),
	reported("other-6", { sme_id: "sme_001", kind: "EVENT", center_id: "ga-mep" }, "2023-09"),
];
const REPORTERS = Array.from({ length: 240 }, (_, n) => `sme_${String(n).padStart(3, "0")}`);
const VERIFICATIONS = ["SELF_REPORTED", "CENTER_CHECKED", "VERIFIED"];
const OUTCOMES = REPORTERS.flatMap((sme_id, n) => [
	outcome(
		`out-${n}`,
		{
			sme_id,
			center_id: CENTERS[n % 4]?.id as string,
			verification: VERIFICATIONS[n % 3] as string,
			visibility: n % 7 === 0 ? "PUBLIC" : "CONFIDENTIAL",
			window_end: ["2024-06-30", "2024-09", "2023-10-01"][n % 3] as string,
		},
		"NEW_SALES",
		1000 + n * 13.37,
	),
	outcome(`jobs-${n}`, { sme_id, center_id: "ga-mep" }, "JOBS_CREATED", n % 5),
]);
const NOT_COUNTED = [
	outcome(
		"not-1",
		{ sme_id: "sme_001", center_id: "ga-mep", verification: "OUTLIER" },
		"NEW_SALES",
		1e9,
	),
	outcome(
		"not-2",
		{ sme_id: "sme_001", center_id: "ga-mep", verification: "DISPUTED" },
		"NEW_SALES",
		1e9,
	),
	outcome(
		"not-3",
		{ sme_id: "sme_001", center_id: "ga-mep", verification: "WITHDRAWN" },
		"NEW_SALES",
		1e9,
	),
	outcome("not-4", { sme_id: "sme_001", center_id: "ga-mep" }, "NET_PROMOTER_SCORE", 50),
	outcome(
		"not-5",
		{ sme_id: "sme_001", center_id: "ga-mep", window_end: "2024" },
		"NEW_SALES",
		1e9,
	),
	outcome(
		"not-6",
		{ sme_id: "sme_001", center_id: "ga-mep", window_end: "2024-10-01" },
		"NEW_SALES",
		1e9,
	),
];

let hub: ReleasesFixture;
beforeAll(async () => {
	hub = await openReleasesFixture();
	await hub.add({ ...RECORDS, engagements: [...engagements, ...OTHERS] });
	await hub.add({ outcomes: [...OUTCOMES, ...NOT_COUNTED] });
	for (const quarter of [1, 2, 3, 4]) await hub.report(2024, quarter);
	await hub.publish();
});
afterAll(() => hub.close());

type Cell = {
	coordinates: Array<{ dimension: string; value: string }>;
	values: Array<{ measure: string; value: number | null }>;
	status: string;
};
async function cellsOf(table: string): Promise<Cell[]> {
	const query =
		"query($table: ID!) { statistics(table: $table) { cells(first: 5000) { coordinates { dimension value } values { measure value } status } } }";
	return (await hub.data(query, { table })).statistics.cells;
}
const valuesIn = ({ coordinates }: Cell) => coordinates.map(({ value }) => value);
const figures = ({ values }: Cell) =>
	Object.fromEntries(values.map(({ measure, value }) => [measure, value]));

const quarterOf = ({ started_first }: EngagementRow) =>
	`2024-Q${{ "10": 1, "11": 1, "12": 1, "01": 2, "02": 2, "03": 2, "04": 3, "05": 3, "06": 3 }[started_first.slice(5, 7)] ?? 4}`;
const COUNTED = engagements.filter(
	({ started_first }) => started_first >= "2023-10-01" && started_first <= "2024-09-30",
);
const STATE_OF = new Map(CENTERS.map(({ id, state }) => [id, state]));
const OWN: Record<string, (row: EngagementRow) => Array<string | null | undefined>> = {
	center: ({ center_id }) => (center_id ? [center_id, STATE_OF.get(center_id)] : ["none"]),
	state: ({ sme_id }) => [smes.get(sme_id)?.state ?? "not-known"],
	institute: ({ institute_id }) => [institute_id ?? "none"],
};

describe("engagements", () => {
	it.each(["center", "state", "institute"])(
		"by %s equal a recount of the records",
		async (axis) => {
			const cells = await cellsOf(`engagements-by-${axis}`);
			let checked = 0;
			for (const cell of cells) {
				const [own, kind, period] = valuesIn(cell) as [string, string, string];
				const rows = COUNTED.filter(
					(row) =>
						(own === "all" || OWN[axis]?.(row).includes(own)) &&
						(kind === "all" || row.kind === kind) &&
						(period === "2024" || quarterOf(row) === period),
				);
				const place = `${own} ${kind} ${period}`;
				if (cell.status === "SUPPRESSED") {
					// What only public records make is published.
					expect(
						rows.some(({ visibility }) => visibility !== "PUBLIC"),
						place,
					).toBe(true);
					continue;
				}
				expect(cell.status, place).toBe(rows.length === 0 ? "EMPTY" : "PUBLISHED");
				const found = figures(cell);
				expect([place, found.smes, found.engagements]).toEqual([
					place,
					new Set(rows.map(({ sme_id }) => sme_id)).size,
					rows.length,
				]);
				if (kind === "FACILITY_ACCESS") {
					const hours = rows.reduce((sum, row) => sum + Math.round((row.hours ?? 0) * 100), 0);
					expect([place, found.hours]).toEqual([place, hours / 100]);
				}
				if (kind === "TRAINING") {
					const people = rows.reduce((sum, row) => sum + (row.people_trained ?? 0), 0);
					expect([place, found.peopleTrained]).toEqual([place, people]);
				}
				checked++;
			}
			expect(checked).toBeGreaterThan(50);
		},
	);

	it("that belong to no quarter are counted for the program office", async () => {
		await hub.report(2025, 1);
		expect((await hub.preview()).tooCoarselyDated).toBe(2);
	});
});

describe("outcomes", () => {
	it("wait until two quarters after their year are closed", async () => {
		expect(await cellsOf("outcomes-by-center")).toEqual([]);
		await hub.report(2025, 2);
		await hub.publish();
		expect((await cellsOf("outcomes-by-center")).length).toBeGreaterThan(0);
	});

	it("are summed by metric, verification and center, without those that do not count", async () => {
		const cells = await cellsOf("outcomes-by-center");
		let checked = 0;
		for (const cell of cells) {
			const [own, metric, verification, period] = valuesIn(cell) as string[];
			const rows = OUTCOMES.filter(
				({ outcome: row, metric: of }) =>
					metric === (of === "NEW_SALES" ? "NEW_SALES-USD" : of) &&
					(verification === "all" || row.verification === verification) &&
					(own === "all" ||
						[row.center_id, STATE_OF.get(row.center_id as string)].includes(own as string)),
			);
			expect(period).toBe("2024");
			if (cell.status === "SUPPRESSED") continue;
			const sum = rows.reduce((all, { value }) => all + Math.round(value * 100), 0);
			expect([own, metric, verification, figures(cell)]).toEqual([
				own,
				metric,
				verification,
				{
					smes: new Set(rows.map(({ outcome: row }) => row.sme_id)).size,
					reports: rows.length,
					value: sum / 100,
				},
			]);
			if (rows.length > 0) checked++;
		}
		expect(checked).toBeGreaterThan(10);
	});

	it("have metrics with their units", async () => {
		const { statistics } = await hub.data(
			'{ statistics(table: "outcomes-by-size") { dimensions { name values { code unit } } } }',
		);
		const [, metric] = statistics.dimensions;
		expect(metric.name).toBe("metric");
		expect(metric.values).toContainEqual({ code: "NEW_SALES-USD", unit: "USD" });
		expect(metric.values).toContainEqual({ code: "JOBS_CREATED", unit: "jobs" });
		expect(JSON.stringify(metric.values)).not.toContain("NET_PROMOTER");
	});
});

describe("later releases", () => {
	it("say the same of what was published before", async () => {
		const { releases } = await hub.data("{ releases { nodes { id number } } }");
		expect(releases.nodes.map(({ number }: { number: number }) => number)).toEqual([2, 1]);
		const cells =
			"query($table: ID!, $release: ID!) { statistics(table: $table, release: $release) { cells(first: 5000) { coordinates { dimension value } values { measure value } status } } }";
		for (const table of ["engagements-by-center", "engagements-by-sector", "engagements-by-size"]) {
			const of = async (release: { id: string }): Promise<Cell[]> =>
				(await hub.data(cells, { table, release: release.id })).statistics.cells;
			const [newer, older] = [await of(releases.nodes[0]), await of(releases.nodes[1])];
			const keyOf = (cell: Cell) => valuesIn(cell).join(" ");
			const known = new Map(newer.map((cell) => [keyOf(cell), cell]));
			expect(newer.length).toBeGreaterThan(older.length);
			for (const cell of older) expect(known.get(keyOf(cell))).toEqual(cell);
		}
	});
});
