import type { Database } from "../../shared/database/database.ts";
import type { KeptTables } from "../../shared/database/kept-tables.ts";
import type { LoaderStore } from "../../shared/loaders.ts";
import type { SubgraphClient } from "../../shared/subgraph/subgraph.ts";

/** Made once per request. */
export type Context = {
	database: Database;
	/** The table of centers in memory, and since when this request may see its rows. */
	kept: KeptTables;
	began: number;
	/** Asks the institutes subgraph. */
	ask: SubgraphClient;
	/** The DataLoaders of this request; the `loaders.ts` of each noun has its own. */
	loader: LoaderStore;
};
