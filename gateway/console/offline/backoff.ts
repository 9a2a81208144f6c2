const FIRST_MS = 1000;
const MOST_MS = 5 * 60_000;

/** How long to wait after `attempts` that were not answered; `random`, 0 to 1, keeps devices from coming all at once. */
export function waitAfter(attempts: number, random: number): number {
	const longest = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(attempts, 20));
	return Math.round(longest * (0.5 + random / 2));
}

/** Whether it is time. A time beyond the longest wait was made by a clock that has been set back since. */
export function isDue(nextAt: number, now: number): boolean {
	return nextAt <= now || nextAt - now > MOST_MS;
}
