import { QuarterRow } from "../../subgraphs/engagements/database/record-rows.ts";
import type { EngagementRow } from "../../subgraphs/engagements/database/rows.ts";
import { daysOfQuarter, quarterOfDay } from "../../subgraphs/engagements/engagement/rules.ts";
import { quarterId } from "../../subgraphs/engagements/quarter/rules.ts";
import { FIRST_FISCAL_YEAR, LAST_FISCAL_YEAR } from "./calendar.ts";
import type { Random } from "./random.ts";
import type { Center } from "./reference.ts";

/** Centers that are behind with the second quarter of the last year; the program office closes it. */
const BEHIND = 2;
const DAYS_TO_REPORT = [12, 40] as const;

export type FiscalQuarter = { fiscalYear: number; quarter: number };

/**
 * The quarter, of the last fiscal year, that the program office closes although not all centers have reported it. All
 * quarters before it are reported by all centers; the third is reported by half of them; the fourth by none.
 */
export const CLOSED_BY_OFFICE: FiscalQuarter = { fiscalYear: LAST_FISCAL_YEAR, quarter: 2 };

/** All quarters from `first` to `last`, in order. */
export function quartersFrom(first: FiscalQuarter, last: FiscalQuarter): FiscalQuarter[] {
	const numberOf = ({ fiscalYear, quarter }: FiscalQuarter) => fiscalYear * 4 + quarter - 1;
	return Array.from({ length: Math.max(0, numberOf(last) - numberOf(first) + 1) }, (_, index) => {
		const number = numberOf(first) + index;
		return { fiscalYear: Math.floor(number / 4), quarter: (number % 4) + 1 };
	});
}

function reportedAt(fiscalYear: number, quarter: number, random: Random): string {
	const ended = Date.parse(daysOfQuarter(fiscalYear, quarter).last);
	const minutes = random.integer(8 * 60, 17 * 60);
	return new Date(
		ended + random.integer(...DAYS_TO_REPORT) * 86_400_000 + minutes * 60_000,
	).toISOString();
}

/** The id of the quarter that an engagement of a center lies in; undefined without a center, or if its date is too coarse. */
export function quarterOf({
	center_id,
	started_first: first,
	started_last: last,
}: EngagementRow): string | undefined {
	if (center_id === null || first === "") return undefined;
	const { fiscalYear, quarter } = quarterOfDay(first);
	if (last > daysOfQuarter(fiscalYear, quarter).last) return undefined;
	return quarterId(center_id, fiscalYear, quarter);
}

/** Draws which quarters each center has reported, by id; counts are zero until `count` is called. */
export function reportedQuarters(centers: readonly Center[], random: Random) {
	const rows = new Map<string, QuarterRow>();
	const lastSme = new Map<string, string>();
	const behind = new Set<string>();
	while (behind.size < Math.min(BEHIND, centers.length)) behind.add(random.pick(centers).id);

	function isReported(center: string, fiscalYear: number, quarter: number): boolean {
		if (fiscalYear < LAST_FISCAL_YEAR || quarter === 1) return true;
		return !behind.has(center) && (quarter === 2 || (quarter === 3 && random.chance(0.5)));
	}

	const [first, last] = [
		{ fiscalYear: FIRST_FISCAL_YEAR, quarter: 1 },
		{ fiscalYear: LAST_FISCAL_YEAR, quarter: 4 },
	];
	for (const { id: center } of centers)
		for (const { fiscalYear, quarter } of quartersFrom(first, last)) {
			if (!isReported(center, fiscalYear, quarter)) continue;
			const id = quarterId(center, fiscalYear, quarter);
			rows.set(id, {
				id,
				center_id: center,
				fiscal_year: fiscalYear,
				quarter,
				reported_at: reportedAt(fiscalYear, quarter, random),
				reported_by: `manager-${center} (synthetic)`,
				engagement_count: 0,
				sme_count: 0,
				revision: 1,
			});
		}
	return {
		rows,
		/** Counts an engagement that was reported with its quarter. Engagements come grouped by manufacturer. */
		count(id: string, smeId: string): void {
			const row = rows.get(id);
			if (!row) return;
			row.engagement_count += 1;
			if (lastSme.get(id) !== smeId) row.sme_count += 1;
			lastSme.set(id, smeId);
		},
	};
}

export type ReportedQuarters = ReturnType<typeof reportedQuarters>;
