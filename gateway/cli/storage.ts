import type { Config } from "../../shared/config.ts";
import type { Storage } from "../../shared/database/database.ts";

/** Where and within which bounds the configured databases are kept. */
export const storageOf = ({ dataDir, databaseUrl, readUrls, database }: Config) =>
	({ dataDir, databaseUrl, readUrls, bounds: database }) satisfies Storage;
