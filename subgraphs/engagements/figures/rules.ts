/** A year that starts in a month: US federal ones start in October and bear the year they end in; 1 is a calendar year. */
export type FiscalYear = { year: number; startMonth: number };

/** First and last month of a year, "2016-10" and "2017-09". */
export function monthsOf({ year, startMonth }: FiscalYear): { first: string; last: string } {
	if (startMonth === 1) return { first: `${year}-01`, last: `${year}-12` };
	const two = (month: number) => String(month).padStart(2, "0");
	return { first: `${year - 1}-${two(startMonth)}`, last: `${year}-${two(startMonth - 1)}` };
}

/** First and last day of a year, ISO 8601. */
export function daysOf(year: FiscalYear): { first: string; last: string } {
	const { first, last } = monthsOf(year);
	const days = new Date(Date.UTC(Number(last.slice(0, 4)), Number(last.slice(5)), 0)).getUTCDate();
	return { first: `${first}-01`, last: `${last}-${days}` };
}

/** A ratio; null if the divisor is 0. */
export function ratio(part: number, whole: number): number | null {
	return whole === 0 ? null : part / whole;
}

/** A count in words: "1 record", "27,707 manufacturers". */
export function counted(count: number, noun: string): string {
	return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}
