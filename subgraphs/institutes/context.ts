import type { Database } from "../../shared/database/database.ts";
import type { KeptTables } from "../../shared/database/kept-tables.ts";
import type { LoaderStore } from "../../shared/loaders.ts";

/** Made once per request. */
export type Context = {
	database: Database;
	/** Tables in memory, and since when this request may see their rows. */
	kept: KeptTables;
	began: number;
	/** The DataLoaders of this request; the `loaders.ts` of each noun has its own. */
	loader: LoaderStore;
};
