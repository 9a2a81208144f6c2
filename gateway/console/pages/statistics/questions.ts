import {
	StatisticsCellsDocument,
	StatisticsReleasesDocument,
	StatisticsTableDocument,
} from "../../graphql/graphql.ts";
import { answers, ask } from "../../graphql/query.ts";
import { readAddress, type Search } from "./address.ts";
import { type Place, placeOf } from "./place.ts";
import type { StoredTable } from "./stored-table.ts";
import type { View } from "./view.ts";

export const releasesOf = () => ask(StatisticsReleasesDocument, {});

/** A table of a release never changes, so it is asked once. */
export const tableOf = ({ table, release }: Pick<Place, "table" | "release">) => ({
	...ask(StatisticsTableDocument, { table, release: release.id }),
	staleTime: Number.POSITIVE_INFINITY,
});

/** Asks the releases, and then the table that an address means. What fails shows where it is missing. */
export async function prefetch(search: Search): Promise<void> {
	const told = await answers.fetchQuery(releasesOf()).catch(() => undefined);
	const place = placeOf(readAddress(search).address, told?.data.releases.nodes ?? []);
	if (place) await answers.prefetchQuery(tableOf(place));
}

/** The query for the cells that a view shows, or of some rows of it. */
export function cellsAsked(place: Place, table: StoredTable, view: View, rows = view.rows) {
	const last = table.dimensions.length - 1;
	const dimensions = table.dimensions.map(({ id, values }, index) => {
		const shown = { 0: rows, [last]: view.columns }[index] ?? [view.at[index] ?? 0];
		return { dimension: id, values: shown.flatMap((at) => values[at]?.id ?? []) };
	});
	return {
		document: StatisticsCellsDocument,
		variables: { table: place.table, release: place.release.id, where: { dimensions } },
	};
}
