/** How one indicator is answered: by a published figure, by the hub's own records, or not at all. */
export type Recipe = {
	/** Properties of observations that answer it, the best first. */
	observed: string[];
	/** A figure of `Computed` that answers it, and how it is made. */
	computed?: { figure: keyof Computed; unit: string; formula: string };
	/** Why there is no answer where neither is found. */
	absent: string;
};

/** What the hub's own records of a year add up to; null where they hold nothing to compute it from. */
export type Computed = Record<
	| "smesServed"
	| "investment"
	| "newSales"
	| "newSalesPerDollar"
	| "transferYield"
	| "licences"
	| "sectors"
	| "peopleTrained",
	{ value: number; n: number } | null
>;

const NOBODY_COUNTS = "no source publishes it and no record of the hub counts it";

/** By the id of the indicator. One that is not listed is answered by nothing. */
export const RECIPES: Record<string, Recipe> = {
	"member-counts": {
		observed: ["members", "industry_members"],
		absent: "no source counts the members for this year",
	},
	"r-d-activities": {
		observed: ["projects", "technology_projects"],
		absent: "no source counts the projects for this year",
	},
	"patent-licensing": {
		observed: [],
		computed: {
			figure: "licences",
			unit: "count",
			formula: "technology transfers of the year by LICENSE, of those whose instrument is known",
		},
		absent: "no technology transfer of the year with a known instrument that may be seen",
	},
	"capital-invested": {
		observed: ["new_client_investments", "total_investment"],
		computed: {
			figure: "investment",
			unit: "usd",
			formula: "Σ INVESTMENT over outcome reports whose window ends in the year",
		},
		absent: "no source publishes it and no outcome report of the year gives it",
	},
	"enterprise-growth": {
		observed: ["new_sales"],
		computed: {
			figure: "newSales",
			unit: "usd",
			formula: "Σ NEW_SALES over outcome reports whose window ends in the year",
		},
		absent: "no source publishes it and no outcome report of the year gives it",
	},
	"return-on-investment": {
		observed: ["new_sales_per_federal_dollar", "return_per_federal_dollar"],
		computed: {
			figure: "newSalesPerDollar",
			unit: "usd_per_usd",
			formula: "Σ NEW_SALES ÷ federal money of the year",
		},
		absent: "no source publishes it, and sales or federal money of the year are not known",
	},
	"inter-industry-diffusion": {
		observed: [],
		computed: {
			figure: "sectors",
			unit: "count",
			formula: "distinct two-digit NAICS sectors of manufacturers with a technology transfer",
		},
		absent: "no manufacturer with a technology transfer in the year has a known NAICS code",
	},
	"transfer-diffusion-and-industrialisation-of-results": {
		observed: [],
		computed: {
			figure: "transferYield",
			unit: "ratio",
			formula: "manufacturers with a technology transfer ÷ manufacturers served",
		},
		absent: "no engagement of the year that may be seen",
	},
	"support-to-the-industry": {
		observed: ["manufacturers_interacted"],
		computed: {
			figure: "smesServed",
			unit: "smes",
			formula: "distinct manufacturers with an engagement in the year",
		},
		absent: "no engagement of the year that may be seen",
	},
	"talent-team": {
		observed: ["people_trained_or_engaged"],
		computed: {
			figure: "peopleTrained",
			unit: "people",
			formula: "Σ people trained over trainings of the year",
		},
		absent: "no source counts the people trained and no training of the year gives them",
	},
	partnerships: {
		observed: [],
		absent: `${NOBODY_COUNTS}; links to MEP centers stand in Institute.embeddings`,
	},
};

export const NO_RECIPE: Recipe = { observed: [], absent: NOBODY_COUNTS };

type Figure = { property: string; accepted: boolean; value?: number | null };

/** The published figure that answers a recipe, the best first. */
export function publishedFor<T extends Figure>(recipe: Recipe, figures: T[]): T | undefined {
	for (const property of recipe.observed) {
		const found = figures.find(
			(one) =>
				one.property === property && one.accepted && one.value !== null && one.value !== undefined,
		);
		if (found) return found;
	}
	return undefined;
}
