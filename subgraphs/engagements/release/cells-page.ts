import type { Context } from "../context.ts";
import { appliesTo, cellsOf } from "../statistics/table.ts";
import type { CellStatus } from "../totals/type.ts";
import type { StatisticsCell, StatisticsTable } from "./statistics-type.ts";

/** Characters of a key, which has a client's conditions in it, that hold as much as a cell. */
const KEY_A_CELL = 400;

function build({ stored, picks }: StatisticsTable, skip: number, first: number): StatisticsCell[] {
	const coordinates = stored.dimensions.map(({ id, values }) =>
		values.map((value) => ({ dimension: id, value: value.id })),
	);
	return Array.from(cellsOf(stored, picks, skip, first), (cell) => ({
		coordinates: cell.coordinates.map((place, index) => coordinates[index]?.[place] as never),
		values: stored.measures.flatMap((measure, index) =>
			appliesTo(stored, measure, cell.coordinates)
				? [{ measure: measure.id, value: cell.values[index] }]
				: [],
		),
		status: cell.status as CellStatus,
	}));
}

/**
 * Cells of a table as they are served, `first` from `skip` on. A release never changes, so pages are kept: to make their
 * objects again for each request costs more than all else, most of it in collecting garbage.
 */
export function cellsPage(
	{ releases }: Context,
	table: StatisticsTable,
	{ skip, first }: { skip: number; first: number },
): StatisticsCell[] {
	const key = `${table.id} ${skip} ${first}`;
	const kept = releases.pages.get(key) as StatisticsCell[] | undefined;
	if (kept) return kept;
	const page = build(table, skip, first);
	releases.pages.set(key, page, { size: page.length + Math.ceil(key.length / KEY_A_CELL) });
	return page;
}
