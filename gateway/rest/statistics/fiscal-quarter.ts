import type { Release } from "./release.ts";

const DAYS = [
	["10-01", "12-31"],
	["01-01", "03-31"],
	["04-01", "06-30"],
	["07-01", "09-30"],
] as const;

/** First and last day of a quarter of the US federal fiscal year, which starts in October. */
export function fiscalQuarterDays({ fiscalYear, quarter }: Release["periods"][number]): {
	first: string;
	last: string;
} {
	const year = quarter === 1 ? fiscalYear - 1 : fiscalYear;
	const [first, last] = DAYS[quarter - 1] ?? DAYS[0];
	return { first: `${year}-${first}`, last: `${year}-${last}` };
}
