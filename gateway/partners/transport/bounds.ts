import {
	BrokenCircuitError,
	BulkheadRejectedError,
	bulkhead,
	CircuitState,
	CountBreaker,
	circuitBreaker,
	ExponentialBackoff,
	handleWhen,
	TimeoutStrategy,
	timeout,
	wrap,
} from "cockatiel";
import { HubError } from "../../../shared/errors.ts";
import type { Quota } from "../../../shared/registry.ts";

/** Opens when half of the last twenty calls failed, five at least; asks again after one second, then ever later. */
const BREAKER = { threshold: 0.49, size: 20, minimumNumberOfCalls: 5 };
const REST = { initialDelay: 1000, maxDelay: 60_000 };

export type Bounds = {
	/**
	 * Runs `work` within the partner's time, concurrency and rate, unless its breaker is open.
	 * Rejects with what `refused` makes where the hub asked too often or too much at once, otherwise with the bound's
	 * error or what `work` threw.
	 */
	run<T>(work: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T>;
};

/** A bucket that refills evenly; false when it is empty. */
function bucketOf(perMinute: number): () => boolean {
	let tokens = perMinute;
	let filled = performance.now();
	return () => {
		const now = performance.now();
		tokens = Math.min(perMinute, tokens + ((now - filled) / 60_000) * perMinute);
		filled = now;
		if (tokens < 1) return false;
		tokens--;
		return true;
	};
}

/** What was not the partner's doing does not open its breaker. */
const isPartners = (error: Error) =>
	!(error instanceof HubError) && !(error instanceof BulkheadRejectedError);

/** The bounds of one version of one partner's subgraph in this process. */
export function boundsOf(
	quota: Quota,
	refused: (why: string) => HubError,
	onState: (state: string) => void,
): Bounds {
	const breaker = circuitBreaker(handleWhen(isPartners), {
		halfOpenAfter: new ExponentialBackoff(REST),
		breaker: new CountBreaker(BREAKER),
	});
	breaker.onBreak(() => onState("open"));
	breaker.onReset(() => onState("closed"));
	const policy = wrap(
		breaker,
		timeout(quota.timeoutMs, TimeoutStrategy.Aggressive),
		bulkhead(quota.concurrency, quota.concurrency),
	);
	const mayAsk = bucketOf(quota.requestsPerMinute);
	return {
		async run(work, signal) {
			// While one request tries whether the partner is back, the others would wait for it and then all come at once.
			if (breaker.state === CircuitState.HalfOpen) throw new BrokenCircuitError();
			if (!mayAsk())
				throw refused(`may be asked ${quota.requestsPerMinute} times a minute; try again later`);
			return policy
				.execute((context) => work(context.signal), signal)
				.catch((error: Error) => {
					if (!(error instanceof BulkheadRejectedError)) throw error;
					throw refused("is asked by too many at once; try again later");
				});
		},
	};
}
