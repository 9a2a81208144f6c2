import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cells, fillCells } from "../../subgraphs/engagements/statistics/cells.ts";
import { coordinatesOf } from "../../subgraphs/engagements/statistics/entries.ts";
import { partsOfSums } from "../../subgraphs/engagements/statistics/family.ts";
import {
	cellCount,
	type Grid,
	gridOf,
	type PeriodGroups,
} from "../../subgraphs/engagements/statistics/grid.ts";
import {
	type CountedRecord,
	fingerprintOf,
	groupRecords,
	groupsOf,
	groupsText,
} from "../../subgraphs/engagements/statistics/groups.ts";
import { confidentialCells, systemOf } from "../../subgraphs/engagements/statistics/system.ts";

const KINDS = ["FACILITY_ACCESS", "TRAINING", "EVENT"];
const PERIODS = ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"];
const STATE_OF: Record<string, string> = { a1: "US-A", a2: "US-A", b1: "US-B" };
const SMES = Array.from({ length: 8 }, (_, n) => ({
	sme: `sme_${n}`,
	state: [null, "US-A", "US-B"][n % 3] as string | null,
	naics: [null, "33", "332710", "541330"][n % 4] as string | null,
	employees: [null, 0, 19, 20, 500][n % 5] as number | null,
}));

type Dated = CountedRecord & { period: string };

const records: fc.Arbitrary<Dated[]> = fc.array(
	fc
		.record({
			sme: fc.constantFrom(...SMES),
			center: fc.constantFrom("a1", "a2", "b1", null),
			institute: fc.constantFrom("i1", "i2", null),
			inner: fc.constantFrom(...KINDS),
			visibility: fc.constantFrom("PUBLIC", "CONFIDENTIAL", "CONFIDENTIAL"),
			period: fc.constantFrom(...PERIODS),
			hours: fc.option(fc.integer({ min: 0, max: 5000 }).map((n) => n / 100)),
			people: fc.option(fc.integer({ min: 0, max: 50 })),
		})
		.map(({ sme, hours, people, ...rest }) => ({ ...sme, ...rest, amounts: [hours, people] })),
	{ maxLength: 60 },
);

const periodsOf = (all: readonly Dated[]): PeriodGroups[] =>
	PERIODS.map((period) => ({
		period,
		groups: groupRecords(
			all.filter((one) => one.period === period),
			partsOfSums("engagements"),
		),
	}));
const made = (all: readonly Dated[]): { grid: Grid; cells: Cells } => {
	const periods = periodsOf(all);
	const grid = gridOf("engagements", [periods], "2024", (center) => STATE_OF[center] ?? null);
	return { grid, cells: fillCells(grid, periods) };
};

const SIZES: Array<[number, string]> = [
	[500, "500+"],
	[250, "250-499"],
	[100, "100-249"],
	[20, "20-99"],
	[0, "0-19"],
];
/** The values that a record has in the dimension of each table, worked out in another way than the code does. */
const OWN: Record<string, (record: Dated) => string[]> = {
	center: ({ center }) => (center ? [center, STATE_OF[center] as string] : ["none"]),
	state: ({ state }) => [state ?? "not-known"],
	sector: ({ naics }) =>
		({
			"33": ["31-33-other", "31-33"],
			"332710": ["332", "31-33"],
			"541330": ["541", "54"],
		})[naics ?? ""] ?? ["not-known"],
	institute: ({ institute }) => [institute ?? "none"],
	size: ({ employees }) => [
		SIZES.find(([from]) => employees !== null && employees >= from)?.[1] ?? "not-known",
	],
};

/** The records of a cell, counted one by one. */
function recordsOf(all: readonly Dated[], grid: Grid, cell: number): Dated[] {
	const [own, kind, period] = coordinatesOf(grid, cell, null) as [string, string, string];
	const place = Math.floor(cell / grid.inners.length / grid.periods.length);
	const axis = grid.places[place]?.axis;
	return all.filter(
		(record) =>
			(axis === null || OWN[axis as string]?.(record).includes(own)) &&
			(kind === "all" || record.inner === kind) &&
			(period === "2024" || record.period === period),
	);
}
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const cents = (all: Dated[], index: number) =>
	sum(all.map(({ amounts }) => Math.round((amounts[index] ?? 0) * 100)));

describe("cells of a fiscal year", () => {
	it("equal a recount, record by record", () => {
		fc.assert(
			fc.property(records, (all) => {
				const { grid, cells } = made(all);
				for (let cell = 0; cell < cellCount(grid); cell++) {
					const counted = recordsOf(all, grid, cell);
					const kind = coordinatesOf(grid, cell, null)[1];
					const confidential = counted.filter(({ visibility }) => visibility !== "PUBLIC");
					const [from, to] = [cells.start[cell] as number, cells.start[cell + 1] as number];
					expect({
						records: cells.records[cell],
						smes: cells.smes[cell],
						hours: cells.sums[0]?.[cell],
						people: cells.sums[1]?.[cell],
						contributors: [...cells.contributor.subarray(from, to)].map(
							(sme, index) => `${sme} ${cells.group[from + index]}`,
						),
						confidential: sum([...(cells.values[0]?.subarray(from, to) ?? [])]),
					}).toEqual({
						records: counted.length,
						smes: new Set(counted.map(({ sme }) => sme)).size,
						hours: kind === "FACILITY_ACCESS" ? cents(counted, 0) : 0,
						people: kind === "TRAINING" ? cents(counted, 1) / 100 : 0,
						contributors: [
							...new Set(
								confidential.map(
									({ sme, center }) =>
										`${grid.smes.get(sme)} ${center === null ? -1 : grid.centers.get(center)}`,
								),
							),
						].sort((one, other) => {
							const [a, b] = [one, other].map((text) => text.split(" ").map(Number));
							return (a?.[0] ?? 0) - (b?.[0] ?? 0) || (a?.[1] ?? 0) - (b?.[1] ?? 0);
						}),
						confidential: confidential.length,
					});
				}
			}),
			{ numRuns: 60 },
		);
	});

	it("as a system: every parent is the sum of its children, and has each of their contributors", () => {
		fc.assert(
			fc.property(records, (all) => {
				const { grid, cells } = made(all);
				const included = confidentialCells(grid, [cells]);
				const system = systemOf(grid, cells, included, () => 0, false);
				const { start, contributor, values } = system.contributions;
				const span = (cell: number): [number, number] => [
					start[cell] as number,
					start[cell + 1] as number,
				];
				const total = (measure: number, cell: number) =>
					sum([...(values[measure]?.subarray(...span(cell)) ?? [])]);
				const who = (cell: number) => new Set(contributor.subarray(...span(cell)));
				for (const { parent, children, byContributor } of system.relations) {
					expect(sum(children.map((child) => total(0, child)))).toBe(total(0, parent));
					const sets = children.map(who);
					const union = new Set(sets.flatMap((set) => [...set]));
					expect(union).toEqual(who(parent));
					if (byContributor) expect(sum(sets.map(({ size }) => size))).toBe(union.size);
				}
				// Each cell but the whole is below another one of each kind of relation that it stands in.
				const below = new Set(system.relations.flatMap(({ children }) => children));
				for (let cell = 0; cell < system.cells; cell++) {
					const whole = coordinatesOf(grid, included[cell] as number, null);
					expect(below.has(cell)).toBe(whole.join() !== "all,all,2024");
				}
				for (let cell = 0; cell < system.cells; cell++) expect(who(cell).size).toBeGreaterThan(0);
			}),
			{ numRuns: 60 },
		);
	});

	it("owned by a center hold its records and no others", () => {
		fc.assert(
			fc.property(records, (all) => {
				const { grid, cells } = made(all);
				const system = systemOf(grid, cells, confidentialCells(grid, [cells]), () => 0, false);
				const { start, group } = system.contributions;
				for (let cell = 0; cell < system.cells; cell++) {
					const owner = system.owner?.[cell] as number;
					if (owner >= 0)
						expect(new Set(group.subarray(start[cell], start[cell + 1]))).toEqual(new Set([owner]));
				}
			}),
			{ numRuns: 40 },
		);
	});
});

describe("groups of records", () => {
	it("have one text and fingerprint, whatever the order of the records", () => {
		fc.assert(
			fc.property(records, (all) => {
				const parts = partsOfSums("engagements");
				const [one, other] = [all, [...all].reverse()].map((of) =>
					groupsText(groupRecords(of, parts)),
				) as [string, string];
				expect(fingerprintOf(one)).toBe(fingerprintOf(other));
				expect(groupsText(groupsOf(one))).toBe(one);
			}),
		);
	});

	it("another fingerprint where a record differs", () => {
		const record: CountedRecord = {
			...(SMES[2] as (typeof SMES)[number]),
			center: "a1",
			institute: null,
			inner: "EVENT",
			visibility: "CONFIDENTIAL",
			amounts: [null, null],
		};
		const of = (change: Partial<CountedRecord>) =>
			fingerprintOf(groupsText(groupRecords([{ ...record, ...change }], [100, 1])));
		const variants = [
			{},
			{ sme: "sme_9" },
			{ state: "US-A" },
			{ naics: "541" },
			{ employees: 700 },
			{ center: null },
			{ institute: "i1" },
			{ inner: "TRAINING" },
			{ visibility: "PUBLIC" },
			{ amounts: [0.01, null] },
			{ amounts: [null, 1] },
		];
		expect(new Set(variants.map(of)).size).toBe(variants.length);
	});
});
