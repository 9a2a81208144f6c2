/** Fiscal quarters and years as releases name them: "2024-Q1" (October to December 2023) and "2024". */

export type FiscalQuarter = { fiscalYear: number; quarter: number };

/** The period of records that are dated too coarsely for a quarter. */
export const NOT_KNOWN = "not-known";

export const quarterPeriod = ({ fiscalYear, quarter }: FiscalQuarter): string =>
	`${fiscalYear}-Q${quarter}`;

/** The quarter of a period such as "2024-Q1". */
export function quarterOf(period: string): FiscalQuarter {
	return { fiscalYear: Number(period.slice(0, 4)), quarter: Number(period.slice(6)) };
}

export const yearOf = (period: string): number => Number(period.slice(0, 4));

export const quartersOfYear = (fiscalYear: number): string[] =>
	[1, 2, 3, 4].map((quarter) => quarterPeriod({ fiscalYear, quarter }));

/** The fiscal years all of whose quarters are among `quarters`, in order. */
export function wholeYears(quarters: Iterable<string>): number[] {
	const all = new Set(quarters);
	const years = [...new Set([...all].map(yearOf))].sort((one, other) => one - other);
	return years.filter((year) => quartersOfYear(year).every((period) => all.has(period)));
}

/** How many quarters after a fiscal year must be closed before its outcomes are published: clients are asked later. */
const OUTCOME_LAG = 2;

/** The fiscal years whose outcomes a release over `quarters` publishes. */
export function outcomeYears(quarters: Iterable<string>): number[] {
	const all = new Set(quarters);
	return wholeYears(all).filter((year) =>
		quartersOfYear(year + 1)
			.slice(0, OUTCOME_LAG)
			.every((period) => all.has(period)),
	);
}

const MONTHS = ["October to December", "January to March", "April to June", "July to September"];

/** "Fiscal year 2024, October to December 2023". */
export function periodLabel(period: string): string {
	if (period === NOT_KNOWN) return "Not known: dated too coarsely for a quarter";
	if (!period.includes("-Q")) return `Fiscal year ${period}`;
	const { fiscalYear, quarter } = quarterOf(period);
	const year = quarter === 1 ? fiscalYear - 1 : fiscalYear;
	return `Fiscal year ${fiscalYear}, ${MONTHS[quarter - 1]} ${year}`;
}
