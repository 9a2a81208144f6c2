import type { Database } from "../../shared/database/database.ts";
import type { SubgraphClient } from "../../shared/subgraph/subgraph.ts";
import type { Loaders } from "./loaders.ts";

/** Made once per request. */
export type Context = {
	database: Database;
	/** Asks the institutes subgraph. */
	ask: SubgraphClient;
	loaders: Loaders;
};
