import type { Release } from "../../gateway/rest/statistics/release.ts";
import type { StoredTable } from "../../gateway/rest/statistics/stored-table.ts";

/** A release with one table: one cell published, one suppressed, one that some measures do not apply to, others empty. */
export const RELEASE: Release = {
	id: "rel_one",
	number: 1,
	publishedAt: "2026-02-03T04:05:06.000Z",
	basis: "REPORTED_RECORDS",
	synthetic: true,
	periods: [
		{ fiscalYear: 2024, quarter: 1 },
		{ fiscalYear: 2024, quarter: 2 },
	],
	rules: { minContributors: 4, minMoneyContributors: 6 },
	digest: "d1ge57",
	program: "throughline 9.9.9",
	note: "First <release>.",
	tables: [{ id: "engagements-by-state", title: "Engagements by state" }],
};

const value = (id: string, label: string, parent: string | null = null) => ({ id, label, parent });

export const TABLE: StoredTable = {
	id: "engagements-by-state",
	title: "Engagements by state",
	dimensions: [
		{
			id: "state",
			label: "State",
			values: [
				value("all", "All states"),
				value("US-GA", "Georgia", "all"),
				value("US-PR", "=Puerto Rico, 波多黎各", "all"),
			],
		},
		{
			id: "kind",
			label: "Kind of service",
			values: [value("all", "All kinds"), value("TRAINING", "Training", "all")],
		},
		{
			id: "period",
			label: "Period",
			values: [value("2024-Q1", "2024, quarter 1"), value("2024-Q2", "2024, quarter 2")],
		},
	],
	measures: [
		{ id: "smes", label: "Manufacturers", unit: "manufacturers" },
		{ id: "engagements", label: "Engagements", unit: "engagements" },
		{
			id: "hours",
			label: "Hours of use",
			unit: "hours",
			only: { dimension: "kind", values: ["ACCESS"] },
		},
		{
			id: "peopleTrained",
			label: "People trained",
			unit: "people",
			only: { dimension: "kind", values: ["TRAINING"] },
		},
	],
	cells: {
		// all × all × Q1, all × TRAINING × Q1, US-GA × TRAINING × Q1
		at: [0, 2, 6],
		suppressed: [0, 0, 1],
		values: [
			[12, 7, null],
			[40, 9, null],
			[null, null, null],
			[null, 33, null],
		],
	},
	notes: ["A note from the family."],
};
