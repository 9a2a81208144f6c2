import { dimensionsOf, type Labels } from "./dimensions.ts";
import type { Collected, Entry } from "./entries.ts";
import { type FamilyTable, SUBJECTS } from "./family.ts";
import type { StoredTable } from "./table.ts";

/** Makes a table of what was collected for it. `periods` are all that the release covers, in which there may be no records. */
export function assembleTable(
	table: FamilyTable,
	{ entries, parents }: Collected,
	periods: readonly string[],
	labels: Labels,
	notes: string[],
): StoredTable {
	const { inner, measures } = SUBJECTS[table.subject];
	const dimensions = dimensionsOf(table, { entries, parents }, periods, labels);
	const places = dimensions.map(
		({ values }) => new Map(values.map(({ id }, index) => [id, index] as const)),
	);
	const placeOf = ({ coordinates }: Entry) =>
		coordinates.reduce(
			(sum, id, index) => sum * (places[index]?.size ?? 0) + (places[index]?.get(id) as number),
			0,
		);
	const placed = entries
		.map((entry) => ({ at: placeOf(entry), entry }))
		.sort((one, other) => one.at - other.at);
	return {
		id: table.id,
		title: table.title,
		dimensions,
		measures: measures.map(({ id, label, unit, onlyIn }) => ({
			id,
			label,
			unit,
			...(onlyIn && { only: { dimension: inner.id, values: [onlyIn] } }),
		})),
		cells: {
			at: placed.map(({ at }) => at),
			suppressed: placed.map(({ entry }) => (entry.suppressed ? 1 : 0)),
			values: measures.map((_, index) =>
				placed.map(({ entry }) => (entry.suppressed ? null : (entry.values[index] ?? null))),
			),
		},
		notes,
	};
}
