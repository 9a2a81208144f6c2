import { describe, expect, it } from "vitest";
import { audit } from "../../subgraphs/engagements/suppression/audit.ts";
import { classesOf } from "../../subgraphs/engagements/suppression/classes.ts";
import { partsOf } from "../../subgraphs/engagements/suppression/parts.ts";
import { protectUnsafe } from "../../subgraphs/engagements/suppression/protect.ts";
import { demandedWidth, unsafeSum } from "../../subgraphs/engagements/suppression/safety.ts";
import { loadSolver } from "../../subgraphs/engagements/suppression/solver.ts";
import { FLOORS } from "../../subgraphs/engagements/suppression/system.ts";
import { contributionsTo, readExample, systemOf } from "../support/disclosure-examples.ts";

/** Intervals of the suppressed cells of a pattern for whoever knows all published cells. */
async function intervalsOf(system: ReturnType<typeof systemOf>, suppressed: number[]) {
	const classes = classesOf(system);
	const parts = partsOf(system, classes, false);
	const of = suppressed.map((cell) => classes.of[cell] as number);
	const solver = await loadSolver();
	const { intervals } = audit(
		solver,
		classes,
		parts,
		[...new Set(of)],
		() => Number.POSITIVE_INFINITY,
	);
	return of.map((one) => intervals.get(one)?.[0] as { lower: number; upper: number });
}

describe("unsafe cells of the published examples", () => {
	const noDominance = { ...FLOORS, maxShare: 1, priorPercent: 0 };

	it("are the same where one contributor is too few", () => {
		for (const cell of readExample("mag_few_maxN1")) {
			const reason = unsafeSum(contributionsTo(cell), 2, noDominance, 0);
			expect(reason === "FEW_CONTRIBUTORS", `${cell.row} ${cell.column}`).toBe(cell.primary);
		}
	});

	it("are the same where one contributor has over 80 %", () => {
		for (const cell of readExample("mag_dom_1_80")) {
			const rules = { ...noDominance, maxShare: 0.8 };
			const reason = unsafeSum(contributionsTo(cell), 1, rules, 0);
			expect(reason === "DOMINANCE", `${cell.row} ${cell.column}`).toBe(cell.primary);
		}
	});
});

it("works out the intervals that lpSolve works out of the same pattern", async () => {
	const cells = readExample("mag_dom_1_80_intervals");
	const suppressed = [...cells.keys()].filter((cell) => cells[cell]?.suppressed);
	const found = await intervalsOf(systemOf(cells, false), suppressed);
	const published = suppressed.filter((cell) => cells[cell]?.lower !== undefined);
	expect(published.length).toBe(4);
	for (const cell of published) {
		const { lower, upper } = found[suppressed.indexOf(cell)] as (typeof found)[number];
		expect(lower).toBeCloseTo(cells[cell]?.lower as number, 6);
		expect(upper).toBeCloseTo(cells[cell]?.upper as number, 6);
	}
});

const EXAMPLES = [
	{ name: "small_table1_maxN1", counts: true },
	{ name: "small_table2_hier_maxN2", counts: true },
	{ name: "small_table7_zeros_maxN2", counts: true },
	{ name: "mag_few_maxN1", counts: false },
	{ name: "mag_dom_1_80", counts: false },
	{ name: "mag_dom_hier_80_99", counts: false },
];

describe.each(EXAMPLES)("the choice of other cells in $name", ({ name, counts }) => {
	it("protects every unsafe cell and loses no more than the published one", async () => {
		const cells = readExample(name);
		const system = systemOf(cells, counts);
		const classes = classesOf(system);
		const parts = partsOf(system, classes, false);
		const unsafe = new Set(
			[...cells.keys()]
				.filter((cell) => cells[cell]?.primary)
				.map((cell) => classes.of[cell] as number),
		);
		const widthOf = (one: number) => {
			const cell = cells[classes.cell[one] as number] as (typeof cells)[number];
			return counts ? 1 : Math.max(0.1, demandedWidth(contributionsTo(cell), false, FLOORS));
		};
		const unsafeOf = (one: number) =>
			unsafe.has(one) ? { reason: "FEW_CONTRIBUTORS" as const, widths: [widthOf(one)] } : undefined;
		const { suppressed } = await protectUnsafe(classes, parts, unsafeOf, {});
		const ours = [...cells.keys()].filter((cell) => suppressed[cell] !== 0);
		const theirs = [...cells.keys()].filter((cell) => cells[cell]?.suppressed);
		expect(ours.length).toBeLessThanOrEqual(theirs.length * 1.1);
		const intervals = await intervalsOf(system, ours);
		for (const [at, cell] of ours.entries()) {
			const { lower, upper } = intervals[at] as (typeof intervals)[number];
			expect(lower).toBeLessThanOrEqual(cells[cell]?.value as number);
			if (unsafe.has(classes.of[cell] as number))
				expect(upper - lower).toBeGreaterThanOrEqual(widthOf(classes.of[cell] as number) - 1e-6);
		}
	});
});

describe("the examples of the Handbook on Statistical Disclosure Control", () => {
	it("1a: one hidden child under a published parent is recovered, unless another is suppressed", async () => {
		const value = (row: string, amount: number) => ({
			row,
			column: "all",
			value: amount,
			primary: false,
			suppressed: false,
		});
		const cells = [
			value("Total", 56600),
			value("one", 998),
			value("two", 47600),
			value("three", 8002),
		];
		const [alone] = await intervalsOf(systemOf(cells, false), [1]);
		expect(alone).toEqual({ lower: 998, upper: 998 });
		const [two] = await intervalsOf(systemOf(cells, false), [1, 3]);
		expect(two?.lower).toBeCloseTo(0);
		expect(two?.upper).toBeCloseTo(9000);
	});

	it("3: intervals of Geurts 1992, table 10", async () => {
		const rows = [
			[null, null, 7],
			[null, null, 3],
			[3, 3, 6],
		];
		const truth = [
			[4, 3, 7],
			[2, 1, 3],
		];
		const cells = rows.flatMap((row, number) =>
			row.map((value, column) => ({
				row: `r${number}`,
				column: `c${column}`,
				value: value ?? (truth[number]?.[column] as number),
				primary: false,
				suppressed: value === null,
			})),
		);
		const totals = [9, 7, 16].map((value, column) => ({
			row: "Total",
			column: `c${column}`,
			value,
			primary: false,
			suppressed: false,
		}));
		const system = systemOf([...cells, ...totals], true);
		const at = (row: number, column: number) => row * 3 + column;
		system.relations = [
			...[0, 1, 2].map((row) => ({ parent: at(row, 2), children: [at(row, 0), at(row, 1)] })),
			...[0, 1, 2].map((column) => ({
				parent: at(3, column),
				children: [at(0, column), at(1, column), at(2, column)],
			})),
		];
		const found = await intervalsOf(system, [at(0, 0), at(0, 1), at(1, 0), at(1, 1)]);
		expect(found).toEqual([
			{ lower: 3, upper: 6 },
			{ lower: 1, upper: 4 },
			{ lower: 0, upper: 3 },
			{ lower: 0, upper: 3 },
		]);
	});

	it("4: a dominated sum must leave its largest contribution below the share", () => {
		const amounts = [300, 20, 10];
		const rules = { ...FLOORS, maxShare: 0.85, priorPercent: 0 };
		expect(unsafeSum(amounts, 1, rules, 0)).toBe("DOMINANCE");
		expect(330 + demandedWidth(amounts, false, rules)).toBeCloseTo(352.94, 2);
	});
});
