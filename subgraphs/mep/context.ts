import type { Database } from "../../shared/database/database.ts";
import type { LoaderStore } from "../../shared/loaders.ts";
import type { SubgraphClient } from "../../shared/subgraph/subgraph.ts";

/** Made once per request. */
export type Context = {
	database: Database;
	/** Asks the institutes subgraph. */
	ask: SubgraphClient;
	/** The DataLoaders of this request; the `loaders.ts` of each noun has its own. */
	loader: LoaderStore;
};
