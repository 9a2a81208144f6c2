import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { audit } from "./audit.ts";
import { type Decision, protectArea } from "./choose.ts";
import { type Classes, classesOf } from "./classes.ts";
import { type Parts, partsOf } from "./parts.ts";
import { loadSolver, type Solver } from "./solver.ts";
import { type Protection, REASONS, type Rules, type TableSystem } from "./system.ts";
import { type Unsafe, unsafeClass } from "./unsafe.ts";
import type { Witness } from "./witnesses.ts";

/** Systems with more classes are decided table by table, after the cells that tables share. */
const LARGE = 1500;
const PUBLISHED_EARLIER = 1;
const SUPPRESSED_EARLIER = 2;
/** Programs that looking for a smaller choice may take in each area. */
const PRUNING = 300;
/** Systems with no more classes are decided several times, with weights and orders that differ. */
const SMALL = 200;
const ATTEMPTS = 8;
const MOST_ROUNDS = 3;

/** Unsafe cells cannot be protected, whatever else is suppressed. */
export class NotProtectable extends Error {
	constructor(readonly cells: number[]) {
		super(`${cells.length} cells cannot be protected`);
	}
}

export type ProtectOptions = {
	/** Told the share of unsafe cells that are protected, 0 to 1. */
	progress?(share: number): void;
	/** Whether contributors and groups know their own records: only worked examples leave this out. */
	insiders?: boolean;
};

type Choice = { decision: Decision; witnesses: Witness[][] };
type Situation = { solver: Solver; classes: Classes; parts: Parts; decision: Decision };

/** How many levels of children each class has. */
function heightsOf(classes: Classes): Uint8Array {
	const heights = new Uint8Array(classes.count);
	for (let changed = true; changed; ) {
		changed = false;
		for (const { parent, children } of classes.relations) {
			const height = 1 + Math.max(...children.map((child) => heights[child] as number));
			if (height <= (heights[parent] as number)) continue;
			heights[parent] = height;
			changed = true;
		}
	}
	return heights;
}

/** Loss of each class: the more it contains, and the more levels it sums up, the more it is missed. */
function weightsOf(classes: Classes, parts: Parts): Float64Array {
	const amount = parts.models[0]?.[0]?.amount as Float64Array;
	const heights = heightsOf(classes);
	return Float64Array.from(
		heights,
		(height, one) => (1 + height) * Math.log2(2 + (amount[one] as number)),
	);
}

function cellsOf(classes: Classes, some: Iterable<number>): number[] {
	const wanted = new Set(some);
	return [...classes.of.keys()].filter((cell) => wanted.has(classes.of[cell] as number));
}

/** First what tables share, with all tables at hand; then each table by itself; then, with all again, what was not to be protected. */
function protectAll(situation: Situation, progress: (share: number) => void): Witness[][] {
	const { classes, decision } = situation;
	const demand = (one: number) => Math.max(...(decision.unsafe.get(one)?.widths ?? [0]));
	const all = [...classes.frozen.keys()];
	const goalsAmong = (some: readonly number[]) =>
		some.filter((one) => decision.unsafe.has(one)).sort((a, b) => demand(b) - demand(a) || a - b);
	const work = situation.parts.models.length * Math.max(1, decision.unsafe.size);
	let done = 0;
	const step = () => progress(Math.min(1, ++done / work));
	const witnesses: Witness[][] = situation.parts.models.map(() => []);
	const protect = (members: readonly number[], goals: readonly number[]) => {
		if (goals.length === 0) return [];
		const area = protectArea(members, goals, situation, PRUNING, step);
		for (const [model, found] of area.witnesses.entries()) witnesses[model]?.push(...found);
		return area.failed;
	};
	const inTable = (table: number) => all.filter((one) => classes.table[one] === table);
	const failed: number[] = [];
	if (classes.count <= LARGE) failed.push(...protect(all, goalsAmong(all)));
	else {
		failed.push(...protect(all, goalsAmong(inTable(-1))));
		for (const table of new Set(classes.table))
			if (table !== -1) failed.push(...protect(inTable(table), goalsAmong(inTable(table))));
	}
	const left = failed.length > 0 ? protect(all, failed) : [];
	if (left.length > 0) throw new NotProtectable(cellsOf(classes, left));
	return witnesses;
}

/** What is unsafe by itself, and nothing else yet. */
function decide(
	classes: Classes,
	unsafe: ReadonlyMap<number, Unsafe>,
	weight: Float64Array,
): Decision {
	const suppressed = new Uint8Array(classes.count);
	for (let one = 0; one < classes.count; one++) {
		const reason = unsafe.get(one)?.reason;
		if (classes.frozen[one] === SUPPRESSED_EARLIER)
			suppressed[one] = REASONS.indexOf("EARLIER_RELEASE") + 1;
		if (reason) suppressed[one] = REASONS.indexOf(reason) + 1;
	}
	return { suppressed, unsafe, weight };
}

/** Classes that hang together by relations with one that is to be decided. */
function undecided(classes: Classes): Uint8Array {
	const open = Uint8Array.from(classes.frozen, (frozen) => (frozen === 0 ? 1 : 0));
	for (let changed = true; changed; ) {
		changed = false;
		for (const { parent, children } of classes.relations) {
			const all = [parent, ...children];
			if (!all.some((one) => open[one]) || all.every((one) => open[one])) continue;
			for (const one of all) open[one] = 1;
			changed = true;
		}
	}
	return open;
}

/**
 * Unsafe classes that are to be protected. What was published earlier, under weaker rules, stays known; and what hangs together
 * only with what was decided earlier is protected as it was then.
 */
function unsafeAmong(classes: Classes, unsafeOf: (one: number) => Unsafe | undefined) {
	const unsafe = new Map<number, Unsafe>();
	const open = undecided(classes);
	for (let one = 0; one < classes.count; one++) {
		const decided = classes.frozen[one] === PUBLISHED_EARLIER || !open[one];
		const found = decided ? undefined : unsafeOf(one);
		if (found) unsafe.set(one, found);
	}
	return unsafe;
}

/** The best of some attempts to protect unsafe classes. */
function choose(
	situation: Omit<Situation, "decision">,
	unsafe: ReadonlyMap<number, Unsafe>,
	progress: (share: number) => void,
): Choice {
	const { classes, parts } = situation;
	const weight = weightsOf(classes, parts);
	const random = xoroshiro128plus(1);
	const lossOf = ({ suppressed }: Decision) =>
		suppressed.reduce((sum, reason, one) => sum + (reason ? (weight[one] as number) : 0), 0);
	const attempts = classes.count <= SMALL ? ATTEMPTS : 1;
	let best: Choice | undefined;
	for (let attempt = 0; attempt < attempts; attempt++) {
		const weights =
			attempt === 0 ? weight : weight.map((loss) => loss * (0.5 + uniformFloat64(random)));
		const decision = decide(classes, unsafe, weights);
		const step = (share: number) => progress((attempt + share) / attempts);
		const witnesses = protectAll({ ...situation, decision }, step);
		if (!best || lossOf(decision) < lossOf(best.decision)) best = { decision, witnesses };
	}
	return best as Choice;
}

/** Audits a decision; `narrow` are the classes whose intervals are narrower than demanded. */
function check(
	{ solver, classes, parts, decision }: Situation,
	unsafe: ReadonlyMap<number, Unsafe>,
	shown: Witness[][],
): Omit<Protection, "suppressed"> & { narrow: number[] } {
	const suppressed = [...decision.suppressed.keys()].filter(
		(one) => decision.suppressed[one] !== 0,
	);
	const widthOf = (one: number, part: number) => unsafe.get(one)?.widths[part] ?? 0;
	const { intervals, narrow, programs } = audit(solver, classes, parts, suppressed, widthOf, shown);
	let narrowest = Number.POSITIVE_INFINITY;
	for (const [one, { widths }] of unsafe)
		for (const [part, { lower, upper }] of (intervals.get(one) ?? []).entries())
			if (widths[part] !== 0)
				narrowest = Math.min(narrowest, (upper - lower) / (widths[part] as number));
	return { audited: unsafe.size, narrowest: Math.max(1, narrowest), programs, narrow };
}

/**
 * Decides which cells of a system to suppress: those that the rules call unsafe and, at the least loss, as many others as
 * it takes so that nobody can work them out - the public, a group that knows its own records, or two contributors
 * who collude. Ends with an audit of all suppressed cells. Throws NotProtectable.
 */
export async function protect(
	system: TableSystem,
	rules: Rules,
	options: ProtectOptions = {},
): Promise<Protection> {
	const classes = classesOf(system);
	const parts = partsOf(system, classes, options.insiders ?? true);
	const unsafeOf = (one: number) => unsafeClass(system, classes, parts, rules, one);
	return protectUnsafe(classes, parts, unsafeOf, options);
}

/** Chooses and audits; where whole numbers leave an interval too narrow, chooses again with more demanded of it. */
function chooseAndCheck(
	situation: Omit<Situation, "decision">,
	unsafe: ReadonlyMap<number, Unsafe>,
	progress: (share: number) => void,
) {
	const demanded = new Map(unsafe);
	for (let round = 1; ; round++) {
		const { decision, witnesses } = choose(situation, demanded, progress);
		const { narrow, ...checked } = check({ ...situation, decision }, unsafe, witnesses);
		if (narrow.length === 0) return { decision, checked };
		if (round === MOST_ROUNDS) throw new NotProtectable(cellsOf(situation.classes, narrow));
		for (const one of narrow) {
			const { reason, widths } = demanded.get(one) as Unsafe;
			demanded.set(one, { reason, widths: widths.map((width) => (width === 0 ? 0 : width + 1)) });
		}
	}
}

/** Protects what a function calls unsafe; throws NotProtectable. */
export async function protectUnsafe(
	classes: Classes,
	parts: Parts,
	unsafeOf: (one: number) => Unsafe | undefined,
	{ progress = () => undefined }: ProtectOptions,
): Promise<Protection> {
	const solver = await loadSolver();
	const unsafe = unsafeAmong(classes, unsafeOf);
	const { decision, checked } = chooseAndCheck({ solver, classes, parts }, unsafe, progress);
	const suppressed = Uint8Array.from(classes.of, (one) =>
		one < 0 ? 0 : (decision.suppressed[one] as number),
	);
	return { ...checked, suppressed };
}
