import { describe, expect, it } from "vitest";
import { classesOf } from "../../subgraphs/engagements/suppression/classes.ts";
import { partsOf } from "../../subgraphs/engagements/suppression/parts.ts";
import { protect } from "../../subgraphs/engagements/suppression/protect.ts";
import { FLOORS, type TableSystem } from "../../subgraphs/engagements/suppression/system.ts";
import { blockerOf, type Witness } from "../../subgraphs/engagements/suppression/witnesses.ts";

type Entry = { contributor: number; group: number; records: number; hours: number };

/** A system of cells, each with its contributors. */
function systemOf(cells: Entry[][], relations: TableSystem["relations"]): TableSystem {
	const entries = cells.flat();
	const start = [0];
	for (const cell of cells) start.push((start.at(-1) as number) + cell.length);
	return {
		cells: cells.length,
		relations,
		measures: [
			{ name: "manufacturers", kind: "distinct" },
			{ name: "engagements", kind: "records" },
			{ name: "hours", kind: "sum", whole: false, money: false },
		],
		contributions: {
			start: Int32Array.from(start),
			contributor: Int32Array.from(entries, ({ contributor }) => contributor),
			group: Int32Array.from(entries, ({ group }) => group),
			values: [
				Float64Array.from(entries, ({ records }) => records),
				Float64Array.from(entries, ({ hours }) => hours),
			],
		},
	};
}

const some = (from: number, count: number, hours = 0, group = -1): Entry[] =>
	Array.from({ length: count }, (_, at) => ({ contributor: from + at, group, records: 1, hours }));
const withoutHours = (entries: Entry[]) => entries.map((entry) => ({ ...entry, hours: 0 }));
const RULES = { ...FLOORS, minContributors: 4 };

describe("cells that hold the same records", () => {
	const kind = some(0, 2, 8);
	// All kinds of a place that had one kind only: hours do not apply to all kinds.
	const system = systemOf([withoutHours(kind), kind], [{ parent: 0, children: [1] }]);

	it("are one class, whose measures are those that apply to any of them", () => {
		const classes = classesOf(system);
		expect([classes.count, ...classes.of]).toEqual([1, 0, 0]);
		expect(partsOf(system, classes).models.map(([part]) => part?.amount[0])).toEqual([2, 16]);
	});

	it("are suppressed together", async () => {
		const { suppressed } = await protect(system, RULES);
		expect(suppressed[0]).toBeGreaterThan(0);
		expect(suppressed[1]).toBe(suppressed[0]);
	});
});

describe("what is suppressed", () => {
	const places = [some(0, 2), some(10, 9), some(20, 9), some(30, 9)];
	const children = [1, 2, 3, 4];
	const relations = [{ parent: 0, children, byContributor: true }];

	it("is an unsafe cell, and as many others as it takes, not their total", async () => {
		const { suppressed } = await protect(systemOf([places.flat(), ...places], relations), RULES);
		expect(suppressed[0]).toBe(0);
		expect(suppressed[1]).toBe(1);
		expect([...suppressed].filter((reason) => reason === 5).length).toBeGreaterThan(0);
	});

	it("is nothing where every cell is safe", async () => {
		const safe = places.map((_, at) => some(at * 10, 9));
		const { suppressed } = await protect(systemOf([safe.flat(), ...safe], relations), RULES);
		expect([...suppressed]).toEqual([0, 0, 0, 0, 0]);
	});

	it("stays as it was where it was published or suppressed before", async () => {
		const system = systemOf([places.flat(), ...places], relations);
		const before = await protect(system, RULES);
		system.frozen = before.suppressed.map((reason) => (reason ? 2 : 1));
		const { suppressed } = await protect(system, { ...RULES, minContributors: 10 });
		expect([...suppressed].map(Boolean)).toEqual([...before.suppressed].map(Boolean));
	});

	it("is also what a center could work out by subtracting its own records", async () => {
		const own = some(0, 8, 0, 1);
		const [other, rest] = [some(8, 1, 0, 2), some(20, 9, 0, 3)];
		const cells = [[...own, ...other, ...rest], [...own, ...other], rest];
		const { suppressed } = await protect(systemOf(cells, [{ parent: 0, children: [1, 2] }]), RULES);
		expect(suppressed[1]).toBe(4);
	});

	it("depends on nothing but the records", async () => {
		const system = systemOf([places.flat(), ...places], relations);
		expect(await protect(system, RULES)).toEqual(await protect(system, RULES));
	});
});

describe("who rules out all witnesses", () => {
	const witness = (contributors: number[], groups: number[] = []) =>
		({ contributors: new Set(contributors), groups: new Set(groups) }) as Witness;
	const nobody = { contributors: new Set<number>(), groups: new Set<number>() };
	const cases: Array<[string, Witness[], ReturnType<typeof blockerOf>]> = [
		["nobody, where one stands for all", [witness([1, 2]), witness([])], undefined],
		[
			"a contributor in all of them",
			[witness([1]), witness([1])],
			{ contributors: [1], groups: [] },
		],
		[
			"two contributors who collude",
			[witness([1]), witness([2]), witness([1, 2])],
			{ contributors: [1, 2], groups: [] },
		],
		["nobody, where it would take three", [witness([1]), witness([2]), witness([3])], undefined],
		[
			"a group in all of them",
			[witness([], [7]), witness([], [7, 8])],
			{ contributors: [], groups: [7] },
		],
	];
	it.each(cases)("%s", (_, witnesses, blocker) => {
		expect(blockerOf(witnesses, nobody)).toEqual(blocker);
	});
	it("not those whose own records it would be", () => {
		const own = { contributors: new Set([1]), groups: new Set([7]) };
		expect(blockerOf([witness([1], [7]), witness([1], [7])], own)).toBeUndefined();
	});
});
