import { readQuarter } from "../../parts/quarters.ts";
import { isWords, isYear } from "../../parts/view-address.ts";

/** What the address of the page may say: the fiscal year whose quarters are listed, or one quarter of one center. */
export const KNOWN = {
	year: isYear,
	center: isWords,
	quarter: (value: string) => readQuarter(value) !== undefined,
} as const;
