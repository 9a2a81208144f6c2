import type {
	EngagementRow,
	OutcomeClaimRow,
	OutcomeCoverRow,
	OutcomeRow,
} from "../../subgraphs/engagements/database/rows.ts";
import { newOutcome } from "../../subgraphs/engagements/outcome/new.ts";
import { isOutlier } from "../../subgraphs/engagements/outcome/rules.ts";
import type { Random } from "./random.ts";
import { serial } from "./sme.ts";

const MONEY = ["NEW_SALES", "RETAINED_SALES", "COST_SAVINGS", "COST_AVOIDED", "INVESTMENT"];
const JOBS = ["JOBS_CREATED", "JOBS_RETAINED"];
const SHARE_REPORTED = 0.15;

export type SyntheticOutcome = {
	outcome: OutcomeRow;
	claims: OutcomeClaimRow[];
	/** The engagements that it covers. */
	covered: EngagementRow[];
};

function claimsOf(outcomeId: string, random: Random): OutcomeClaimRow[] {
	const money = MONEY.filter(() => random.chance(0.35));
	if (money.length === 0) money.push(random.pick(MONEY));
	const jobs = JOBS.filter(() => random.chance(0.3));
	return [...money, ...jobs].map((metric) => ({
		id: `${outcomeId}~${metric}`,
		outcome_id: outcomeId,
		metric,
		value: jobs.includes(metric)
			? Math.round(25 ** random.fraction())
			: Math.round(5 * 400 ** random.fraction()) * 1000,
		currency: jobs.includes(metric) ? null : "USD",
		qualifier: null,
	}));
}

/** The claims with the first one beyond the bound for the firm's size, as an outlier's are. */
export function beyondBound(
	claims: readonly OutcomeClaimRow[],
	employees: number | null,
): OutcomeClaimRow[] {
	const [first, ...others] = claims;
	if (!first) return [];
	const grown = { ...first };
	while (!isOutlier(grown, employees)) grown.value *= 10;
	return [grown, ...others];
}

export function coversOf({ id }: OutcomeRow, covered: readonly EngagementRow[]): OutcomeCoverRow[] {
	return covered.map((row) => ({
		id: `${id}~${row.id}`,
		outcome_id: id,
		engagement_id: row.id,
	}));
}

/**
 * Makes the outcomes of one manufacturer's engagements: for some fiscal years with a center or institute it reports once,
 * so that windows never overlap. `nextIndex` numbers the outcomes of the whole run.
 */
export function makeOutcomes(
	engagements: EngagementRow[],
	nextIndex: () => number,
	random: Random,
): SyntheticOutcome[] {
	const years = new Map<string, EngagementRow[]>();
	for (const row of engagements) {
		if (row.fiscal_year === null) continue;
		const key = [row.center_id, row.institute_id, row.fiscal_year].join("~");
		const year = years.get(key);
		if (year) year.push(row);
		else years.set(key, [row]);
	}
	const outcomes: SyntheticOutcome[] = [];
	for (const covered of years.values()) {
		const [first] = covered;
		if (!first?.fiscal_year || !random.chance(SHARE_REPORTED)) continue;
		const id = `out_syn${serial(nextIndex())}`;
		outcomes.push({
			outcome: newOutcome({
				id,
				sme_id: first.sme_id,
				logged_sme_id: first.sme_id,
				center_id: first.center_id,
				institute_id: first.institute_id,
				window_start: `${first.fiscal_year - 1}-10-01`,
				window_end: `${first.fiscal_year}-09-30`,
				synthetic: true,
				source_document: first.source_document,
			}),
			claims: claimsOf(id, random),
			covered,
		});
	}
	return outcomes;
}
