import type { Classes } from "./classes.ts";
import { applies, type Part, type Parts } from "./parts.ts";
import { createProgram, type Program, type Row, type Solver } from "./solver.ts";

/** What everybody can work out of a part of a suppressed class: it lies between these. */
export type Interval = { lower: number; upper: number };

/** What an audit found: intervals of each suppressed class, in the order of all parts. Intervals that were seen wide enough may be wider still. */
export type Audit = { intervals: Map<number, Interval[]>; programs: number };

/** An amount beyond this multiple of the largest is as good as any. */
const BEYOND = 10;
const TOLERANCE = 1e-6;
const WHOLE_SECONDS = 2;

type Demand = (one: number, part: number) => number;

/** All that is known of the suppressed classes of parts that belong together: one column for each part of each class, its difference from the truth. */
function programOf(
	solver: Solver,
	parts: readonly Part[],
	suppressed: readonly number[],
	classes: Classes,
): { program: Program; column: (one: number, part: number) => number } {
	const place = new Map(suppressed.map((one, at) => [one, at]));
	const column = (one: number, part: number) => (place.get(one) as number) * parts.length + part;
	const lower = new Float64Array(suppressed.length * parts.length);
	const upper = new Float64Array(lower.length);
	for (const [number, { amount, least }] of parts.entries()) {
		const most = BEYOND * (10 + amount.reduce((max, value) => Math.max(max, value), 0));
		for (const one of suppressed) {
			lower[column(one, number)] = (least[one] as number) - (amount[one] as number);
			upper[column(one, number)] = most;
		}
	}
	const rows: Row[] = [];
	const add = (some: number[], signs: Array<[number, number]>, low: number, high: number) => {
		const row: Row = { columns: [], coefficients: [], lower: low, upper: high };
		for (const [one, sign] of signs)
			if (place.has(one))
				for (const part of some) {
					row.columns.push(column(one, part));
					row.coefficients.push(sign);
				}
		if (row.columns.length > 0) rows.push(row);
	};
	const counts = parts[0]?.role === "contributors";
	const amount = parts[0]?.amount as Float64Array;
	for (const { parent, children, byContributor } of classes.relations) {
		const total = amount[parent] as number;
		const all: Array<[number, number]> = children.map((child) => [child, 1]);
		all.push([parent, -1]);
		if (!counts) {
			if (applies(parts[0] as Part, parent)) add([0], all, 0, 0);
			continue;
		}
		add([0, 1], all, 0, 0);
		if (byContributor) {
			add([0], all, 0, 0);
			continue;
		}
		const sum = children.reduce((value, child) => value + (amount[child] as number), 0);
		add([0], all, total - sum, Number.POSITIVE_INFINITY);
		for (const child of children) {
			const gap = total - (amount[child] as number);
			add(
				[0],
				[
					[child, 1],
					[parent, -1],
				],
				Number.NEGATIVE_INFINITY,
				gap,
			);
		}
	}
	const bounds = { lower, upper, costs: new Float64Array(lower.length) };
	return { program: createProgram(solver, bounds, rows, "costs"), column };
}

const isWhole = (value: number) => Math.abs(value - Math.round(value)) < TOLERANCE;

function auditParts(
	solver: Solver,
	parts: readonly Part[],
	suppressed: readonly number[],
	classes: Classes,
	demand: Demand,
	found: Map<number, Interval[]>,
): number {
	const applicable = suppressed.filter((one) => parts.some((part) => applies(part, one)));
	if (applicable.length === 0) return 0;
	const { program, column } = programOf(solver, parts, applicable, classes);
	const size = applicable.length * parts.length;
	const [low, high] = [new Float64Array(size), new Float64Array(size)];
	const whole = parts.every((part) => part.whole);

	/** One solution shows something of every class that it moves. */
	function see(values: Float64Array): void {
		if (whole && !values.every(isWhole)) return;
		values.forEach((value, at) => {
			low[at] = Math.min(low[at] as number, value);
			high[at] = Math.max(high[at] as number, value);
		});
	}

	function extreme(at: number, sign: number): void {
		program.setCost(at, sign);
		const values = program.minimize();
		if (values && (!whole || values.every(isWhole))) see(values);
		else {
			const wholes = program.minimizeWhole(WHOLE_SECONDS);
			if (wholes) see(wholes.map(Math.round));
		}
		program.setCost(at, 0);
	}

	try {
		for (const one of applicable)
			for (const part of parts.keys()) {
				const at = column(one, part);
				for (const sign of [-1, 1])
					if ((high[at] as number) - (low[at] as number) < demand(one, part) - TOLERANCE)
						extreme(at, sign);
			}
		for (const one of applicable) {
			const intervals = parts.map(({ amount }, part) => ({
				lower: (amount[one] as number) + (low[column(one, part)] as number),
				upper: (amount[one] as number) + (high[column(one, part)] as number),
			}));
			found.set(one, [...(found.get(one) ?? []), ...intervals]);
		}
		return program.solved;
	} finally {
		program.dispose();
	}
}

/**
 * Works out, by linear programming over all relations at once, between what the amounts of suppressed classes lie for whoever
 * knows all that is published. `widths` says how wide each interval must be: one that is seen as wide is not widened further.
 * This is on purpose another formulation than that by which classes were chosen.
 */
export function audit(
	solver: Solver,
	classes: Classes,
	parts: Parts,
	suppressed: readonly number[],
	widths: (one: number, part: number) => number,
): Audit {
	const intervals = new Map<number, Interval[]>();
	let programs = 0;
	let first = 0;
	for (const some of parts.models) {
		const found = new Map<number, Interval[]>();
		const from = first;
		programs += auditParts(
			solver,
			some,
			suppressed,
			classes,
			(one, part) => widths(one, from + part),
			found,
		);
		for (const one of suppressed) {
			const still = some.map(() => ({ lower: 0, upper: 0 }));
			intervals.set(one, [...(intervals.get(one) ?? []), ...(found.get(one) ?? still)]);
		}
		first += some.length;
	}
	return { intervals, programs };
}
