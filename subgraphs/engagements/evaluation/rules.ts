/** How one indicator is answered: by one published measure, by the hub's own records, or not at all. */
export type Recipe = {
	/** The only property of observations that answers it; others are different measures. */
	observed?: string;
	/** Other measures that are easily confused with it; they are shown beside it. */
	others?: string[];
	/** The figure of `Computed` that answers it, and its formula. */
	computed?: { figure: keyof Computed; unit: string; formula: string };
	/** Why there is no answer where nothing could give one. */
	absent?: string;
};

/** Values from the hub's own records of a year, or why they are missing. */
export type Computed<T = unknown> = Record<
	| "smesServed"
	| "investment"
	| "newSales"
	| "newSalesPerDollar"
	| "transferYield"
	| "licences"
	| "sectors"
	| "peopleTrained",
	T
>;

const NOBODY_COUNTS = "no source publishes it and no record of the hub counts it";

/** By indicator id. Indicators that are not listed have no answer. */
const RECIPES: Record<string, Recipe> = {
	"member-counts": {
		observed: "members",
		others: ["industry_members", "sme_members", "new_members"],
	},
	"r-d-activities": {
		observed: "projects",
		others: ["technology_projects", "projects_selected", "projects_implied"],
	},
	"patent-licensing": {
		computed: {
			figure: "licences",
			unit: "count",
			formula: "technology transfers of the year by LICENSE, of those whose instrument is known",
		},
	},
	"capital-invested": {
		observed: "new_client_investments",
		others: ["total_investment"],
		computed: {
			figure: "investment",
			unit: "usd",
			formula: "Σ INVESTMENT over outcome reports whose window ends in the year",
		},
	},
	"enterprise-growth": {
		observed: "new_sales",
		others: ["new_and_retained_sales", "sales"],
		computed: {
			figure: "newSales",
			unit: "usd",
			formula: "Σ NEW_SALES over outcome reports whose window ends in the year",
		},
	},
	"return-on-investment": {
		observed: "new_sales_per_federal_dollar",
		others: [
			"new_client_investment_per_federal_dollar",
			"return_per_federal_dollar",
			"federal_revenue_return_per_federal_dollar",
		],
		computed: {
			figure: "newSalesPerDollar",
			unit: "usd_per_usd",
			formula: "Σ NEW_SALES ÷ federal money of the year",
		},
	},
	"inter-industry-diffusion": {
		computed: {
			figure: "sectors",
			unit: "count",
			formula: "distinct NAICS sectors (31-33 is one) of manufacturers with a technology transfer",
		},
	},
	"transfer-diffusion-and-industrialisation-of-results": {
		computed: {
			figure: "transferYield",
			unit: "ratio",
			formula: "manufacturers with a technology transfer ÷ manufacturers served",
		},
	},
	"support-to-the-industry": {
		observed: "manufacturers_interacted",
		computed: {
			figure: "smesServed",
			unit: "smes",
			formula: "distinct manufacturers with an engagement in the year",
		},
	},
	"talent-team": {
		observed: "people_trained_or_engaged",
		others: ["workforce_participants"],
		computed: {
			figure: "peopleTrained",
			unit: "people",
			formula: "Σ people trained over trainings of the year",
		},
	},
	partnerships: {
		absent: `${NOBODY_COUNTS}; links to MEP centers stand in Institute.embeddings`,
	},
};

/** All properties that the recipes use. */
export const EVALUATED_PROPERTIES: string[] = [
	...new Set(
		Object.values(RECIPES).flatMap(({ observed, others = [] }) => [
			...(observed ? [observed] : []),
			...others,
		]),
	),
];

/** The recipe of an indicator. */
export function recipeOf(indicatorId: string): Recipe {
	return RECIPES[indicatorId] ?? {};
}

/** Why an indicator has no answer that no recipe gives one to. */
export function unanswered({ absent = NOBODY_COUNTS }: Recipe): string {
	return absent;
}

/**
 * The source of the answer, which is always the same for a kind of subject, so that its years are one series: published
 * figures for a network, because the hub has only a part of its records; records for an institute.
 */
export function sourceFor(
	{ observed, computed }: Recipe,
	subject: "Network" | "Institute",
): "OBSERVED" | "COMPUTED" | "NEITHER" {
	if (subject === "Network" && observed) return "OBSERVED";
	if (computed) return "COMPUTED";
	return observed ? "OBSERVED" : "NEITHER";
}
