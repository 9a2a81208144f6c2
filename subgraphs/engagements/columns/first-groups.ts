import type { Order } from "../live-totals.ts";
import { hoursOf, peopleOf, type Sums } from "./sums.ts";

/** What groups are ordered by before their key, ascending; NaN last. */
const FIGURES: Record<Order, ((sums: Sums, group: number) => number) | undefined> = {
	GROUP_ASC: undefined,
	SME_COUNT_DESC: ({ smes }, group) => -(smes[group] as number),
	SME_COUNT_ASC: ({ smes }, group) => smes[group] as number,
	ENGAGEMENT_COUNT_DESC: ({ engagements }, group) => -(engagements[group] as number),
	ENGAGEMENT_COUNT_ASC: ({ engagements }, group) => engagements[group] as number,
	HOURS_DESC: (sums, group) => -hoursOf(sums, group),
	PEOPLE_TRAINED_DESC: (sums, group) => -peopleOf(sums, group),
};

function figuresOf(sums: Sums, orderBy: Order): Float64Array {
	const figures = new Float64Array(sums.size);
	const figure = FIGURES[orderBy];
	if (!figure) return figures;
	for (let group = 0; group < sums.size; group++) {
		const value = figure(sums, group);
		figures[group] = Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
	}
	return figures;
}

/** The value at a place if the values were sorted; moves them about. */
export function valueAt(values: Float64Array, place: number): number {
	let [low, high] = [0, values.length - 1];
	while (low < high) {
		const pivot = values[(low + high) >> 1] as number;
		let [left, right] = [low, high];
		while (left <= right) {
			while ((values[left] as number) < pivot) left++;
			while ((values[right] as number) > pivot) right--;
			if (left > right) break;
			const value = values[left] as number;
			values[left++] = values[right] as number;
			values[right--] = value;
		}
		if (place <= right) high = right;
		else if (place >= left) low = left;
		else break;
	}
	return values[place] as number;
}

/** The first `limit` groups in an order. Only these are sorted, of what may be a million. */
export function firstGroups(sums: Sums, orderBy: Order, limit: number): number[] {
	const { keys, size } = sums;
	const figures = figuresOf(sums, orderBy);
	const all = Array.from({ length: size }, (_, group) => group);
	const compare = (one: number, other: number) =>
		// Not by their difference: infinity less infinity is no number.
		figures[one] === figures[other]
			? (keys[one] as number) - (keys[other] as number)
			: (figures[one] as number) - (figures[other] as number);
	if (size <= limit) return all.sort(compare);
	const last = valueAt(figures.slice(), limit - 1);
	const first = all.filter((group) => (figures[group] as number) < last);
	const equal = all.filter((group) => figures[group] === last);
	const left = limit - first.length;
	const lastKey = valueAt(
		Float64Array.from(equal, (group) => keys[group] as number),
		left - 1,
	);
	return [...first, ...equal.filter((group) => (keys[group] as number) <= lastKey)].sort(compare);
}
