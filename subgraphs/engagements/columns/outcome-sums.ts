import type { GroupTotals, OutcomeKind } from "../live-totals.ts";
import type { Covered } from "./covered.ts";
import type { Store } from "./store.ts";

type OutcomeTotals = NonNullable<GroupTotals["outcomes"]>;

const PAIRS_A_TURN = 50_000;

const order = (one: string | null, other: string | null) => {
	if (one === other) return 0;
	if (one === null || other === null) return one === null ? -1 : 1;
	return one < other ? -1 : 1;
};

/** The kinds of figures in their order, and the place of each by its codes: metric × verifications + verification. */
function kindsOf({ outcomes }: Store): { kinds: OutcomeKind[]; placeOf: Uint32Array } {
	const { metrics, verifications } = outcomes;
	const all = metrics.texts.flatMap((name) => {
		const [metric = "", currency = null] = name?.split(" ") ?? [];
		return verifications.texts.map((text) => ({ metric, currency, verification: text ?? "" }));
	});
	const ordered = [...all.entries()].sort(
		([, one], [, other]) =>
			order(one.metric, other.metric) ||
			order(one.currency, other.currency) ||
			order(one.verification, other.verification),
	);
	const placeOf = new Uint32Array(all.length);
	for (const [place, [code]] of ordered.entries()) placeOf[code] = place;
	return { kinds: ordered.map(([, kind]) => kind), placeOf };
}

/** The outcomes of wanted groups: those of the group at a place stand at `starts[place]` to `starts[place + 1] - 1`. */
function byGroup({ pairs, groups, outcomes }: Covered, wanted: readonly number[], size: number) {
	const placeOf = new Int32Array(size).fill(-1);
	for (const [place, group] of wanted.entries()) placeOf[group] = place;
	const starts = new Uint32Array(wanted.length + 1);
	for (let pair = 0; pair < pairs; pair++) {
		const place = placeOf[groups[pair] as number] as number;
		if (place >= 0) (starts[place + 1] as number)++;
	}
	for (let place = 0; place < wanted.length; place++)
		(starts[place + 1] as number) += starts[place] as number;
	const sorted = new Uint32Array(starts[wanted.length] as number);
	const next = starts.slice();
	for (let pair = 0; pair < pairs; pair++) {
		const place = placeOf[groups[pair] as number] as number;
		if (place < 0) continue;
		sorted[next[place] as number] = outcomes[pair] as number;
		(next[place] as number)++;
	}
	return { starts, sorted };
}

/**
 * Adds up the figures of the outcomes that cover the wanted groups of `size`; pauses after each part of the work.
 */
export function* outcomeTotals(
	store: Store,
	covered: Covered,
	wanted: readonly number[],
	size: number,
): Generator<void, OutcomeTotals> {
	const { claims, figures, verification, verifications } = store.outcomes;
	const { metric, value } = figures.columns;
	const { kinds, placeOf } = kindsOf(store);
	const sums = new Float64Array(kinds.length);
	const reports = new Uint32Array(kinds.length);
	const total = { groups: [] as number[], kinds: [] as number[], value: [] as number[] };
	const reported: number[] = [];

	function addFigures(outcome: number): void {
		const from = claims.start[outcome] as number;
		const checked = verification[outcome] as number;
		for (let claim = from; claim < from + (claims.count[outcome] as number); claim++) {
			const code = (metric[claim] as number) * verifications.texts.length + checked;
			const kind = placeOf[code] as number;
			(sums[kind] as number) += value[claim] as number;
			(reports[kind] as number)++;
		}
	}

	const { starts, sorted } = byGroup(covered, wanted, size);
	let added = 0;
	for (let place = 0; place < wanted.length; place++) {
		const [from, to] = [starts[place] as number, starts[place + 1] as number];
		if (from === to) continue;
		for (let at = from; at < to; at++) addFigures(sorted[at] as number);
		for (let kind = 0; kind < kinds.length; kind++) {
			if (reports[kind] === 0) continue;
			total.groups.push(place);
			total.kinds.push(kind);
			total.value.push(sums[kind] as number);
			reported.push(reports[kind] as number);
		}
		sums.fill(0);
		reports.fill(0);
		added += to - from + kinds.length;
		if (added < PAIRS_A_TURN) continue;
		added = 0;
		yield;
	}
	return {
		groups: Uint32Array.from(total.groups),
		kinds: { values: kinds, codes: Uint32Array.from(total.kinds) },
		value: Float64Array.from(total.value),
		reports: Uint32Array.from(reported),
	};
}
