import type { GroupTotals, OutcomeTotalRow, Question } from "../live-totals.ts";
import type { Chunk } from "./chunk.ts";
import { type GroupTable, groupTable } from "./group-table.ts";
import type { Store } from "./store.ts";

/** The outcomes that cover engagements of each group, each once a group. */
export type Covered = { groups: number[]; outcomes: number[]; seen: GroupTable };

export const createCovered = ({ covers }: Store): Covered => ({
	groups: [],
	outcomes: [],
	seen: groupTable(Number.POSITIVE_INFINITY, covers.used),
});

/** Whether an outcome has figures that count, and is seen. */
function outcomeTestOf(store: Store, { sight }: Question): (outcome: number) => boolean {
	const { claims, open, center } = store.outcomes;
	const own =
		typeof sight === "object" ? store.dictionaries.center.codes.get(sight.center) : undefined;
	return (outcome) =>
		(claims.count[outcome] ?? 0) > 0 &&
		(sight === "ALL" || open[outcome] === 1 || (own !== undefined && center[outcome] === own));
}

/** Outcomes that a group's number can be put before in a key without rounding. */
const MOST_OUTCOMES = 2 ** 26;

/** Adds the outcomes that cover the rows of a chunk to the groups of these. */
export function coverAdder(
	store: Store,
	question: Question,
	{ groups, outcomes, seen }: Covered,
	chunk: Chunk,
): () => void {
	const { start, count } = store.manufacturers.covers;
	const { engagement, outcome } = store.covers.columns;
	const counts = outcomeTestOf(store, question);
	function addOf(sme: number, firstRow: number): void {
		const first = start[sme] as number;
		for (let at = first; at < first + (count[sme] as number); at++) {
			const group = chunk.groups[firstRow + (engagement[at] as number)] as number;
			const covering = outcome[at] as number;
			if (group < 0 || !counts(covering)) continue;
			const key = group * MOST_OUTCOMES + covering;
			if (seen.find(key) !== 0) continue;
			seen.set(key, 1);
			groups.push(group);
			outcomes.push(covering);
		}
	}
	return () => {
		for (let at = 0; at < chunk.count; at++)
			addOf(chunk.smes[at] as number, at === 0 ? 0 : (chunk.ends[at - 1] as number));
	};
}

const PAIRS_A_TURN = 50_000;
const order = (one: string | null, other: string | null) => {
	if (one === other) return 0;
	if (one === null || other === null) return one === null ? -1 : 1;
	return one < other ? -1 : 1;
};

function toTotal(store: Store, key: number, value: number, reports: number): OutcomeTotalRow {
	const { metrics, verifications } = store.outcomes;
	const code = Math.floor(key / verifications.texts.length);
	const [metric = "", currency = null] = (metrics.texts[code] as string).split(" ");
	const verification = verifications.texts[key % verifications.texts.length] as string;
	return { metric, currency, verification, value, reports };
}

type Figure = { value: number; reports: number };

/** The outcome totals of a group in their order. */
function rowsOf(store: Store, figures: Map<number, Figure>): OutcomeTotalRow[] {
	return [...figures]
		.map(([key, { value, reports }]) => toTotal(store, key, value, reports))
		.sort(
			(one, other) =>
				order(one.metric, other.metric) ||
				order(one.currency, other.currency) ||
				order(one.verification, other.verification),
		);
}

/** Adds up the figures of the outcomes that cover some groups; pauses after each part of the work. */
export function* outcomeTotals(
	store: Store,
	covered: Covered,
	wanted: readonly number[],
): Generator<void, NonNullable<GroupTotals["outcomes"]>> {
	const { claims, figures, verification, verifications } = store.outcomes;
	const { metric, value } = figures.columns;
	const sums = new Map(wanted.map((group) => [group, new Map<number, Figure>()]));
	for (let at = 0; at < covered.groups.length; at++) {
		if (at % PAIRS_A_TURN === PAIRS_A_TURN - 1) yield;
		const into = sums.get(covered.groups[at] as number);
		if (!into) continue;
		const outcome = covered.outcomes[at] as number;
		const from = claims.start[outcome] as number;
		for (let claim = from; claim < from + (claims.count[outcome] as number); claim++) {
			const key =
				(metric[claim] as number) * verifications.texts.length + (verification[outcome] as number);
			const sum = into.get(key);
			if (sum) {
				sum.value += value[claim] as number;
				sum.reports++;
			} else into.set(key, { value: value[claim] as number, reports: 1 });
		}
	}
	const totals: NonNullable<GroupTotals["outcomes"]> = {
		at: [],
		metric: [],
		currency: [],
		verification: [],
		value: [],
		reports: [],
	};
	for (const [at, group] of wanted.entries())
		for (const one of rowsOf(store, sums.get(group) ?? new Map())) {
			totals.at.push(at);
			totals.metric.push(one.metric);
			totals.currency.push(one.currency);
			totals.verification.push(one.verification);
			totals.value.push(one.value);
			totals.reports.push(one.reports);
		}
	return totals;
}
