import type { Classes } from "./classes.ts";
import type { Deviation } from "./model.ts";
import { applies, type Part, type Parts } from "./parts.ts";
import { areWhole, createProgram, type Program, type Row, type Solver } from "./solver.ts";

/** What everybody can work out of a part of a suppressed class: it lies between these. */
type Interval = { lower: number; upper: number };

/** What an audit found: intervals of each suppressed class, in the order of all parts. Intervals that were seen wide enough may be wider still. */
export type Audit = {
	intervals: Map<number, Interval[]>;
	/** Classes with an interval that is narrower than demanded. */
	narrow: number[];
	programs: number;
};

/** An amount beyond this multiple of the largest is as good as any. */
const BEYOND = 10;
const TOLERANCE = 1e-6;
const WHOLE_SECONDS = 2;
/** Intervals that are wider than demanded by less than this are near the limit: there, only whole numbers count. */
const NEAR = 1;

type Demand = (one: number, part: number) => number;

type Known = {
	program: Program;
	column(one: number, part: number): number;
	/** Whether values of all columns keep every bound and row. */
	holds(values: Float64Array): boolean;
	/** Makes a column differ by an amount, and no longer. */
	fix(at: number, by: number): void;
	release(at: number): void;
};

/** All that is known of the suppressed classes of parts that belong together: one column for each part of each class, its difference from the truth. */
function programOf(
	solver: Solver,
	parts: readonly Part[],
	suppressed: readonly number[],
	classes: Classes,
): Known {
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
	const within = (value: number, low: number, high: number) =>
		value >= low - TOLERANCE && value <= high + TOLERANCE;
	const holds = (values: Float64Array) =>
		values.every((value, at) => within(value, lower[at] as number, upper[at] as number)) &&
		rows.every(({ columns, coefficients, lower: low, upper: high }) => {
			let sum = 0;
			for (const [at, of] of columns.entries())
				sum += (coefficients[at] as number) * (values[of] as number);
			return within(sum, low, high);
		});
	const program = createProgram(solver, bounds, rows, "costs");
	const fix = (at: number, by: number) => program.setBounds(at, by, by);
	const release = (at: number) => program.setBounds(at, lower[at] as number, upper[at] as number);
	return { program, column, holds, fix, release };
}

function auditParts(
	solver: Solver,
	parts: readonly Part[],
	suppressed: readonly number[],
	classes: Classes,
	demand: Demand,
	shown: readonly Deviation[],
	found: Map<number, Interval[]>,
	narrow: Set<number>,
): number {
	const applicable = suppressed.filter((one) => parts.some((part) => applies(part, one)));
	if (applicable.length === 0) return 0;
	const { program, column, holds, fix, release } = programOf(solver, parts, applicable, classes);
	const audited = new Set(applicable);
	const size = applicable.length * parts.length;
	const whole = parts.every((part) => part.whole);
	const seen = () => ({ low: new Float64Array(size), high: new Float64Array(size) });
	/** What solutions show: any of them, and those in whole numbers where the parts are whole. */
	const [all, certain] = [seen(), seen()];
	const widthIn = ({ low, high }: typeof all, at: number) =>
		(high[at] as number) - (low[at] as number);

	/** One solution shows something of every class that it moves. */
	function see(values: Float64Array): void {
		for (const { low, high } of whole && !areWhole(values) ? [all] : [all, certain])
			for (const [at, value] of values.entries()) {
				low[at] = Math.min(low[at] as number, value);
				high[at] = Math.max(high[at] as number, value);
			}
	}

	/** What the choice rests on counts only if it keeps all rows of this program, too. */
	function check({ classes: moved, by }: Deviation): void {
		if (moved.some((one) => !audited.has(one))) return;
		const values = new Float64Array(size);
		for (const [part, amounts] of by.entries())
			for (const [number, one] of moved.entries())
				values[column(one, part)] = amounts[number] as number;
		if (holds(values)) see(values);
	}

	/** Whether a column is seen to differ as much as demanded: for certain, or by so much more that whole numbers must do, too. */
	const isWide = (at: number, width: number) =>
		widthIn(certain, at) >= width - TOLERANCE || widthIn(all, at) >= width + NEAR;

	function widen(at: number, width: number): void {
		for (const sign of [-1, 1]) {
			if (isWide(at, width)) return;
			program.setCost(at, sign);
			const values = program.minimize();
			if (values) see(values);
			program.setCost(at, 0);
		}
		for (const sign of [-1, 1]) {
			if (isWide(at, width) || !Number.isFinite(width)) return;
			fix(at, -sign * width);
			const values = program.minimizeWhole(WHOLE_SECONDS);
			if (values) see(values.map(Math.round));
			release(at);
		}
	}

	try {
		for (const deviation of shown) check(deviation);
		for (const one of applicable)
			for (const part of parts.keys()) {
				const [at, width] = [column(one, part), demand(one, part)];
				widen(at, width);
				if (!isWide(at, width)) narrow.add(one);
			}
		for (const one of applicable) {
			const intervals = parts.map(({ amount }, part) => ({
				lower: (amount[one] as number) + (all.low[column(one, part)] as number),
				upper: (amount[one] as number) + (all.high[column(one, part)] as number),
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
 * `shown` are deviations, for each model, that may spare programs; they count only if they keep every row. This is on purpose
 * another formulation than that by which classes were chosen.
 */
export function audit(
	solver: Solver,
	classes: Classes,
	parts: Parts,
	suppressed: readonly number[],
	widths: (one: number, part: number) => number,
	shown: ReadonlyArray<readonly Deviation[]> = [],
): Audit {
	const intervals = new Map<number, Interval[]>();
	const narrow = new Set<number>();
	let programs = 0;
	let first = 0;
	for (const [model, some] of parts.models.entries()) {
		const found = new Map<number, Interval[]>();
		const from = first;
		programs += auditParts(
			solver,
			some,
			suppressed,
			classes,
			(one, part) => widths(one, from + part),
			shown[model] ?? [],
			found,
			narrow,
		);
		for (const one of suppressed) {
			const still = some.map(() => ({ lower: 0, upper: 0 }));
			intervals.set(one, [...(intervals.get(one) ?? []), ...(found.get(one) ?? still)]);
		}
		first += some.length;
	}
	return { intervals, narrow: [...narrow], programs };
}
