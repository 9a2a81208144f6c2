import { z } from "zod";

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** A date as precise as its source: "2018", "2018-03" or "2018-03-07", with the first and last day it may mean. */
export type PartialDate = { text: string; first: string; last: string };

/** Returns undefined where `text` is no partial ISO 8601 date. */
export function parsePartialDate(text: string): PartialDate | undefined {
	const match = SHAPE.exec(text);
	if (!match) return undefined;
	const [, year, month, day] = match;
	if (month === undefined) return { text, first: `${year}-01-01`, last: `${year}-12-31` };
	if (Number(month) < 1 || Number(month) > 12) return undefined;
	const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
	if (day === undefined)
		return { text, first: `${year}-${month}-01`, last: `${year}-${month}-${days}` };
	if (Number(day) < 1 || Number(day) > days) return undefined;
	return { text, first: text, last: text };
}

/** The US federal year of a day: it starts in October and bears the year it ends in. A year alone is taken as that year. */
export function fiscalYearOfDay(day: string): number {
	const year = Number(day.slice(0, 4));
	return Number(day.slice(5, 7)) >= 10 ? year + 1 : year;
}

const INSTANT = z.iso.datetime({ offset: true });

/**
 * The beginning of a date (2018, 2018-03 or 2018-03-07, in UTC) or of a moment with its offset
 * (2018-03-07T08:30:00Z, 2018-03-07T08:30:00-05:00), as 2018-03-07T08:30:00.000Z; undefined where `text` is neither.
 */
export function parseInstant(text: string): string | undefined {
	const date = parsePartialDate(text);
	if (date) return `${date.first}T00:00:00.000Z`;
	return INSTANT.safeParse(text).success ? new Date(text).toISOString() : undefined;
}
