import { randomUUID } from "node:crypto";
import { v7 } from "uuid";

/**
 * A new id that sorts by creation time: "eng_0198…". Ids of one millisecond have no order: the counter of `v7()` would
 * reveal how many records a viewer does not see.
 */
export function newId(prefix: "sme" | "eng" | "out" | "bat" | "mem" | "rel"): string {
	return `${prefix}_${v7({}).replaceAll("-", "")}`;
}

/** The public token of a revision and of the change that made it. */
export function newToken(): string {
	return randomUUID().replaceAll("-", "");
}
