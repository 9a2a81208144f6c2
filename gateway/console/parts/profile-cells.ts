import type { EmbeddingFieldsFragment, MilestoneFieldsFragment } from "../graphql/graphql.ts";

/** Milestones as plain values with their sources, to take along. */
export const cellsOfMilestones = (milestones: readonly MilestoneFieldsFragment[]) => ({
	columns: ["kind", "date", "document", "section", "url"],
	rows: milestones.map(({ kind, date, source }) => [
		kind,
		date,
		source.document,
		source.section,
		source.url,
	]),
});

/** Links between centers and institutes as plain values with their sources, to take along. */
export const cellsOfEmbeddings = (embeddings: readonly EmbeddingFieldsFragment[]) => ({
	columns: [
		"kind",
		"center_id",
		"institute_id",
		"starts_on",
		"ends_on",
		"award",
		"currency",
		"note",
		"document",
		"url",
	],
	rows: embeddings.map(({ kind, center, institute, startsOn, endsOn, award, note, source }) => [
		kind,
		center?.id,
		institute?.id,
		startsOn,
		endsOn,
		award?.amount,
		award?.currency,
		note,
		source.document,
		source.url,
	]),
});
