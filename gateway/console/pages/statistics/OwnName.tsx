import { RecordLink } from "../../parts/RecordLink.tsx";
import type { Names } from "./names.ts";
import { recordOf } from "./record.ts";
import type { StoredTable } from "./stored-table.ts";

/** The name of a row, which leads to its record where it has one. */
export function OwnName({
	table,
	names,
	place,
}: {
	table: StoredTable;
	names: Names;
	place: number;
}) {
	const [dimension] = table.dimensions;
	const value = dimension?.values[place];
	const type = dimension && value && recordOf(dimension, value);
	const name = names.own(place);
	return type ? (
		<RecordLink type={type} id={value.id}>
			{name}
		</RecordLink>
	) : (
		name
	);
}
