import { type Filter, readFilters } from "../../parts/filters.ts";
import type { Search } from "../../parts/view-address.ts";

/** The last year of which documents print figures of both networks in the United States. */
const DEFAULT_YEAR = 2019;
const FIRST_YEAR = 2012;

const YEAR = /^20[1-3]\d$/;
const FILTERS = {
	fiscalYear: { is: YEAR },
	calendarYear: { is: YEAR },
} as const satisfies Record<string, Filter>;

export type Year = { fiscalYear: number } | { calendarYear: number };

/** Which year the address says: a calendar year, or otherwise a fiscal year. */
export function readYear(search: Search): {
	year: Year;
	notUnderstood: Array<{ name: string; value: string }>;
} {
	const { filters, notUnderstood } = readFilters(search, FILTERS);
	const { fiscalYear, calendarYear } = filters;
	if (calendarYear && fiscalYear)
		notUnderstood.push({ name: "calendarYear", value: String(calendarYear[0]) });
	const year =
		calendarYear && !fiscalYear
			? { calendarYear: Number(calendarYear[0]) }
			: { fiscalYear: Number(fiscalYear?.[0] ?? DEFAULT_YEAR) };
	return { year, notUnderstood };
}

/** The address of a year. */
export const writeYear = (year: Year): Search =>
	Object.fromEntries(Object.entries(year).map(([name, value]) => [name, String(value)]));

/** Years to choose from, the latest first. `now` is the year of today. */
export const yearsUntil = (now: number): number[] =>
	Array.from({ length: now - FIRST_YEAR + 2 }, (_, index) => now + 1 - index);
