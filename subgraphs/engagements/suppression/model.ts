import { applies, type Part } from "./parts.ts";
import { createProgram, type Row, type Solver } from "./solver.ts";
import type { Relation } from "./system.ts";

/** By how much the parts of classes differ from the truth: `by[part]` in the order of `classes`. */
export type Deviation = { classes: number[]; by: Float64Array[] };

export type ModelInput = {
	/** Parts that belong together. */
	parts: readonly Part[];
	/** Classes that can differ; all others stay as they are. */
	members: readonly number[];
	relations: readonly Relation[];
	/** What is lost if a class is suppressed. */
	weight: Float64Array;
	mayMove(one: number): boolean;
	isSuppressed(one: number): boolean;
};

/** How the amounts of classes can differ from the truth while all that is published stays as it is. Must be disposed. */
export type Model = {
	/** Classes that may fall further than they do for everybody. */
	fragile: number[];
	/**
	 * The cheapest deviation in which the parts of a class differ by `by`; null where there is none.
	 * Classes in `fixed` do not differ, those in `robust` fall only as far as they do for everybody.
	 */
	cheapest(
		goal: number,
		by: readonly number[],
		fixed: ReadonlySet<number>,
		robust: ReadonlySet<number>,
	): Deviation | null;
	/** From now on, only what is suppressed may differ. */
	onlySuppressed(): void;
	/** A class is suppressed now, or published again: its prices and limits follow. */
	update(one: number): void;
	solved(): number;
	dispose(): void;
};

/** Each part of a class has three columns: up, down as far as it falls for everybody, and down beyond that. */
type Columns = [up: number, down: number, fragile: number];
const COLUMNS = 3;
const STILL: Columns = [0, 0, 0];
/** Moving what is suppressed anyway costs next to nothing, but something, so that it moves no more than it must. */
const LITTLE = 1e-4;
const FRAGILE_SHARE = 0.1;
const TOLERANCE = 1e-6;

/** Rows of a model: sums over the columns of parts of classes. */
function rowsOver({ parts, members }: ModelInput) {
	const place = new Map(members.map((one, at) => [one, at]));
	const column = (part: number, one: number) =>
		((place.get(one) as number) * parts.length + part) * COLUMNS;

	function add(row: Row, some: readonly number[], one: number, sign: number): void {
		if (!place.has(one)) return;
		for (const part of some) {
			const at = column(part, one);
			row.columns.push(at, at + 1, at + 2);
			row.coefficients.push(sign, -sign, -sign);
		}
	}

	/** Children minus parent, of some parts. */
	function sum(some: readonly number[], { parent, children }: Relation, low: number, high: number) {
		const row: Row = { columns: [], coefficients: [], lower: low, upper: high };
		for (const child of children) add(row, some, child, 1);
		add(row, some, parent, -1);
		return row;
	}
	return { place, column, sum };
}

export function createModel(solver: Solver, input: ModelInput): Model {
	const { parts, members, relations, weight, mayMove, isSuppressed } = input;
	const { place, column, sum } = rowsOver(input);
	const counts = parts[0]?.role === "contributors";
	let suppressedOnly = false;

	function prices(one: number): Columns {
		const loss = weight[one] as number;
		return isSuppressed(one)
			? [LITTLE, LITTLE, LITTLE + FRAGILE_SHARE * loss]
			: [loss, loss, (1 + FRAGILE_SHARE) * loss];
	}

	function limits(part: number, one: number): Columns {
		if (!mayMove(one) || (suppressedOnly && !isSuppressed(one))) return STILL;
		const { amount, least, robust } = parts[part] as Part;
		if (!applies(parts[part] as Part, one)) return STILL;
		const fall = Math.max(0, (amount[one] as number) - (least[one] as number));
		const safe = Math.min(fall, robust[one] as number);
		return [Number.POSITIVE_INFINITY, safe, fall - safe];
	}

	/** What holds exactly: records and sums add up, and contributors where each is in one child. */
	function equalities(relation: Relation): Row[] {
		// A measure that does not apply to the parent says nothing of its children.
		if (!applies(parts[0] as Part, relation.parent)) return [];
		const rows = [sum(counts ? [0, 1] : [0], relation, 0, 0)];
		if (counts && relation.byContributor) rows.push(sum([0], relation, 0, 0));
		return rows.filter((row) => row.columns.length > 0);
	}

	const size = members.length * parts.length * COLUMNS;
	const upper = new Float64Array(size);
	const costs = new Float64Array(size);
	for (const one of members)
		parts.forEach((_, part) => {
			upper.set(limits(part, one), column(part, one));
			costs.set(prices(one), column(part, one));
		});
	const bounds = { lower: new Float64Array(size), upper, costs };
	const program = createProgram(solver, bounds, relations.flatMap(equalities), "bounds");
	/** Where the class stands among those that can differ; -1 if it cannot. */
	const placeOf = (one: number) => place.get(one) ?? -1;
	const overlapping = (counts ? relations.filter(({ byContributor }) => !byContributor) : []).map(
		(relation) => ({
			relation,
			parentAt: placeOf(relation.parent),
			childrenAt: Int32Array.from(relation.children, placeOf),
		}),
	);

	/**
	 * Bounds of contributors that a deviation breaks: no child has more than its parent, and the parent no more than all children.
	 * There are many and few matter, so they become rows when they are needed.
	 */
	function broken(contributors: Float64Array): Row[] {
		const amount = parts[0]?.amount as Float64Array;
		const moved = (at: number) => (at < 0 ? 0 : (contributors[at] as number));
		const rows: Row[] = [];
		for (const { relation, parentAt, childrenAt } of overlapping) {
			const { parent, children } = relation;
			const total = amount[parent] as number;
			const risen = moved(parentAt);
			let surplus = -total;
			let change = -risen;
			for (let number = 0; number < children.length; number++) {
				const child = children[number] as number;
				const gap = total - (amount[child] as number);
				const own = moved(childrenAt[number] as number);
				surplus += amount[child] as number;
				change += own;
				if (own - risen > gap + TOLERANCE)
					rows.push(sum([0], { parent, children: [child] }, Number.NEGATIVE_INFINITY, gap));
			}
			if (change < -surplus - TOLERANCE)
				rows.push(sum([0], { parent, children }, -surplus, Number.POSITIVE_INFINITY));
		}
		return rows;
	}

	const read = (values: Float64Array) =>
		parts.map((_, part) => {
			const by = new Float64Array(members.length);
			for (let at = 0; at < by.length; at++) {
				const from = (at * parts.length + part) * COLUMNS;
				const [up, down, fragile] = [values[from], values[from + 1], values[from + 2]] as Columns;
				by[at] = up - down - fragile;
			}
			return by;
		});

	function solve(): Float64Array[] | null {
		for (;;) {
			const values = program.minimize();
			if (!values) return null;
			const by = read(values);
			const rows = counts ? broken(by[0] as Float64Array) : [];
			if (rows.length === 0) return by;
			for (const row of rows) program.addRow(row);
		}
	}

	function bound(part: number, one: number, low: Columns, high: Columns): void {
		const at = column(part, one);
		for (let number = 0; number < COLUMNS; number++)
			program.setBounds(at + number, low[number] as number, high[number] as number);
	}

	/** Columns that make a part of a class differ by an amount; null if it cannot fall that far. */
	function differing(part: number, one: number, by: number, robustly: boolean): Columns | null {
		const [, down, fragile] = limits(part, one);
		const fall = Math.max(0, -by);
		if (fall > down + (robustly ? 0 : fragile) + TOLERANCE) return null;
		const safe = Math.min(fall, down);
		return [Math.max(0, by), safe, fall - safe];
	}

	function moved(by: Float64Array[]): Deviation {
		const at: number[] = [];
		for (let number = 0; number < members.length; number++)
			if (by.some((part) => Math.abs(part[number] as number) > TOLERANCE)) at.push(number);
		return {
			classes: at.map((number) => members[number] as number),
			by: by.map((part) => Float64Array.from(at, (number) => part[number] as number)),
		};
	}

	const update = (one: number) => {
		if (!place.has(one)) return;
		parts.forEach((_, part) => {
			const at = column(part, one);
			prices(one).forEach((price, number) => {
				program.setCost(at + number, price);
			});
			bound(part, one, STILL, limits(part, one));
		});
	};

	return {
		fragile: members.filter((one) => parts.some((_, part) => limits(part, one)[2] > 0)),
		cheapest(goal, by, fixed, robust) {
			const goals = parts.map((_, part) =>
				differing(part, goal, by[part] as number, robust.has(goal)),
			);
			if (goals.includes(null)) return null;
			const changed = new Set([...robust, ...fixed].filter((one) => place.has(one)));
			changed.delete(goal);
			for (const one of changed)
				parts.forEach((_, part) => {
					const [up, down] = fixed.has(one) ? STILL : limits(part, one);
					bound(part, one, STILL, [up, down, 0]);
				});
			goals.forEach((columns, part) => {
				bound(part, goal, columns as Columns, columns as Columns);
			});
			const found = solve();
			for (const one of [goal, ...changed])
				parts.forEach((_, part) => {
					bound(part, one, STILL, limits(part, one));
				});
			return found && moved(found);
		},
		onlySuppressed() {
			suppressedOnly = true;
			for (const one of members)
				if (!isSuppressed(one))
					parts.forEach((_, part) => {
						bound(part, one, STILL, STILL);
					});
		},
		update,
		solved: () => program.solved,
		dispose: () => program.dispose(),
	};
}
