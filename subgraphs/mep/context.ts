import type { Database } from "../../shared/database/database.ts";
import type { Loaders } from "./loaders.ts";

/** Made once per request. */
export type Context = { database: Database; loaders: Loaders };
