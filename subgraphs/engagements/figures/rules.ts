/** The middle of numbers in ascending order; of an even count, halfway between the two in the middle. */
export function median(ascending: number[]): number | null {
	if (ascending.length === 0) return null;
	const middle = Math.floor(ascending.length / 2);
	const upper = ascending[middle] as number;
	return ascending.length % 2 === 1 ? upper : (upper + (ascending[middle - 1] as number)) / 2;
}

/** A ratio; null where there is nothing to divide by. */
export function ratio(part: number, whole: number): number | null {
	return whole === 0 ? null : part / whole;
}
