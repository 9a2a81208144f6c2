import { type Random, weights } from "./random.ts";

/** Federal fiscal years of the generated data, independent of today's date. */
export const FIRST_FISCAL_YEAR = 2015;
export const LAST_FISCAL_YEAR = 2025;
const LAST_DAY = `${LAST_FISCAL_YEAR}-09-30`;

const YEARS = weights(
	Array.from(
		{ length: LAST_FISCAL_YEAR - FIRST_FISCAL_YEAR + 1 },
		(_, index) => FIRST_FISCAL_YEAR + index,
	),
	(year, index) => (year === 2020 ? 0.7 : 1) * (1 + index * 0.08),
);

/** January to December: few starts in December and July, most before the federal fiscal year ends. */
const MONTHS = weights(
	Array.from({ length: 12 }, (_, index) => index + 1),
	(_, index) => [0.8, 0.9, 1.2, 1.1, 1.1, 1, 0.6, 0.9, 1.5, 1.1, 0.9, 0.5][index] as number,
);

const pad = (value: number) => String(value).padStart(2, "0");

/** Draws a start within the period, not before `opensOn`: usually a day, sometimes only a month or a year. */
export function drawStart(random: Random, opensOn = ""): string {
	for (;;) {
		const fiscalYear = random.weighted(YEARS);
		const month = random.weighted(MONTHS);
		const year = month >= 10 ? fiscalYear - 1 : fiscalYear;
		const day = `${year}-${pad(month)}-${pad(random.integer(1, 28))}`;
		if (day < opensOn) continue;
		const precision = random.fraction();
		return precision < 0.01 && year > Number(opensOn.slice(0, 4))
			? String(year)
			: precision < 0.05
				? day.slice(0, 7)
				: day;
	}
}

export function drawDayBetween(random: Random, firstDay: string, lastDay: string): string {
	const first = Date.parse(firstDay);
	const days = Math.floor((Date.parse(lastDay) - first) / 86_400_000);
	return new Date(first + random.integer(0, days) * 86_400_000).toISOString().slice(0, 10);
}

/** Draws an end up to `days` after the start; null if the start is only a month or a year. */
export function drawEnd(random: Random, start: string, days: number): string | null {
	if (start.length < 10) return null;
	const end = new Date(Date.parse(start) + random.integer(0, days) * 86_400_000)
		.toISOString()
		.slice(0, 10);
	return end > LAST_DAY ? LAST_DAY : end;
}
