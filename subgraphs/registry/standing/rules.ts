/** Days that counts of calls are kept. */
export const CALLS_KEPT_DAYS = 90;
/** Share of calls that a partner is to answer as its schema says, over `BUDGET_DAYS`. */
const TARGET = 0.99;
export const BUDGET_DAYS = 28;

/** Calls of a version on a day, or of many added up. */
export type Counted = {
	calls: number;
	faults: number;
	busiestMinute: number;
	/** Upper bound in milliseconds → calls answered within it, and in no lower one. */
	buckets: ReadonlyMap<number, number>;
};

export const NONE: Counted = { calls: 0, faults: 0, busiestMinute: 0, buckets: new Map() };

/** Adds counts; of the busiest minutes the busiest is taken. */
export function added(one: Counted, other: Counted): Counted {
	const buckets = new Map(one.buckets);
	for (const [bound, calls] of other.buckets) buckets.set(bound, (buckets.get(bound) ?? 0) + calls);
	return {
		calls: one.calls + other.calls,
		faults: one.faults + other.faults,
		busiestMinute: Math.max(one.busiestMinute, other.busiestMinute),
		buckets,
	};
}

/** The bound within which this share of answered calls was, in milliseconds; null where none was answered. */
export function quantileMs(buckets: Counted["buckets"], share: number): number | null {
	const sorted = [...buckets].sort(([one], [other]) => one - other);
	const total = sorted.reduce((sum, [, calls]) => sum + calls, 0);
	let within = 0;
	for (const [bound, calls] of sorted) {
		within += calls;
		if (calls > 0 && within >= share * total) return bound;
	}
	return null;
}

/** How a partner did: shares and bounds of its counts. */
export function figuresOf({ calls, faults, busiestMinute, buckets }: Counted) {
	return {
		calls,
		faults,
		errorShare: calls === 0 ? 0 : faults / calls,
		p50Ms: quantileMs(buckets, 0.5),
		p95Ms: quantileMs(buckets, 0.95),
		busiestMinute,
	};
}

/** What is left of the faults that a partner may have, and of its requests a minute. */
export function budgetOf(counted: Counted, requestsPerMinute: number) {
	const allowedFaults = Math.floor(counted.calls * (1 - TARGET) + 1e-9);
	return {
		target: TARGET,
		days: BUDGET_DAYS,
		calls: counted.calls,
		faults: counted.faults,
		allowedFaults,
		faultsLeft: allowedFaults - counted.faults,
		requestsPerMinute,
		requestsLeft: Math.max(0, requestsPerMinute - counted.busiestMinute),
	};
}
