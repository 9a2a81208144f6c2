import { type CellStatus, cellsOf, type StoredTable } from "./stored-table.ts";

/** What a table of a release is about, without its cells but with how many there are of each status. */
export type TableDescription = Omit<StoredTable, "cells"> & { counts: Record<CellStatus, number> };

export function describeTable(table: StoredTable): TableDescription {
	const counts = { PUBLISHED: 0, SUPPRESSED: 0, EMPTY: 0 };
	for (const { status } of cellsOf(table)) counts[status] += 1;
	const { cells: _, ...described } = table;
	return { ...described, counts };
}
