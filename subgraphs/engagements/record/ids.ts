import { randomUUID } from "node:crypto";
import { v7 } from "uuid";

/**
 * A new id that sorts by the time it was made: "eng_0198…". Ids of one millisecond are in no order: `v7()` would count
 * them, and tell how many of them a viewer does not see.
 */
export function newId(prefix: "sme" | "eng" | "out" | "bat" | "mem"): string {
	return `${prefix}_${v7({}).replaceAll("-", "")}`;
}

/** What a revision is called outside, and the change that it made. */
export function newToken(): string {
	return randomUUID().replaceAll("-", "");
}
