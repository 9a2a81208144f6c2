/** Attempts at one delivery; after the last it is a dead letter. */
export const MOST_ATTEMPTS = 8;
/** Endpoints of one partner. */
export const MOST_ENDPOINTS = 5;
/** How long an endpoint may take to answer. */
export const TIMEOUT_MS = 5000;
/** How long a gateway has for an attempt before another takes it over. */
export const LEASE_MS = 60_000;

const FIRST_MS = 30_000;
const FACTOR = 4;
const LONGEST_MS = 12 * 3_600_000;
/** How far a delay is moved at random, as a part of itself, so that what failed together does not come back together. */
const JITTER = 0.2;

/** Delay after a failed attempt, 1 for the first: 30 s, 2 min, 8 min … 12 h. `random`: 0 to 1. */
export function retryDelayMs(attempt: number, random: number): number {
	const delay = Math.min(FIRST_MS * FACTOR ** (attempt - 1), LONGEST_MS);
	return Math.round(delay * (1 + JITTER * (2 * random - 1)));
}

/** How an attempt ended. An answer of 2xx takes the message; 410 says that the endpoint is gone. */
export type Outcome =
	| { kind: "DELIVERED" }
	| { kind: "GONE"; error: string }
	| { kind: "FAILED"; error: string };

export function outcomeOf(status: number): Outcome {
	if (status >= 200 && status < 300) return { kind: "DELIVERED" };
	if (status === 410) return { kind: "GONE", error: "HTTP 410: the endpoint is gone" };
	return { kind: "FAILED", error: `HTTP ${status}` };
}

/** What a delivery becomes after an attempt at `now`. */
export function afterAttempt(
	outcome: Outcome,
	attempts: number,
	now: Date,
	random: number,
): { status: string; next_at: string; last_error: string | null; delivered_at: string | null } {
	const at = now.toISOString();
	if (outcome.kind === "DELIVERED")
		return { status: "DELIVERED", next_at: at, last_error: null, delivered_at: at };
	const dead = outcome.kind === "GONE" || attempts >= MOST_ATTEMPTS;
	return {
		status: dead ? "DEAD" : "PENDING",
		next_at: new Date(now.getTime() + (dead ? 0 : retryDelayMs(attempts, random))).toISOString(),
		last_error: outcome.error.slice(0, 500),
		delivered_at: null,
	};
}
