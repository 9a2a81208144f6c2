import { v7 } from "uuid";

/** A new id that sorts by the time it was made: "eng_0198…". */
export function newId(prefix: "sme" | "eng" | "out" | "bat" | "mem"): string {
	return `${prefix}_${v7().replaceAll("-", "")}`;
}
