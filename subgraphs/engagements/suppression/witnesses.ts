import type { Classes } from "./classes.ts";
import type { Deviation } from "./model.ts";
import type { Part, Parts } from "./parts.ts";

/**
 * A deviation that keeps everything published as it is, and so shows how uncertain its classes are,
 * with those who know enough to rule it out.
 */
export type Witness = Deviation & {
	/** Contributors who rule it out, alone or with another. */
	contributors: Set<number>;
	/** Groups that rule it out. */
	groups: Set<number>;
	/** Classes that fall further than they do for everybody. */
	fragile: number[];
};

const TOLERANCE = 1e-6;

/** Adds who knows too much of a class for a part of it to fall to `left`. */
function addKnowing(parts: Parts, number: number, one: number, left: number, witness: Witness) {
	const of = [...parts.byContributor(one)];
	const known = of.map(([, sums]) => sums[number] as number);
	const largest = Math.max(...known);
	of.forEach(([contributor], at) => {
		const own = known[at] as number;
		const second =
			own === largest ? Math.max(0, ...known.filter((_, other) => other !== at)) : largest;
		if (own > 0 && own + second > left + TOLERANCE) witness.contributors.add(contributor);
	});
	for (const [group, sums] of parts.byGroup(one))
		if ((sums[number] as number) > left + TOLERANCE) witness.groups.add(group);
}

/** Works out who rules out a deviation of the parts of a model; `first` is the number of its first part among all. */
export function witnessOf(
	deviation: Deviation,
	model: readonly Part[],
	first: number,
	parts: Parts,
	classes: Classes,
): Witness {
	const witness: Witness = {
		...deviation,
		contributors: new Set(),
		groups: new Set(),
		fragile: [],
	};
	deviation.classes.forEach((one, at) => {
		const owner = classes.owner[one] as number;
		if (owner >= 0) witness.groups.add(owner);
		let fragile = false;
		model.forEach((part, number) => {
			const fall = -((deviation.by[number] as Float64Array)[at] as number);
			if (fall <= (part.robust[one] as number) + TOLERANCE) return;
			fragile = true;
			addKnowing(parts, first + number, one, (part.amount[one] as number) - fall, witness);
		});
		if (fragile) witness.fragile.push(one);
	});
	return witness;
}

/** Contributors and groups whose knowledge of a class is nothing that they could learn: it is all their own. */
export type Own = { contributors: Set<number>; groups: Set<number> };

const without = (all: Set<number>, own: Set<number>) => [...all].filter((one) => !own.has(one));

/** Who rules out all of some witnesses: a group, or contributors, at most two. */
export type Blocker = { groups: number[]; contributors: number[] };

/** Somebody who rules out all of the witnesses, by what they know beyond their own; undefined if they stand for everybody. */
export function blockerOf(witnesses: readonly Witness[], own: Own): Blocker | undefined {
	const [head] = witnesses;
	if (!head) return { groups: [], contributors: [] };
	const group = without(head.groups, own.groups).find((one) =>
		witnesses.every(({ groups }) => groups.has(one)),
	);
	if (group !== undefined) return { groups: [group], contributors: [] };
	for (const one of without(head.contributors, own.contributors)) {
		const rest = witnesses.filter(({ contributors }) => !contributors.has(one));
		const [next] = rest;
		if (!next) return { groups: [], contributors: [one] };
		const other = without(next.contributors, own.contributors).find((two) =>
			rest.every(({ contributors }) => contributors.has(two)),
		);
		if (other !== undefined) return { groups: [], contributors: [one, other] };
	}
	return undefined;
}

/** Whose alone the records of a class are. */
export function ownOf(parts: Parts, one: number): Own {
	const contributors = [...parts.byContributor(one).keys()];
	return {
		contributors: new Set(contributors.length === 1 ? contributors : []),
		groups: new Set(parts.onlyGroup(one) ? parts.byGroup(one).keys() : []),
	};
}

/** Whether a witness moves each part of a class as far as is demanded, all in one direction. */
export function isWide(witness: Witness, one: number, widths: readonly number[]): boolean {
	const at = witness.classes.indexOf(one);
	const moves = widths.map((_, part) => (witness.by[part] as Float64Array)[at] as number);
	const covers = (sign: number) =>
		widths.every((width, part) => sign * (moves[part] as number) >= width - TOLERANCE);
	return covers(1) || covers(-1);
}
