/** Processor time per request in one round, in milliseconds. */
export type Round = { hub: number; single: number };

export type Verdict = { ratio: number; passes: boolean; text: string };

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/**
 * Whether the hub takes at most `most` times what the unfederated server takes. Compared round by round, and by the
 * median: while the machine is busy with something else both take more. No rounds at all do not pass.
 */
export function verdictOf(rounds: readonly Round[], most: number): Verdict {
	const ratio = median(rounds.map(({ hub, single }) => hub / single));
	const passes = ratio <= most;
	const text = `ratio ${ratio.toFixed(2)}, at most ${most}: ${passes ? "passed" : "FAILED"}`;
	return { ratio, passes, text };
}
