/** Day and time of an ISO 8601 moment, in UTC, as partners all over the world read the same log. */
export function momentOf(language: string, at: string): string {
	return new Intl.DateTimeFormat(language, {
		year: "numeric",
		month: "short",
		day: "numeric",
		hour: "2-digit",
		minute: "2-digit",
		hourCycle: "h23",
		timeZone: "UTC",
		timeZoneName: "short",
	}).format(Date.parse(at));
}
