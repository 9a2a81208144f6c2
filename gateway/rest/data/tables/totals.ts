import type { OpenTable } from "./table.ts";

/** Groupings of the totals: none, by one dimension, or by dimension and year. */
const GROUPINGS = [
	[],
	["KIND"],
	["CENTER"],
	["INSTITUTE"],
	["SME_STATE"],
	["NAICS_SECTOR"],
	["FISCAL_YEAR"],
	["CALENDAR_YEAR"],
	["KIND", "CALENDAR_YEAR"],
	["CENTER", "CALENDAR_YEAR"],
	["INSTITUTE", "CALENDAR_YEAR"],
];

const GROUP = "kind center { id } institute { id } smeState naicsSector fiscalYear calendarYear";
const groupColumns = (at: string) => ({
	by: `${at}by`,
	kind: `${at}kind`,
	center_id: `${at}center.id`,
	institute_id: `${at}institute.id`,
	sme_state: `${at}smeState`,
	naics_sector: `${at}naicsSector`,
	fiscal_year: `${at}fiscalYear`,
	calendar_year: `${at}calendarYear`,
});

const COMMON = {
	list: "traceTotals",
	connection: false,
	records: true,
	variants: GROUPINGS.map((by) => ({
		args: `(by: [${by.join(", ")}])`,
		constants: { by: by.join(";"), computed: "totals of this hub over its public engagements" },
	})),
	notes: {
		by: "The dimensions the row is grouped by; empty for the overall total. If a dimension is listed here and its column is empty, the row counts the engagements without a value; columns not listed here are always empty.",
		source_document: "What the figures were computed from.",
	},
} as const satisfies Partial<OpenTable>;

/** Totals over the public engagements. */
export const TOTALS_TABLES: OpenTable[] = [
	{
		...COMMON,
		variants: [...COMMON.variants],
		name: "totals",
		title: "Totals of public engagements",
		description:
			"Counts of the public engagements by kind, center, institute, state, sector and year. A manufacturer counts once in each group: do not add up `sme_count` over groups.",
		fields: `${GROUP} smeCount engagementCount hours peopleTrained`,
		columns: {
			...groupColumns(""),
			sme_count: "smeCount",
			engagement_count: "engagementCount",
			hours: "hours",
			people_trained: "peopleTrained",
			source_document: "computed",
		},
	},
	{
		...COMMON,
		variants: [...COMMON.variants],
		name: "outcome-totals",
		title: "Reported outcomes of public engagements",
		description:
			"Sums of the outcomes that clients of public engagements reported, by metric and verification, never extrapolated. An outcome counts once in each group: do not add up over groups.",
		inside: "outcomes",
		fields: `${GROUP} outcomes { metric value currency reports verification }`,
		columns: {
			...groupColumns("parent."),
			metric: "metric",
			value: "value",
			currency: "currency",
			reports: "reports",
			verification: "verification",
			source_document: "parent.computed",
		},
	},
];
