/** The median of numbers in ascending order. */
export function median(ascending: number[]): number | null {
	if (ascending.length === 0) return null;
	const middle = Math.floor(ascending.length / 2);
	const upper = ascending[middle] as number;
	return ascending.length % 2 === 1 ? upper : (upper + (ascending[middle - 1] as number)) / 2;
}
