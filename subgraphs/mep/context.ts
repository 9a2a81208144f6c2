import type { Database } from "../../shared/database/database.ts";
import type { Ask } from "../../shared/subgraph/subgraph.ts";
import type { Loaders } from "./loaders.ts";

/** Made once per request. */
export type Context = {
	database: Database;
	/** Asks the institutes subgraph. */
	ask: Ask;
	loaders: Loaders;
};
