/** Number of rounds without a faster one. */
const STEADY_ROUNDS = 3;
/** A round counts as faster if it takes this much less than the best before it. */
const FASTER = 0.97;

/** True if processor time per request (one value per round) has stopped falling. */
export function isWarm(rounds: readonly number[]): boolean {
	if (rounds.length <= STEADY_ROUNDS) return false;
	const before = Math.min(...rounds.slice(0, -STEADY_ROUNDS));
	return Math.min(...rounds.slice(-STEADY_ROUNDS)) > before * FASTER;
}
