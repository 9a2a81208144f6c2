import {
	createProgram,
	loadSolver,
	type Row,
} from "../../subgraphs/engagements/suppression/solver.ts";

/** What the intruder is after: a column that must stay uncertain. */
export type Target = {
	cell: string;
	measure: string;
	/** How wide its interval must be. */
	demanded: number;
	truth: number;
	column: number;
	whole: boolean;
};

const EPSILON = 1e-6;
export const FREE = Number.POSITIVE_INFINITY;

/** A linear system under construction; columns that are known are numbers in its rows. */
export class System {
	readonly lower: number[] = [];
	readonly upper: number[] = [];
	readonly rows: Row[] = [];
	readonly #most: number;
	constructor(most: number) {
		this.#most = most;
	}
	column(lower: number, upper = this.#most): number {
		this.upper.push(Math.min(upper, this.#most));
		return this.lower.push(lower) - 1;
	}
	row(terms: Array<[column: number, coefficient: number]>, lower: number, upper: number): void {
		let known = 0;
		const open = terms.filter(([column, coefficient]) => {
			if (this.lower[column] !== this.upper[column]) return true;
			known += coefficient * (this.lower[column] as number);
			return false;
		});
		if (open.length === 0) {
			if (known < lower - EPSILON || known > upper + EPSILON)
				throw new Error("what is published contradicts itself");
			return;
		}
		this.rows.push({
			columns: open.map(([column]) => column),
			coefficients: open.map(([, coefficient]) => coefficient),
			lower: lower - known,
			upper: upper - known,
		});
	}
	equal(parent: number, children: readonly number[]): void {
		this.row([[parent, -1], ...children.map((child): [number, number] => [child, 1])], 0, 0);
	}
	/** Distinct manufacturers: each child has at most as many, all together at least. */
	covered(parent: number, children: readonly number[]): void {
		this.row([[parent, -1], ...children.map((child): [number, number] => [child, 1])], 0, FREE);
		for (const child of children)
			this.row(
				[
					[parent, 1],
					[child, -1],
				],
				0,
				FREE,
			);
	}
}

/** A small generator of numbers from -1 to 1, the same each time. */
function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 31 - 1;
	};
}

const ROUNDS = 20;

/** Solves for what all targets may be; those that stay narrow, with their intervals. */
export async function narrowOf(system: System, targets: readonly Target[]) {
	const [lower, upper] = [Float64Array.from(system.lower), Float64Array.from(system.upper)];
	const costs = new Float64Array(lower.length);
	const program = createProgram(await loadSolver(), { lower, upper, costs }, system.rows, "costs");
	const low = targets.map(() => FREE);
	const high = targets.map(() => -FREE);
	const solve = () => {
		const values = program.minimize();
		if (!values) throw new Error("the intruder's program has no solution");
		targets.forEach(({ column }, n) => {
			low[n] = Math.min(low[n] as number, values[column] as number);
			high[n] = Math.max(high[n] as number, values[column] as number);
		});
	};
	const interval = (n: number): [number, number] =>
		targets[n]?.whole
			? [Math.ceil((low[n] as number) - EPSILON), Math.floor((high[n] as number) + EPSILON)]
			: [low[n] as number, high[n] as number];
	const isWide = (n: number) => {
		const [from, to] = interval(n);
		return to - from >= (targets[n] as Target).demanded - EPSILON;
	};
	try {
		// One solution shows something of many cells at once.
		const random = randomFrom(targets.length + 1);
		let left = targets.length;
		for (let round = 0; left > 0 && round < ROUNDS; round++) {
			targets.forEach(({ column }, n) => {
				program.setCost(column, isWide(n) ? 0 : random());
			});
			solve();
			left = targets.filter((_, n) => !isWide(n)).length;
		}
		for (const { column } of targets) program.setCost(column, 0);
		targets.forEach(({ column }, n) => {
			for (const sign of [1, -1]) {
				if (isWide(n)) return;
				program.setCost(column, sign);
				solve();
				program.setCost(column, 0);
			}
		});
		return targets.flatMap((target, n) => {
			const [from, to] = interval(n);
			if (isWide(n)) return [];
			if (target.truth < from - 1e-4 || target.truth > to + 1e-4)
				throw new Error(`the intruder is wrong about ${target.cell}: ${from} to ${to}`);
			return [{ ...target, lower: from, upper: to }];
		});
	} finally {
		program.dispose();
	}
}
