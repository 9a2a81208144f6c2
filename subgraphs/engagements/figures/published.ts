import type { Observation } from "../../../shared/provenance/provenance.ts";
import { KeyFigureName } from "./type.ts";

/** All of an observation; needs `DOUBT_FRAGMENT` beside. */
export const OBSERVATION_FIELDS = `id subjectType subjectId property number value text nativeText unit asPrinted printedValue asOf asOfWords fiscalYear period party
	source { id document section line url readOn } accepted reason seriesBreak doubts { ...Whole } doubt { ...Whole }`;
export const DOUBT_FRAGMENT = `fragment Whole on Doubt { id settled severity what printed right settledBy why documents externalSource }`;

/** Manufacturers that a network served in a year, as it publishes them. */
export const PUBLISHED_MANUFACTURERS = "manufacturers_interacted";

/** What a network publishes of the same measure as a key figure, and of other measures that are taken for it. */
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

/** Parts of what is published that key figures are made of. */
const INGREDIENTS = [
	"federal_funding",
	"federal_base_funding",
	"state_and_private_investment",
	"sme_members",
	"industry_members",
];

/** Every property that the owner of a network is asked for. */
export const PUBLISHED_PROPERTIES: string[] = [
	...new Set([
		...INGREDIENTS,
		...Object.values(PUBLISHED).flatMap(({ same, others = [] }) => [
			...(same ? [same] : []),
			...others,
		]),
	]),
];

/** The figure that is served for a property, of those given. */
export function servedFigure(figures: Observation[], property: string): Observation | undefined {
	return figures.find(
		(one) => one.property === property && one.accepted && typeof one.value === "number",
	);
}

/** What is published beside a key figure: the same measure, and others that must not be taken for it. */
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
