import type { Database } from "../../shared/database/database.ts";
import { byId, groupBy } from "../../shared/loader-results.ts";
import { loaderStore } from "../../shared/loaders.ts";
import { awardsBy, centersByIds } from "./center/queries.ts";
import type { AwardRow, CenterRow, EmbeddingRow } from "./database/rows.ts";
import { embeddingsOf } from "./embedding/queries.ts";

/** One request's DataLoaders. */
export function createLoaders(database: Database) {
	const loader = loaderStore();
	return {
		center: (fields: Set<string>) =>
			loader<CenterRow | null>(["center", fields], async (ids) =>
				byId(ids, await centersByIds(database, ids, fields)),
			),
		award: () =>
			loader<AwardRow | null>(["award"], async (ids) =>
				byId(ids, await awardsBy(database, "id", ids)),
			),
		awards: () =>
			loader<AwardRow[]>(["awards"], async (ids) =>
				groupBy(ids, await awardsBy(database, "center_id", ids), (row) => row.center_id),
			),
		embedding: () =>
			loader<EmbeddingRow | null>(["embedding"], async (ids) =>
				byId(ids, await embeddingsOf(database, "id", ids)),
			),
		embeddings: (column: "center_id" | "institute_id") =>
			loader<EmbeddingRow[]>(["embeddings", column], async (ids) =>
				groupBy(ids, await embeddingsOf(database, column, ids), (row) => row[column]),
			),
	};
}

export type Loaders = ReturnType<typeof createLoaders>;
