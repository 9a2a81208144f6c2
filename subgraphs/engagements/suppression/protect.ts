import { audit } from "./audit.ts";
import { type Decision, protectArea } from "./choose.ts";
import { type Classes, classesOf } from "./classes.ts";
import { type Parts, partsOf } from "./parts.ts";
import { loadSolver, type Solver } from "./solver.ts";
import { type Protection, REASONS, type Rules, type TableSystem } from "./system.ts";
import { type Unsafe, unsafeClass } from "./unsafe.ts";

/** Systems with more classes are decided table by table, after the cells that tables share. */
const LARGE = 1500;
const SUPPRESSED_EARLIER = 2;
/** Programs that looking for a smaller choice may take in each area. */
const PRUNING = 300;

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

type Situation = { solver: Solver; classes: Classes; parts: Parts; decision: Decision };

/** Loss of each class: cells count more than what they contain. */
function weightsOf(classes: Classes, parts: Parts): Float64Array {
	const amount = parts.models[0]?.[0]?.amount as Float64Array;
	return Float64Array.from({ length: classes.count }, (_, one) =>
		Math.log2(2 + (amount[one] as number)),
	);
}

function cellsOf(classes: Classes, some: Iterable<number>): number[] {
	const wanted = new Set(some);
	return [...classes.of.keys()].filter((cell) => wanted.has(classes.of[cell] as number));
}

/** First what tables share, with all tables at hand; then each table by itself; then, with all again, what was not to be protected. */
function protectAll(situation: Situation, progress: (share: number) => void): void {
	const { classes, decision } = situation;
	const demand = (one: number) => Math.max(...(decision.unsafe.get(one)?.widths ?? [0]));
	const all = [...classes.frozen.keys()];
	const goalsAmong = (some: readonly number[]) =>
		some.filter((one) => decision.unsafe.has(one)).sort((a, b) => demand(b) - demand(a) || a - b);
	const work = situation.parts.models.length * Math.max(1, decision.unsafe.size);
	let done = 0;
	const step = () => progress(Math.min(1, ++done / work));
	const protect = (members: readonly number[], goals: readonly number[]) =>
		goals.length === 0 ? [] : protectArea(members, goals, situation, PRUNING, step).failed;
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
}

function decide(
	classes: Classes,
	parts: Parts,
	unsafeOf: (one: number) => Unsafe | undefined,
): Decision {
	const decision: Decision = {
		suppressed: new Uint8Array(classes.count),
		unsafe: new Map(),
		weight: weightsOf(classes, parts),
	};
	for (let one = 0; one < classes.count; one++) {
		const earlier = classes.frozen[one] as number;
		if (earlier === SUPPRESSED_EARLIER)
			decision.suppressed[one] = REASONS.indexOf("EARLIER_RELEASE") + 1;
		const unsafe = unsafeOf(one);
		if (!unsafe) continue;
		if (earlier !== 0 && earlier !== SUPPRESSED_EARLIER)
			throw new NotProtectable(cellsOf(classes, [one]));
		decision.unsafe.set(one, unsafe);
		decision.suppressed[one] = REASONS.indexOf(unsafe.reason) + 1;
	}
	return decision;
}

/** Audits a decision; throws NotProtectable if an interval is narrower than demanded. */
function check({ solver, classes, parts, decision }: Situation): Omit<Protection, "suppressed"> {
	const suppressed = [...decision.suppressed.keys()].filter(
		(one) => decision.suppressed[one] !== 0,
	);
	const widthOf = (one: number, part: number) => decision.unsafe.get(one)?.widths[part] ?? 0;
	const { intervals, programs } = audit(solver, classes, parts, suppressed, widthOf);
	let narrowest = Number.POSITIVE_INFINITY;
	const narrow: number[] = [];
	for (const [one, { widths }] of decision.unsafe)
		for (const [part, { lower, upper }] of (intervals.get(one) ?? []).entries()) {
			const demanded = widths[part] as number;
			if (demanded === 0) continue;
			narrowest = Math.min(narrowest, (upper - lower) / demanded);
			if (upper - lower < demanded - 1e-6) narrow.push(one);
		}
	if (narrow.length > 0) throw new NotProtectable(cellsOf(classes, narrow));
	return { audited: decision.unsafe.size, narrowest: Math.max(1, narrowest), programs };
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

/** Protects what a function calls unsafe; throws NotProtectable. */
export async function protectUnsafe(
	classes: Classes,
	parts: Parts,
	unsafeOf: (one: number) => Unsafe | undefined,
	{ progress = () => undefined }: ProtectOptions,
): Promise<Protection> {
	const solver = await loadSolver();
	const decision = decide(classes, parts, unsafeOf);
	const situation = { solver, classes, parts, decision };
	protectAll(situation, progress);
	const checked = check(situation);
	const suppressed = Uint8Array.from(classes.of, (one) =>
		one < 0 ? 0 : (decision.suppressed[one] as number),
	);
	return { ...checked, suppressed };
}
