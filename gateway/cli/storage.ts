import type { Config } from "../../shared/config.ts";
import type { Storage } from "../../shared/database/database.ts";

/** Where and within which bounds the configured databases are kept. */
export const storageOf = ({ dataDir, databaseUrl, database }: Config) =>
	({ dataDir, databaseUrl, bounds: database }) satisfies Storage;
