/** An unsigned number that depends on a seed and a text only. */
export function hash(seed: number, text: string): number {
	let value = 2166136261 ^ seed;
	for (let index = 0; index < text.length; index++)
		value = Math.imul(value ^ text.charCodeAt(index), 16777619);
	value = Math.imul(value ^ (value >>> 15), 2246822507);
	value = Math.imul(value ^ (value >>> 13), 3266489909);
	return (value ^ (value >>> 16)) >>> 0;
}

/** True for `percent` of 100 numbers. */
export const chance = (number: number, percent: number): boolean => number % 100 < percent;

/** One of a list that is not empty. */
export function pick<T>(list: readonly T[], number: number): T {
	return list[number % list.length] as T;
}
