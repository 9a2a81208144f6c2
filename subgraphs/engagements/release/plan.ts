import { daysOfQuarter } from "../engagement/rules.ts";
import { type FiscalQuarter, quarterOf, quarterPeriod } from "../statistics/periods.ts";
import { nothingClosed, quarterNotEnded, quarterOpen, type Refusal } from "./refusals.ts";

/** What is known of quarters: who has reported which, and which the program office closed, which has no center. */
export type QuarterDone = { fiscal_year: number; quarter: number; center_id: string | null };

type Known = {
	done: readonly QuarterDone[];
	/** Every center of the network. */
	centers: readonly string[];
	/** Quarters that a release covers, which stay closed. */
	released: readonly string[];
	/** A day on which it may still be today somewhere. */
	today: string;
};

/** The centers that have not reported each quarter that some have; empty for one that is closed. */
function missingByQuarter({ done, centers, released }: Known): Map<string, string[]> {
	const reported = new Map<string, Set<string | null>>();
	for (const { fiscal_year, quarter, center_id } of done) {
		const period = quarterPeriod({ fiscalYear: fiscal_year, quarter });
		reported.set(period, (reported.get(period) ?? new Set()).add(center_id));
	}
	const missing = new Map<string, string[]>();
	for (const [period, by] of reported)
		missing.set(period, by.has(null) ? [] : centers.filter((center) => !by.has(center)));
	for (const period of released) missing.set(period, []);
	return missing;
}

/**
 * The quarters that a release covers: those of releases before, and those asked for, which must be closed, or else all
 * that are; in time. Refusals where there can be none.
 */
export function planRelease(
	asked: readonly FiscalQuarter[] | null,
	known: Known,
): { quarters: string[] } | { refusals: Refusal[] } {
	const missing = missingByQuarter(known);
	const closed = [...missing].flatMap(([period, left]) => (left.length === 0 ? [period] : []));
	const refusals = (asked ?? []).flatMap((one): Refusal[] => {
		const period = quarterPeriod(one);
		if (daysOfQuarter(one.fiscalYear, one.quarter).last >= known.today)
			return [quarterNotEnded(one)];
		if (closed.includes(period)) return [];
		return [quarterOpen(quarterOf(period), missing.get(period) ?? [...known.centers])];
	});
	if (refusals.length > 0) return { refusals };
	const added = asked ? asked.map(quarterPeriod) : closed;
	const quarters = [...new Set([...known.released, ...added])].sort();
	return quarters.length === 0 ? { refusals: [nothingClosed] } : { quarters };
}
