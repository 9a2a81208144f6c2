import { badInput } from "../../../shared/errors.ts";
import type { AskedYear } from "../remote/yearly-facts.ts";

export const FISCAL_YEAR =
	"Fiscal year: a US federal one starts in October of the year before; of China's centers, the calendar year.";
export const CALENDAR_YEAR =
	"Calendar year instead of a fiscal year, which includes records dated to a year only. Published figures, which are by fiscal year, are then absent.";

/** Reads the two arguments; exactly one must be given. */
export function askedYear(fiscalYear?: number | null, calendarYear?: number | null): AskedYear {
	const named = fiscalYear ?? calendarYear;
	if (
		typeof named !== "number" ||
		(typeof fiscalYear === "number" && typeof calendarYear === "number")
	)
		throw badInput("fiscalYear", "give either fiscalYear or calendarYear");
	const path = typeof fiscalYear === "number" ? "fiscalYear" : "calendarYear";
	if (named < 1900 || named > 2200) throw badInput(path, `${named} is not a year`);
	return { year: named, calendar: path === "calendarYear" };
}
