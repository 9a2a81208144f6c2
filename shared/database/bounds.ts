import { type DatabaseBounds, DEFAULT_DATABASE_BOUNDS } from "../config-database.ts";
import type { Storage } from "./database.ts";

/** The bounds of a database; the defaults where none are given. */
export const boundsOf = ({ bounds }: Pick<Storage, "bounds">): DatabaseBounds => ({
	...DEFAULT_DATABASE_BOUNDS,
	...bounds,
});
