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

/** Circuit breaker: opens when half of the last twenty calls failed, at least five; retries with exponential backoff from one second. */
const BREAKER = { threshold: 0.49, size: 20, minimumNumberOfCalls: 5 };
const REST = { initialDelay: 1000, maxDelay: 60_000 };

export type Bounds = {
	/**
	 * Runs `work` within the partner's timeout, concurrency and rate limit, unless its breaker is open. Rejects with the
	 * result of `refused` if the concurrency or rate limit is exceeded, otherwise with the error of the bound or of `work`.
	 */
	run<T>(work: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T>;
};

/** A token bucket; returns false when it is empty. */
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

/** Errors that are not the partner's fault do not open its breaker. */
const isPartners = (error: Error) =>
	!(error instanceof HubError) && !(error instanceof BulkheadRejectedError);

/** The limits of one version of a partner's subgraph in this process. */
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
			// Otherwise requests would wait for the trial request, and then be sent all at once.
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
