import type { LRUCache } from "lru-cache";
import type { Database } from "../../shared/database/database.ts";
import type { LoaderStore } from "../../shared/loaders.ts";
import type { SubgraphClient } from "../../shared/subgraph/subgraph.ts";
import type { Viewer } from "../../shared/viewer/viewer.ts";
import type { LiveTotals } from "./live-totals.ts";

/** Made once per request. */
export type Context = {
	database: Database;
	/** Asks the institutes and mep subgraphs. */
	ask: SubgraphClient;
	/** The caller of the request. */
	viewer: Viewer;
	/** Whether this database holds synthetic records; new records are then marked as synthetic too. */
	synthetic: boolean;
	/** The DataLoaders of this request; the `loaders.ts` of each noun has its own. */
	loader: LoaderStore;
	/** Filters that were resolved in this request (`filter/`), so that the owning subgraph is asked once for each. */
	scopes: Map<string, Promise<object>>;
	/** What totals are read from in a large database. */
	columns: LiveTotals;
	/** Totals of the current state of the database (`totals/`), kept across requests. */
	totals: LRUCache<string, Promise<object[]>>;
};
