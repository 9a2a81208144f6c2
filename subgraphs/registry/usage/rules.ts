/** Operations are kept for at least this many days after they were last seen. */
export const KEPT_DAYS = 90;
/** Breaking changes are checked against the operations of this many days. */
export const CHECKED_DAYS = 60;
/** Most different operations that are kept; beyond it new ones are not, so that nobody fills the database. */
export const MOST_OPERATIONS = 20_000;
/** Longest document that is kept. */
export const LONGEST_DOCUMENT = 20_000;

const DAY = /^\d{4}-\d\d-\d\d$/;

export const isDay = (text: string) => DAY.test(text) && !Number.isNaN(Date.parse(text));

/** The day `days` before `now`, ISO 8601. */
export function dayBefore(now: Date, days: number): string {
	return new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10);
}
