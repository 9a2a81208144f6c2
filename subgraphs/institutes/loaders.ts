import type { Database } from "../../shared/database/database.ts";
import { byId, groupBy } from "../../shared/grouping.ts";
import { loaderStore } from "../../shared/loaders.ts";
import {
	milestonesOf,
	observationsOf,
	type RowOf,
	rowsByIds,
	rowsOfInstitutes,
	type Table,
} from "./queries.ts";

/** One request's DataLoaders. */
export function createLoaders(database: Database) {
	const loader = loaderStore();
	return {
		one: <T extends Table>(table: T, fields: Set<string>) =>
			loader<RowOf[T] | null>([table, fields], async (ids) =>
				byId(ids, await rowsByIds(database, table, ids, fields)),
			),
		ofInstitute: <T extends "facilities" | "courses" | "technologies">(
			table: T,
			fields: Set<string>,
		) =>
			loader<Array<RowOf[T]>>([table, "of institute", fields], async (ids) =>
				groupBy(
					ids,
					await rowsOfInstitutes(database, table, ids, fields),
					(row) => row.institute_id,
				),
			),
		milestones: () =>
			loader(["milestones"], async (ids) =>
				groupBy(ids, await milestonesOf(database, ids), (row) => row.institute_id),
			),
		observations: (column: "institute_id" | "network_id") =>
			loader(["observations", column], async (ids) =>
				groupBy(ids, await observationsOf(database, column, ids), (row) => row[column]),
			),
	};
}

/** Made once per request. */
export type Context = { database: Database; loaders: ReturnType<typeof createLoaders> };
