import type { Question } from "../live-totals.ts";
import { type Covered, coverAdder } from "./covered.ts";
import { groupingOf } from "./dimensions.ts";
import { allowedProfiles } from "./profile-tests.ts";
import { rowGroups } from "./row-groups.ts";
import { rowTestOf } from "./row-tests.ts";
import { smePasses, smeTestsOf } from "./sme-tests.ts";
import type { Store } from "./store.ts";
import { addAmounts, type Sums } from "./sums.ts";

/** Engagements after which another request has its turn: about a millisecond. */
const ROWS_A_TURN = 131_072;

/** The manufacturers that were asked for; undefined if all can count. */
function wantedSmes({ ids }: Store, { conditions }: Question): number[] | undefined {
	const { smeIds } = conditions;
	return smeIds && [...new Set(smeIds.flatMap((id) => ids.codes.get(id) ?? []))];
}

/** Adds engagements to their groups, so many in a turn. */
export function createAdder(
	store: Store,
	question: Question,
	sums: Sums,
	covered: Covered | undefined,
) {
	const { columns } = store.engagements;
	const { start, count } = store.manufacturers.engagements;
	const covers = store.manufacturers.covers.count;
	const grouping = groupingOf(store, question, allowedProfiles(store, question));
	const groups = rowGroups(grouping, sums);
	const smeTests = smeTestsOf(store, question);
	const test = rowTestOf(store, question);
	const addCovers = covered && coverAdder(store, question, covered);
	const wanted = wantedSmes(store, question);
	const end = wanted ? wanted.length : count.length;
	const { withAmounts } = question;
	const smeKeyed = grouping.smeKeyOf !== undefined;

	/** Adds those of manufacturers from a place on; returns the place at which the next turn begins, `end` at last. */
	function addTurn(from: number): number {
		const { profile } = columns;
		const { partOf } = grouping;
		const places = covered?.places;
		let { engagements, smes, lastSme, amounts } = sums;
		let groupOf = groups.shared;
		let { known } = groups;
		let rows = 0;
		let at = from;
		for (; at < end && rows < ROWS_A_TURN; at++) {
			const sme = wanted ? (wanted[at] as number) : at;
			const own = count[sme] ?? 0;
			if (own === 0 || (smeTests !== undefined && !smePasses(store, smeTests, sme))) continue;
			if (smeKeyed) {
				groupOf = groups.begin(sme);
				known = groups.known;
			}
			const first = start[sme] as number;
			for (let row = first; row < first + own; row++) {
				const part = partOf[profile[row] as number] as number;
				if (part < 0 || (test !== undefined && !test(row))) {
					if (places !== undefined) places[row - first] = -1;
					continue;
				}
				let number = groupOf[part] as number;
				if (number < known) {
					number = groups.find(part) + 1;
					({ engagements, smes, lastSme, amounts } = sums);
				}
				const group = number - 1;
				if (places !== undefined) places[row - first] = group;
				(engagements[group] as number) += 1;
				if (lastSme[group] !== sme + 1) {
					lastSme[group] = sme + 1;
					(smes[group] as number) += 1;
				}
				if (withAmounts) addAmounts(amounts, group, columns, row);
			}
			if (addCovers && covers[sme] !== 0) addCovers(sme);
			rows += own;
		}
		return at;
	}
	return { addTurn, end, valuesOf: grouping.valuesOf };
}
