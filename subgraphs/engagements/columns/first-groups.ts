import type { Order } from "../live-totals.ts";
import { hoursOf, peopleOf, type Sums } from "./sums.ts";

/** What groups are ordered by before their key, descending; NaN last. */
const FIGURES: Record<Order, ((sums: Sums, group: number) => number) | undefined> = {
	GROUP_ASC: undefined,
	SME_COUNT_DESC: ({ smes }, group) => smes[group] as number,
	SME_COUNT_ASC: ({ smes }, group) => -(smes[group] as number),
	ENGAGEMENT_COUNT_DESC: ({ engagements }, group) => engagements[group] as number,
	ENGAGEMENT_COUNT_ASC: ({ engagements }, group) => -(engagements[group] as number),
	HOURS_DESC: hoursOf,
	PEOPLE_TRAINED_DESC: peopleOf,
};

function figuresOf(sums: Sums, orderBy: Order): Float64Array | undefined {
	const figure = FIGURES[orderBy];
	if (!figure) return undefined;
	const figures = new Float64Array(sums.size);
	for (let group = 0; group < sums.size; group++) {
		const value = figure(sums, group);
		figures[group] = Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
	}
	return figures;
}

/** The first `limit` groups in an order. Keeps the first ones found so far in a heap, the last of them on top. */
export function firstGroups(sums: Sums, orderBy: Order, limit: number): number[] {
	const figures = figuresOf(sums, orderBy);
	const compare = (one: number, other: number): number => {
		if (figures && figures[one] !== figures[other])
			return (figures[other] as number) - (figures[one] as number);
		return (sums.keys[one] as number) - (sums.keys[other] as number);
	};
	const heap: number[] = [];
	const sink = (from: number) => {
		for (let at = from; ; ) {
			const left = 2 * at + 1;
			if (left >= heap.length) return;
			const right = left + 1;
			const below =
				right < heap.length && compare(heap[right] as number, heap[left] as number) > 0
					? right
					: left;
			if (compare(heap[below] as number, heap[at] as number) <= 0) return;
			[heap[at], heap[below]] = [heap[below] as number, heap[at] as number];
			at = below;
		}
	};
	for (let group = 0; group < sums.size; group++) {
		if (heap.length < limit) {
			heap.push(group);
			if (heap.length === limit) for (let at = Math.floor(limit / 2); at >= 0; at--) sink(at);
		} else if (compare(group, heap[0] as number) < 0) {
			heap[0] = group;
			sink(0);
		}
	}
	return heap.sort(compare);
}
