import { examine } from "./examine.ts";

/** Run in a thread with a bounded heap and stack, which are all that a hostile schema can exhaust. */
export const run = examine;
