import { type Quarter, readQuarter } from "../../parts/quarters.ts";

/** All closed quarters, as the address says it. */
export const ALL = "all";

/** The quarters that an address asks a preview of; null for all closed ones, undefined for what means nothing. */
export function readAsked(text: string): Quarter[] | null | undefined {
	if (text === ALL) return null;
	const quarters = text.split(",").map(readQuarter);
	return quarters.every((one) => one !== undefined) ? (quarters as Quarter[]) : undefined;
}

/** What the address of the page may say: which preview is shown. */
export const KNOWN = { preview: (value: string) => readAsked(value) !== undefined } as const;
