import { type DatasetInfo, dateLiteral } from "../data/catalog.ts";
import { fiscalQuarterDays } from "./fiscal-quarter.ts";
import { TABLE_FORMATS, type TableFormat } from "./formats.ts";
import { periodText, type Release } from "./release.ts";

const BASES = {
	PUBLISHED_CASES:
		"Cases that somebody published. They are no measure of the network; nothing is suppressed.",
	REPORTED_RECORDS:
		"All reported records of closed quarters, public and confidential, with small cells suppressed.",
};

const DESCRIPTIONS: Record<TableFormat, string> = {
	csv: "A row for each cell, with ids and labels; UTF-8 with a byte order mark. csv-metadata.json and codebook.csv describe the columns.",
	json: "A dataset of JSON-stat 2.0, with suppressed and empty cells in its status.",
	parquet: "The columns and rows of the CSV file, typed.",
};

function temporalOf({ periods }: Release) {
	const [first] = periods;
	const last = periods.at(-1);
	if (!first || !last) return {};
	return {
		"dct:temporal": {
			"@type": "dct:PeriodOfTime",
			"dcat:startDate": dateLiteral(fiscalQuarterDays(first).first),
			"dcat:endDate": dateLiteral(fiscalQuarterDays(last).last),
		},
	};
}

/** A release as a dataset of the catalogue, with a distribution for each table and format. */
export function datasetOf(base: string, release: Release): DatasetInfo {
	const { number, tables, publishedAt, synthetic } = release;
	const page = `/statistics/${number}/`;
	const formats = Object.entries(TABLE_FORMATS) as Array<
		[TableFormat, (typeof TABLE_FORMATS)[TableFormat]]
	>;
	return {
		name: `statistics-${number}`,
		title: `Statistics about manufacturers served, release ${number}${synthetic ? " (synthetic)" : ""}`,
		description: `${synthetic ? "Made-up figures, for tests and demonstrations. " : ""}${BASES[release.basis]} Covers ${periodText(release)}. A release never changes.`,
		page,
		modified: publishedAt,
		more: {
			"dct:issued": dateLiteral(publishedAt),
			"dcat:version": String(number),
			"foaf:page": { "@id": `${base}${page}methods`, "@type": "foaf:Document" },
			...temporalOf(release),
		},
		distributions: tables.flatMap(({ id, title }) =>
			formats.map(([ending, format]) => ({
				path: `${page}${id}.${ending}`,
				title: `${title}, release ${number}, as ${format.label}`,
				description: DESCRIPTIONS[ending],
				format,
			})),
		),
	};
}
