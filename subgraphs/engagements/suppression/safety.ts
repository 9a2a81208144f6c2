import type { Reason, Rules } from "./system.ts";

/** Two manufacturers may collude against a third. */
export const COLLUDERS = 2;

/** A suppressed count must leave at least three values possible. */
const COUNT_WIDTH = 2;

/**
 * Whether a sum may be published: how many contribute, whether one of them dominates it, and whether
 * colluders, who subtract their own, learn the largest contribution within the given percentage.
 * `amounts` are those of the contributors, the largest first, without zeros; `least` is the fewest contributors.
 */
export function unsafeSum(
	amounts: readonly number[],
	least: number,
	{ maxShare, priorPercent }: Rules,
	colluders: number,
): Reason | undefined {
	const largest = amounts[0];
	if (largest === undefined) return undefined;
	if (amounts.length < least) return "FEW_CONTRIBUTORS";
	const total = amounts.reduce((sum, amount) => sum + amount, 0);
	if (largest > maxShare * total) return "DOMINANCE";
	const others = amounts.slice(1 + colluders).reduce((sum, amount) => sum + amount, 0);
	return others < (priorPercent / 100) * largest ? "P_PERCENT" : undefined;
}

/** How wide the interval of an unsafe sum must be: its largest contribution must stay as uncertain as the rules demand. */
export function demandedWidth(
	amounts: readonly number[],
	whole: boolean,
	{ maxShare, priorPercent }: Rules,
): number {
	const largest = amounts[0];
	if (largest === undefined) return 0;
	const total = amounts.reduce((sum, amount) => sum + amount, 0);
	const width = Math.max((priorPercent / 100) * largest, largest / maxShare - total);
	return whole ? Math.max(COUNT_WIDTH, Math.ceil(width)) : width;
}

/** How wide the interval of a number of contributors must be. */
export const DISTINCT_WIDTH = COUNT_WIDTH;
