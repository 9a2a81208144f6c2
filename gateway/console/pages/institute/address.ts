import { isYear } from "../../parts/view-address.ts";

/** What the address of an institute's profile may say. */
export const KNOWN = { year: isYear, calendar: isYear };
