import { isYear } from "../../parts/view-address.ts";

/** What the address of a center's profile may say. */
export const KNOWN = { year: isYear, calendar: isYear };
