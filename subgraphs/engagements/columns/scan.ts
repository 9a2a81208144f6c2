import type { GroupTotals, Question } from "../live-totals.ts";
import { createAdder } from "./adder.ts";
import { createCovered } from "./covered.ts";
import { firstGroups } from "./first-groups.ts";
import { outcomeTotals } from "./outcome-sums.ts";
import type { Store } from "./store.ts";
import { addGroup, createSums, hoursOf, peopleOf } from "./sums.ts";

/**
 * The totals of a store, the first groups in the question's order. Pauses after each part of the work, so that no other
 * request waits for the whole. Throws a RangeError where the groups cannot be numbered exactly.
 */
export function* scan(store: Store, question: Question): Generator<void, GroupTotals> {
	const sums = createSums(question.withAmounts);
	// Without dimensions there is one total, of nothing too.
	if (question.by.length === 0) addGroup(sums, 0);
	const covered = question.withOutcomes ? createCovered(store) : undefined;
	const { addTurn, end, valuesOf } = createAdder(store, question, sums, covered);
	for (let at = addTurn(0); at < end; at = addTurn(at)) yield;
	const first = firstGroups(sums, question.orderBy, question.limit);
	return {
		values: valuesOf(Float64Array.from(first, (group) => sums.keys[group] as number)),
		smes: Uint32Array.from(first, (group) => sums.smes[group] as number),
		engagements: Uint32Array.from(first, (group) => sums.engagements[group] as number),
		hours: Float64Array.from(first, (group) => hoursOf(sums, group)),
		people: Float64Array.from(first, (group) => peopleOf(sums, group)),
		outcomes: covered && (yield* outcomeTotals(store, covered, first, sums.size)),
	};
}
