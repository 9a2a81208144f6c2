import type { Question } from "../live-totals.ts";
import { type GroupTable, groupTable } from "./group-table.ts";
import type { Store } from "./store.ts";

/** The outcomes that cover engagements of each group, each once a group, as pairs. */
export type Covered = {
	/** The group of each row of the manufacturer that is being added, -1 if it does not count. */
	places: Int32Array;
	pairs: number;
	groups: Uint32Array;
	outcomes: Uint32Array;
	/** Pairs of outcomes that cover engagements of several manufacturers. */
	divided: GroupTable;
};

export function createCovered({ covers, manufacturers }: Store): Covered {
	const rows = manufacturers.engagements.count.reduce((most, one) => Math.max(most, one), 0);
	return {
		places: new Int32Array(rows),
		pairs: 0,
		groups: new Uint32Array(covers.used),
		outcomes: new Uint32Array(covers.used),
		divided: groupTable(Number.POSITIVE_INFINITY),
	};
}

/** 1 for the outcomes that have figures that count, and are seen. */
function countingOutcomes({ outcomes, dictionaries }: Store, { sight }: Question): Uint8Array {
	const { claims, open, center } = outcomes;
	const own = typeof sight === "object" ? dictionaries.center.codes.get(sight.center) : undefined;
	return open.map((isOpen, outcome) => {
		const isSeen =
			sight === "ALL" || isOpen === 1 || (own !== undefined && center[outcome] === own);
		return isSeen && claims.count[outcome] !== 0 ? 1 : 0;
	});
}

/** Outcomes that a group's number can be put before in a key without rounding. */
const MOST_OUTCOMES = 2 ** 26;

/** Adds the outcomes that cover the rows of a manufacturer to the groups in which these are. */
export function coverAdder(
	store: Store,
	question: Question,
	covered: Covered,
): (sme: number) => void {
	const { start, count } = store.manufacturers.covers;
	const { engagement, outcome } = store.covers.columns;
	const counting = countingOutcomes(store, question);
	const isDivided = store.outcomes.divided;
	const { places, groups, outcomes, divided } = covered;

	/** Whether a group has the outcome already; those of the manufacturer's own rows begin at `from`. */
	function isKnown(group: number, covering: number, from: number): boolean {
		if (isDivided[covering] === 1) {
			const key = group * MOST_OUTCOMES + covering;
			if (divided.find(key) !== 0) return true;
			divided.set(key, 1);
			return false;
		}
		for (let pair = from; pair < covered.pairs; pair++) if (groups[pair] === group) return true;
		return false;
	}

	return (sme) => {
		const end = (start[sme] as number) + (count[sme] as number);
		let from = covered.pairs;
		for (let at = start[sme] as number; at < end; at++) {
			const covering = outcome[at] as number;
			if (at > (start[sme] as number) && outcome[at - 1] !== covering) from = covered.pairs;
			const group = places[engagement[at] as number] as number;
			if (group < 0 || counting[covering] !== 1 || isKnown(group, covering, from)) continue;
			groups[covered.pairs] = group;
			outcomes[covered.pairs++] = covering;
		}
	};
}
