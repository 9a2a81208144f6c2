/** A fiscal year: US federal ones start in October and bear the year they end in, China's are calendar years. */
export type FiscalYear = { year: number; startMonth: number };

/** First and last month of a fiscal year, "2016-10" and "2017-09". */
export function monthsOf({ year, startMonth }: FiscalYear): { first: string; last: string } {
	if (startMonth === 1) return { first: `${year}-01`, last: `${year}-12` };
	const two = (month: number) => String(month).padStart(2, "0");
	return { first: `${year - 1}-${two(startMonth)}`, last: `${year}-${two(startMonth - 1)}` };
}

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
