import type { LRUCache } from "lru-cache";
import type { Database } from "../../shared/database/database.ts";
import type { Log } from "../../shared/log.ts";
import type { SubgraphClient } from "../../shared/subgraph/subgraph.ts";
import type { Viewer } from "../../shared/viewer/viewer.ts";
import type { Loaders } from "./loaders.ts";
import type { TraceTotalRow } from "./totals/queries.ts";
import type { Scope } from "./trace/where.ts";

/** Made once per request. */
export type Context = {
	database: Database;
	/** Asks the institutes and mep subgraphs. */
	ask: SubgraphClient;
	log: Log;
	/** Who asks. */
	viewer: Viewer;
	/** Whether this database holds made-up records; whatever is written here is marked so too. */
	synthetic: boolean;
	loaders: Loaders;
	/** Filters already resolved in this request, so that each is asked of its owner once. */
	scopes: Map<string, Promise<Scope>>;
	/** Totals computed on the current state of the database, across requests. */
	totals: LRUCache<string, Promise<TraceTotalRow[]>>;
};
