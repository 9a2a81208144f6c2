import type { Observation } from "../../../shared/provenance/provenance.ts";
import { servedFigure } from "../remote/observations.ts";
import { KeyFigureName } from "./type.ts";

/** Manufacturers that a network served in a year, as it publishes them. */
export const PUBLISHED_MANUFACTURERS = "manufacturers_interacted";

/** The published property with the same measure as a key figure, and others that are easily confused with it. */
const PUBLISHED: Partial<Record<KeyFigureName, { same?: string; others?: string[] }>> = {
	[KeyFigureName.SMES_SERVED]: { same: PUBLISHED_MANUFACTURERS },
	[KeyFigureName.NEW_SALES]: { same: "new_sales", others: ["sales"] },
	[KeyFigureName.SALES]: { same: "new_and_retained_sales", others: ["sales"] },
	[KeyFigureName.JOBS_CREATED]: { others: ["jobs_created_or_retained"] },
	[KeyFigureName.JOBS_RETAINED]: { others: ["jobs_created_or_retained"] },
	[KeyFigureName.COST_SAVINGS]: { same: "cost_savings" },
	[KeyFigureName.INVESTMENT]: { same: "new_client_investments" },
	[KeyFigureName.SME_SHARE]: {
		same: "sme_share_of_industry_members",
		others: ["small_share_of_manufacturer_members"],
	},
	[KeyFigureName.MATCH_RATIO]: {
		same: "non_federal_match_ratio",
		others: ["non_base_to_base_match_ratio"],
	},
	[KeyFigureName.NEW_SALES_PER_FEDERAL_DOLLAR]: {
		same: "new_sales_per_federal_dollar",
		others: ["return_per_federal_dollar", "federal_revenue_return_per_federal_dollar"],
	},
	[KeyFigureName.INVESTMENT_PER_FEDERAL_DOLLAR]: {
		same: "new_client_investment_per_federal_dollar",
		others: ["return_per_federal_dollar"],
	},
	[KeyFigureName.FEDERAL_DOLLARS_PER_JOB]: { same: "federal_usd_per_job" },
};

/** Every property that is shown beside some key figure. */
export const PUBLISHED_PROPERTIES: string[] = [
	...new Set(
		Object.values(PUBLISHED).flatMap(({ same, others = [] }) => [
			...(same ? [same] : []),
			...others,
		]),
	),
];

/** The published figures shown beside a key figure: the same measure, and others that must not be confused with it. */
export function publishedBeside(
	figure: KeyFigureName,
	figures: Observation[],
): { published: Observation | null; otherFigures: Observation[] } {
	const { same, others = [] } = PUBLISHED[figure] ?? {};
	return {
		published: (same && servedFigure(figures, same)) || null,
		otherFigures: others.flatMap((property) => servedFigure(figures, property) ?? []),
	};
}
