import type { Database } from "../../shared/database/database.ts";
import type { LoaderStore } from "../../shared/loaders.ts";

/** Made once per request. */
export type Context = {
	database: Database;
	/** The DataLoaders of this request; the `loaders.ts` of each noun has its own. */
	loader: LoaderStore;
};
