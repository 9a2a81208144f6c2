import type { Scope } from "../filter/scope.ts";
import type { GroupTotal, Question } from "../live-totals.ts";
import { sightOf } from "../policy.ts";
import { fieldOf, type TraceTotalRow } from "./queries.ts";
import type { TraceDimension, TraceTotalOrder } from "./type.ts";

/** A request for the first totals of an order. */
export type TotalsRequest = {
	scope: Scope;
	/** Each at most once. */
	by: TraceDimension[];
	orderBy: TraceTotalOrder;
	/** At most so many groups. */
	limit: number;
	withOutcomes: boolean;
	/** Whether hours or people are asked for, or ordered by. */
	withAmounts: boolean;
};

/** The same request for the columns in memory; undefined if it has conditions that they do not know. */
export function questionOf({ scope, ...request }: TotalsRequest): Question | undefined {
	const { viewer, established, practices, listed, ...conditions } = scope;
	if (!established || practices || listed) return undefined;
	return { ...request, sight: sightOf(viewer), conditions };
}

/** Their answer as the row that SQL would give. */
export function rowOf(total: GroupTotal, by: readonly TraceDimension[]): TraceTotalRow {
	return {
		...Object.fromEntries(
			by.map((dimension, at) => [fieldOf(dimension), total.values[at] ?? null]),
		),
		sme_count: total.smes,
		engagement_count: total.engagements,
		hours: total.hours,
		people_trained: total.people,
		outcomes: total.outcomes,
	};
}
