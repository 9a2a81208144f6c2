import type { GroupTotal, Question } from "../live-totals.ts";
import { type Grouping, groupingOf } from "./dimensions.ts";
import { firstGroups } from "./first-groups.ts";
import { type GroupTable, groupTable } from "./group-table.ts";
import {
	addCover,
	type Covered,
	createCovered,
	outcomeTestOf,
	outcomeTotals,
} from "./outcome-sums.ts";
import { passes, type RowTests, rowTestsOf } from "./row-tests.ts";
import { type SmeTests, smePasses, smeTestsOf } from "./sme-tests.ts";
import type { Store } from "./store.ts";
import { addEngagement, addGroup, createSums, hoursOf, peopleOf, type Sums } from "./sums.ts";

/** Engagements after which another request has its turn: about a millisecond. */
const ROWS_A_TURN = 65_536;

type Scan = {
	store: Store;
	smeTests: SmeTests;
	rowTests: RowTests;
	grouping: Grouping;
	table: GroupTable;
	sums: Sums;
	covered?: Covered;
	counts: (outcome: number) => boolean;
	/** The group of each row of the present manufacturer, -1 if it does not count. */
	groups: Int32Array;
};

function addCovers({ store, covered, counts, groups }: Scan, sme: number): void {
	const { start, count } = store.manufacturers.covers;
	const { engagement, outcome } = store.covers.columns;
	const from = start[sme] as number;
	for (let at = from; at < from + (count[sme] as number); at++) {
		const group = groups[engagement[at] as number] as number;
		if (group >= 0 && covered && counts(outcome[at] as number))
			addCover(covered, group, outcome[at] as number);
	}
}

function addSme(scan: Scan, sme: number): void {
	const { store, rowTests, grouping, table, sums, covered } = scan;
	const { hours, people } = store.engagements.columns;
	const { ofRow } = grouping;
	const from = store.manufacturers.engagements.start[sme] as number;
	const rows = store.manufacturers.engagements.count[sme] as number;
	if (covered && scan.groups.length < rows) scan.groups = new Int32Array(rows * 2);
	let base = 0;
	for (const { codes, weights } of grouping.ofSme) base += weights[codes[sme] as number] as number;
	if (grouping.sme) table.clear();
	for (let row = from; row < from + rows; row++) {
		if (!passes(rowTests, row)) {
			if (covered) scan.groups[row - from] = -1;
			continue;
		}
		let key = base;
		for (let at = 0; at < ofRow.length; at++) {
			const { codes, weights } = ofRow[at] as (typeof ofRow)[number];
			key += weights[codes[row] as number] as number;
		}
		const group = table.of(key, sums.size);
		if (group === sums.size) addGroup(sums, key + (grouping.sme?.[sme] ?? 0));
		addEngagement(sums, group, sme, hours[row] as number, people[row] as number);
		if (covered) scan.groups[row - from] = group;
	}
	if (covered) addCovers(scan, sme);
}

/** The manufacturers that can count at all: those asked for, or all. */
function candidates({ ids, manufacturers }: Store, { conditions }: Question): Iterable<number> {
	if (!conditions.smeIds) return manufacturers.engagements.count.keys();
	const codes = conditions.smeIds.map((id) => ids.codes.get(id));
	return new Set(
		codes.filter((code) => code !== undefined && code < manufacturers.size.length) as number[],
	);
}

/**
 * The totals of a store: pauses after each part of the work, so that no other request waits for the whole. Undefined
 * if there are more groups than `limit` and none was asked to be left out.
 */
export function* scan(store: Store, question: Question): Generator<void, GroupTotal[]> {
	const grouping = groupingOf(store, question);
	const state: Scan = {
		store,
		smeTests: smeTestsOf(store, question),
		rowTests: rowTestsOf(store, question),
		grouping,
		table: groupTable(grouping.keys),
		sums: createSums(),
		covered: question.withOutcomes ? createCovered() : undefined,
		counts: outcomeTestOf(store, question),
		groups: new Int32Array(0),
	};
	const { sums, smeTests } = state;
	const { count } = store.manufacturers.engagements;
	// Without dimensions there is one total, of nothing too.
	if (question.by.length === 0) addGroup(sums, state.table.of(0, 0));
	let rows = 0;
	for (const sme of candidates(store, question)) {
		const own = count[sme] as number;
		if (own === 0 || !smePasses(store, smeTests, sme)) continue;
		addSme(state, sme);
		rows += own;
		if (rows < ROWS_A_TURN) continue;
		rows = 0;
		yield;
	}
	const first = firstGroups(sums, question.orderBy, question.limit);
	const outcomes = state.covered && (yield* outcomeTotals(store, state.covered, first));
	return first.map((group) => ({
		values: grouping.valuesOf(sums.key[group] as number),
		smes: sums.smes[group] as number,
		engagements: sums.engagements[group] as number,
		hours: hoursOf(sums, group),
		people: peopleOf(sums, group),
		outcomes: outcomes?.get(group) ?? (outcomes && []),
	}));
}
