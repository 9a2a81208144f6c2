/** A year of the fiscal or of the calendar kind; records that are dated to a year only are of a calendar year. */
export type Year = { kind: "fiscal" | "calendar"; year: number };

/** The first year of any institute. */
const FIRST = 2012;

/** The US federal year of a day, or the calendar year. */
export function yearOf(today: Date, startsInOctober = true): number {
	const isNext = startsInOctober && today.getUTCMonth() >= 9;
	return today.getUTCFullYear() + (isNext ? 1 : 0);
}

/** The years that may be chosen, latest first. */
export function yearsUntil(last: number): number[] {
	return Array.from({ length: Math.max(last - FIRST + 1, 1) }, (_, index) => last - index);
}

/** The year that is shown where none is chosen: the latest of which anything is known, or else the last that is over. */
export function shownYear(
	says: { year?: string; calendar?: string },
	known: ReadonlyArray<number | null | undefined>,
	last: number,
): Year {
	if (says.year) return { kind: "fiscal", year: Number(says.year) };
	if (says.calendar) return { kind: "calendar", year: Number(says.calendar) };
	const years = known.filter((year): year is number => typeof year === "number");
	return { kind: "fiscal", year: years.length > 0 ? Math.max(...years) : last - 1 };
}
