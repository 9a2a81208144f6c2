import type { ObservationFacet, ObservationFacets } from "./facets-type.ts";
import type { FacetRow } from "./queries.ts";

function count(values: ReadonlyArray<string | number | null>): ObservationFacet[] {
	const counts = new Map<string, number>();
	for (const value of values)
		if (value !== null) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
	const facets = [...counts].map(([value, counted]) => ({ value, count: counted }));
	return facets.sort((a, b) => (a.value < b.value ? -1 : 1));
}

/** Counts observations by each value that they can be filtered by. `documents` maps titles to ids. */
export function facetsOf(
	rows: readonly FacetRow[],
	documents: ReadonlyMap<string, string>,
): ObservationFacets {
	const subjects = (type: string, ids: Array<string | null>) =>
		count(ids).map(({ value, count: counted }) => ({ type, subjectId: value, count: counted }));
	const named = (title: string | null) => title && (documents.get(title) ?? title);
	const documentCounts = count(rows.map((row) => named(row.source_document)));
	return {
		subjects: [
			...subjects(
				"Network",
				rows.map((row) => row.network_id),
			),
			...subjects(
				"Institute",
				rows.map((row) => row.institute_id),
			),
		],
		properties: count(rows.map((row) => row.property)),
		documents: documentCounts.sort((a, b) => b.count - a.count),
		years: count(rows.map((row) => row.year)).reverse(),
		doubts: count(rows.flatMap((row) => row.doubts.split(";").filter(Boolean))),
	};
}
