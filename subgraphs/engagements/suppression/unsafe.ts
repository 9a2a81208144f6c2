import type { Classes } from "./classes.ts";
import type { Contributors, Parts } from "./parts.ts";
import { COLLUDERS, DISTINCT_WIDTH, demandedWidth, unsafeSum } from "./safety.ts";
import { FLOORS, type Measure, type Reason, type Rules, type TableSystem } from "./system.ts";

/** Why a class must not be published, and how wide the interval of each part must be. */
export type Unsafe = { reason: Reason; widths: number[] };

/** Amounts of a measure, the largest first, without zeros. Records are contributors and their further records. */
function amountsOf(of: Contributors, measures: readonly Measure[], number: number): number[] {
	const records = measures[number]?.kind === "records";
	const amounts: number[] = [];
	for (const sums of of.values()) {
		const amount = (sums[number] as number) + (records ? (sums[0] as number) : 0);
		if (amount > 0) amounts.push(amount);
	}
	return amounts.sort((a, b) => b - a);
}

function leastOf(measure: Measure, rules: Rules): number {
	return measure.kind === "sum" && measure.money
		? rules.minMoneyContributors
		: rules.minContributors;
}

/** What contributors have outside a group. */
function outside(system: TableSystem, cell: number, group: number): Contributors {
	const { contributions, measures } = system;
	const counts = measures[0]?.kind === "distinct" ? 1 : 0;
	const found: Contributors = new Map();
	for (
		let at = contributions.start[cell] as number;
		at < (contributions.start[cell + 1] as number);
		at++
	) {
		if (contributions.group[at] === group) continue;
		const contributor = contributions.contributor[at] as number;
		const sums = found.get(contributor) ?? new Float64Array(contributions.values.length + counts);
		found.set(contributor, sums);
		if (counts && sums[0] === 0) {
			sums[0] = 1;
			sums[1] = -1;
		}
		contributions.values.forEach((values, measure) => {
			sums[measure + counts] = (sums[measure + counts] as number) + (values[at] as number);
		});
	}
	return found;
}

/** Whether what remains of a class is obviously safe once a group subtracts its own records. */
function plentyWithout(
	own: Float64Array,
	all: number[][],
	measures: readonly Measure[],
	{ maxShare, priorPercent }: Rules,
): boolean {
	return measures.every((measure, number) => {
		const amounts = all[number] as number[];
		const [first = 0, second = 0] = amounts;
		if (measure.kind === "distinct")
			return amounts.length - (own[0] as number) >= FLOORS.minMoneyContributors;
		const total = amounts.reduce((sum, amount) => sum + amount, 0);
		const ownRecords = measure.kind === "records" ? (own[0] as number) : 0;
		const left = total - (own[number] as number) - ownRecords;
		if (amounts.length > 0 && amounts.length - (own[0] as number) < FLOORS.minMoneyContributors)
			return false;
		return first <= maxShare * left && left - first - second >= (priorPercent / 100) * first;
	});
}

/** Whether a group that subtracts its own records learns what others contribute. */
function knownToGroup(
	system: TableSystem,
	cell: number,
	groups: Contributors,
	all: number[][],
	rules: Rules,
): boolean {
	for (const [group, own] of groups) {
		if (plentyWithout(own, all, system.measures, rules)) continue;
		const left = outside(system, cell, group);
		if (left.size === 0) continue;
		const unsafe = system.measures.some((measure, number) => {
			const least = leastOf(measure, FLOORS);
			return unsafeSum(amountsOf(left, system.measures, number), least, rules, 1) !== undefined;
		});
		if (unsafe) return true;
	}
	return false;
}

function widthsOf(all: number[][], measures: readonly Measure[], rules: Rules): number[] {
	return measures.map((measure, number) => {
		const amounts = all[number] as number[];
		if (measure.kind === "distinct") return DISTINCT_WIDTH;
		const width = demandedWidth(amounts, measure.kind === "records" || measure.whole, rules);
		// Records move with their contributors; only what goes beyond is asked of the further records.
		return measure.kind === "records" ? Math.max(0, width - DISTINCT_WIDTH) : width;
	});
}

/** Why a class must be suppressed by itself; undefined if it may be published. */
export function unsafeClass(
	system: TableSystem,
	classes: Classes,
	parts: Parts,
	rules: Rules,
	one: number,
): Unsafe | undefined {
	const { measures } = system;
	const of = parts.byContributor(one);
	const all = measures.map((_, number) => amountsOf(of, measures, number));
	let reason: Reason | undefined;
	for (const [number, measure] of measures.entries())
		reason ??= unsafeSum(all[number] as number[], leastOf(measure, rules), rules, COLLUDERS);
	if (!reason) {
		const cell = classes.cell[one] as number;
		if (knownToGroup(system, cell, parts.byGroup(one), all, rules)) reason = "KNOWN_TO_A_CENTER";
	}
	return reason && { reason, widths: widthsOf(all, measures, rules) };
}
