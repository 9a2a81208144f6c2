import type { Value } from "./stored-table.ts";

/** Of each value how many others include it: 0 for the whole. */
export function depthsOf(values: readonly Value[]): number[] {
	const depths = new Map<string, number>();
	return values.map(({ id, parent }) => {
		// A value stands after the one that includes it.
		const depth = parent === null ? 0 : (depths.get(parent) ?? 0) + 1;
		depths.set(id, depth);
		return depth;
	});
}

export type Grain = "years" | "quarters";
export const NOT_KNOWN = "not-known";
const QUARTER = /^(\d{4})-Q([1-4])$/;

/** Year and quarter of a period such as 2024-Q1; the year alone of 2024; undefined if it is not known. */
export function readPeriod(id: string): { year: number; quarter?: number } | undefined {
	const [, year, quarter] = QUARTER.exec(id) ?? [];
	if (year) return { year: Number(year), quarter: Number(quarter) };
	return /^\d{4}$/.test(id) ? { year: Number(id) } : undefined;
}

/** From so many years on, the years are shown first, and not the quarters. */
const FEW_YEARS = 3;

/** Whether a table's periods can be shown by year, by quarter or both, and what is shown first. */
export function grainOf(periods: readonly Value[]): { grains: Grain[]; usual: Grain } {
	const years = periodsOf(periods, "years").filter((place) => periods[place]?.id !== NOT_KNOWN);
	const hasQuarters = periods.some(({ id }) => QUARTER.test(id));
	const hasYears = years.length > 0;
	const grains: Grain[] = [
		...(hasYears || !hasQuarters ? (["years"] as const) : []),
		...(hasQuarters ? (["quarters"] as const) : []),
	];
	const usual = hasQuarters && years.length < FEW_YEARS ? "quarters" : "years";
	return { grains, usual };
}

/** Places of the years or the quarters, with what is not known of both. */
export function periodsOf(periods: readonly Value[], grain: Grain): number[] {
	return periods.flatMap(({ id }, place) => {
		const isQuarter = QUARTER.test(id);
		return id === NOT_KNOWN || isQuarter === (grain === "quarters") ? [place] : [];
	});
}
