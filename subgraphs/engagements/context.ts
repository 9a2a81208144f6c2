import type { LRUCache } from "lru-cache";
import type { Database } from "../../shared/database/database.ts";
import type { LoaderStore } from "../../shared/loaders.ts";
import type { SubgraphClient } from "../../shared/subgraph/subgraph.ts";
import type { Viewer } from "../../shared/viewer/viewer.ts";

/** Made once per request. */
export type Context = {
	database: Database;
	/** Asks the institutes and mep subgraphs. */
	ask: SubgraphClient;
	/** Who asks. */
	viewer: Viewer;
	/** Whether this database holds made-up records; whatever is written here is marked so too. */
	synthetic: boolean;
	/** The DataLoaders of this request; the `loaders.ts` of each noun has its own. */
	loader: LoaderStore;
	/** Filters that were resolved in this request (`filter/`), so that each is asked of its owner once. */
	scopes: Map<string, Promise<object>>;
	/** Totals of the current state of the database (`totals/`), kept across requests. */
	totals: LRUCache<string, Promise<object[]>>;
};
