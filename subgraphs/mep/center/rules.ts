export type Coverage = "ONE_YEAR" | "EACH_OF_FIVE_YEARS" | "SEVERAL_YEARS" | "NOT_COMPARABLE";

/** What an award covers, derived from the words of its source. What they leave open is not comparable. */
export function coverageOf(period: string | null): Coverage {
	if (!period) return "NOT_COMPARABLE";
	if (/eligible|study|half/.test(period)) return "NOT_COMPARABLE";
	if (/^each year/.test(period)) return "EACH_OF_FIVE_YEARS";
	if (/in total$/.test(period)) return "SEVERAL_YEARS";
	if (/^(one year|first year|a year)\b/.test(period)) return "ONE_YEAR";
	return "NOT_COMPARABLE";
}
