import type { Classes } from "./classes.ts";
import type { Measure, TableSystem } from "./system.ts";

/**
 * An amount of each class that adds up over relations, from which the measures follow.
 * Records are split into contributors and the further records of each, so that no class has fewer records than contributors.
 */
export type Part = {
	/** Whether it counts contributors, further records of a contributor, or is the sum of a measure. */
	role: "contributors" | "further records" | "sum";
	whole: boolean;
	/** Whether it applies to classes without any of it. */
	everywhere: boolean;
	/** Amount of each class. */
	amount: Float64Array;
	/** What everybody knows that the amount of a suppressed class is at least. */
	least: Float64Array;
	/** How far the amount may fall in the eyes of whoever knows two contributors or one group. */
	robust: Float64Array;
};

/** Who contributes how much to a class. */
export type Contributors = Map<number, Float64Array>;

export type Parts = {
	/** Each model has the parts that belong together: contributors with further records, and each sum for itself. */
	models: Part[][];
	/** Amounts of each contributor of a class, in the order of all parts. */
	byContributor(one: number): Contributors;
	/** Amounts of each group of a class; contributors of several groups count in each. */
	byGroup(one: number): Contributors;
	/** For each group, the classes of which it knows more than any two contributors. */
	leading: Map<number, Set<number>>;
	/** Whether all records of a class are of one group. */
	onlyGroup(one: number): boolean;
};

/** Amounts of a measure's records by contributor or group. */
function sumBy(
	{ contributions, measures }: TableSystem,
	cell: number,
	keys: Int32Array,
): Map<number, Float64Array> {
	const found = new Map<number, Float64Array>();
	const seen = new Set<number>();
	const counts = measures[0]?.kind === "distinct";
	const columns = contributions.values.length + (counts ? 1 : 0);
	const end = contributions.start[cell + 1] as number;
	for (let at = contributions.start[cell] as number; at < end; at++) {
		const key = keys[at] as number;
		let sums = found.get(key);
		if (!sums) {
			sums = new Float64Array(columns);
			found.set(key, sums);
		}
		contributions.values.forEach((values, measure) => {
			(sums as Float64Array)[measure + (counts ? 1 : 0)] =
				((sums as Float64Array)[measure + (counts ? 1 : 0)] as number) + (values[at] as number);
		});
		if (!counts) continue;
		// Entries of one contributor and group are one; of a contributor in several groups, one each.
		const contributor = contributions.contributor[at] as number;
		if (keys === contributions.contributor) sums[0] = 1;
		else if (!seen.has(contributor * 65_536 + key)) {
			seen.add(contributor * 65_536 + key);
			sums[0] = (sums[0] as number) + 1;
		}
	}
	if (counts)
		for (const sums of found.values())
			sums[1] = Math.max(0, (sums[1] as number) - (sums[0] as number));
	return found;
}

function emptyPart(role: Part["role"], whole: boolean, count: number, everywhere = true): Part {
	return {
		role,
		whole,
		everywhere,
		amount: new Float64Array(count),
		least: new Float64Array(count).fill(role === "contributors" ? 1 : 0),
		robust: new Float64Array(count),
	};
}

function partOf(measure: Measure, count: number): Part {
	if (measure.kind === "distinct") return emptyPart("contributors", true, count);
	if (measure.kind === "records") return emptyPart("further records", true, count);
	return emptyPart("sum", measure.whole, count, measure.everywhere ?? false);
}

/** The sum of the two largest amounts. */
function topTwo(amounts: Iterable<Float64Array>, part: number): number {
	let [first, second] = [0, 0];
	for (const sums of amounts) {
		const amount = sums[part] as number;
		if (amount > first) [first, second] = [amount, first];
		else if (amount > second) second = amount;
	}
	return first + second;
}

/** Splits the measures of a system into parts and adds them up by class. Without insiders, nobody knows more than what is published. */
export function partsOf(system: TableSystem, classes: Classes, insiders = true): Parts {
	const parts = system.measures.map((measure) => partOf(measure, classes.count));
	const contributors = new Map<number, Contributors>();
	const byContributor = (one: number) => {
		const kept = contributors.get(one);
		if (kept) return kept;
		const found = sumBy(system, classes.cell[one] as number, system.contributions.contributor);
		// The contributors of small classes are asked for again and again.
		if (found.size <= 100) contributors.set(one, found);
		return found;
	};
	const byGroup = (one: number) => {
		const found = sumBy(system, classes.cell[one] as number, system.contributions.group);
		found.delete(-1);
		return found;
	};
	const leading: Parts["leading"] = new Map();
	for (let one = 0; one < classes.count; one++) {
		const of = byContributor(one);
		const groups = byGroup(one);
		groups.delete(classes.owner[one] as number);
		if (!insiders) groups.clear();
		parts.forEach((part, number) => {
			let amount = 0;
			for (const sums of of.values()) amount += sums[number] as number;
			let known = part.least[one] as number;
			if (insiders) known = Math.max(known, topTwo(of.values(), number));
			const knownToTwo = known;
			for (const [group, sums] of groups) {
				const own = sums[number] as number;
				if (own > knownToTwo) leading.set(group, (leading.get(group) ?? new Set()).add(one));
				known = Math.max(known, own);
			}
			part.amount[one] = amount;
			part.robust[one] = Math.max(0, amount - known);
		});
	}
	const onlyGroup = (one: number) => {
		const { start, group } = system.contributions;
		const cell = classes.cell[one] as number;
		const from = start[cell] as number;
		for (let at = from; at < (start[cell + 1] as number); at++)
			if (group[at] !== group[from]) return false;
		return true;
	};
	const together = parts.filter(({ role }) => role !== "sum");
	const sums = parts.filter(({ role }) => role === "sum").map((part) => [part]);
	return {
		models: together.length > 0 ? [together, ...sums] : sums,
		byContributor,
		byGroup,
		leading,
		onlyGroup,
	};
}

/** Whether a part applies to a class. */
export function applies({ everywhere, amount }: Part, one: number): boolean {
	return everywhere || amount[one] !== 0;
}
