import type { GroupTotals, Question } from "../live-totals.ts";
import { addChunk, createChunk, emptyChunk, takes } from "./chunk.ts";
import { groupingOf } from "./dimensions.ts";
import { firstGroups } from "./first-groups.ts";
import { groupTable } from "./group-table.ts";
import { coverAdder, createCovered, outcomeTotals } from "./outcome-sums.ts";
import { rowTestsOf } from "./row-tests.ts";
import { smePasses, smeTestsOf } from "./sme-tests.ts";
import type { Store } from "./store.ts";
import { addGroup, createSums, engagementsOf, hoursOf, peopleOf, smesOf } from "./sums.ts";

/** Engagements after which another request has its turn: a millisecond or two. */
const ROWS_A_TURN = 65_536;

/** The manufacturers that were asked for; undefined if all can count. */
function wantedSmes({ ids }: Store, { conditions }: Question): number[] | undefined {
	const { smeIds } = conditions;
	return smeIds && [...new Set(smeIds.flatMap((id) => ids.codes.get(id) ?? []))];
}

/**
 * The totals of a store, the first groups in the question's order. Pauses after each part of the work, so that no other
 * request waits for the whole. Throws a RangeError where the groups cannot be numbered exactly.
 */
export function* scan(store: Store, question: Question): Generator<void, GroupTotals> {
	const { start, count } = store.manufacturers.engagements;
	const [smeTests, rowTests] = [smeTestsOf(store, question), rowTestsOf(store, question)];
	const grouping = groupingOf(store, question);
	const [table, sums, chunk] = [groupTable(grouping.keys), createSums(), createChunk()];
	const covered = question.withOutcomes ? createCovered(store) : undefined;
	const addCovers = covered && coverAdder(store, question, covered, chunk);
	const add = () => {
		addChunk(chunk, store, rowTests, grouping, table, sums, question.withAmounts);
		addCovers?.();
		emptyChunk(chunk);
	};
	// Without dimensions there is one total, of nothing too.
	if (question.by.length === 0) table.set(0, addGroup(sums, 0) + 1);
	const wanted = wantedSmes(store, question);
	let rows = 0;
	for (let at = 0; at < (wanted ?? count).length; at++) {
		const sme = wanted ? (wanted[at] as number) : at;
		const own = count[sme] ?? 0;
		if (own === 0 || (smeTests && !smePasses(store, smeTests, sme))) continue;
		if (!takes(chunk, sme, start[sme] as number, own)) {
			add();
			takes(chunk, sme, start[sme] as number, own);
		}
		rows += own;
		if (rows < ROWS_A_TURN) continue;
		rows = 0;
		yield;
	}
	add();
	const first = firstGroups(sums, question.orderBy, question.limit);
	const outcomes = covered && (yield* outcomeTotals(store, covered, first));
	return {
		values: grouping.valuesOf(first.map((group) => sums.keys[group] as number)),
		smes: first.map((group) => smesOf(sums, group)),
		engagements: first.map((group) => engagementsOf(sums, group)),
		hours: first.map((group) => hoursOf(sums, group)),
		people: first.map((group) => peopleOf(sums, group)),
		outcomes,
	};
}
