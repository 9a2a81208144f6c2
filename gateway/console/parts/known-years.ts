/** A year of the fiscal or of the calendar kind; records that are dated to a year only are of a calendar year. */
export type Year = { kind: "fiscal" | "calendar"; year: number };

/** The first year of any institute. */
const FIRST = 2012;

/** The US federal year of a day: it starts in October. */
export function yearOf(today: Date): number {
	return today.getUTCFullYear() + (today.getUTCMonth() >= 9 ? 1 : 0);
}

/** The years that may be chosen, latest first. */
export function yearsUntil(last: number): number[] {
	return Array.from({ length: Math.max(last - FIRST + 1, 1) }, (_, index) => last - index);
}

type Known = ReadonlyArray<number | null | undefined>;

const latest = (years: Known) =>
	years.reduce<number | undefined>(
		(last, year) => (typeof year === "number" && year > (last ?? 0) ? year : last),
		undefined,
	);

/**
 * The year that is shown where none is chosen: the latest fiscal one of which anything is known, or else the latest calendar
 * one, or else the last that is over.
 */
export function shownYear(
	says: { year?: string; calendar?: string },
	known: { fiscal: Known; calendar: Known },
	last: number,
): Year {
	if (says.year) return { kind: "fiscal", year: Number(says.year) };
	if (says.calendar) return { kind: "calendar", year: Number(says.calendar) };
	const fiscal = latest(known.fiscal);
	const calendar = latest(known.calendar);
	if (fiscal === undefined && calendar !== undefined) return { kind: "calendar", year: calendar };
	return { kind: "fiscal", year: fiscal ?? last - 1 };
}
