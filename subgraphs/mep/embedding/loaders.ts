import { byId, groupBy } from "../../../shared/loader-results.ts";
import type { Context } from "../context.ts";
import type { EmbeddingRow } from "../database/rows.ts";
import { embeddingsOf } from "./queries.ts";

export const embeddingLoader = ({ loader, database }: Context) =>
	loader<EmbeddingRow | null>(["embedding"], async (ids) =>
		byId(ids, await embeddingsOf(database, "id", ids)),
	);

/** The embeddings of each center or institute. */
export const embeddingsLoader = (
	{ loader, database }: Context,
	column: "center_id" | "institute_id",
) =>
	loader<EmbeddingRow[]>(["embeddings", column], async (ids) =>
		groupBy(ids, await embeddingsOf(database, column, ids), (row) => row[column]),
	);
