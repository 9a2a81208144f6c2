import type { Context } from "../context.ts";
import { embeddingLoader } from "./loaders.ts";
import { toEmbedding } from "./present.ts";

/** The embedding with an id, or null. */
export async function embeddingById(id: string, context: Context) {
	const row = await embeddingLoader(context).load(id);
	return row && toEmbedding(row);
}
