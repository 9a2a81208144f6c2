/** The figures that the first page shows of the two networks that serve manufacturers in the United States. */
export const HEADLINES = [
	{
		network: "manufacturing-usa",
		metrics: [
			"institutes",
			"members",
			"projects",
			"people_trained_or_engaged",
			"federal_base_funding",
			"state_and_private_investment",
			"non_federal_match_ratio",
		],
	},
	{
		network: "mep-national-network",
		metrics: [
			"manufacturers_interacted",
			"new_and_retained_sales",
			"new_sales",
			"jobs_created_or_retained",
			"cost_savings",
			"new_client_investments",
			"federal_funding",
		],
	},
];
