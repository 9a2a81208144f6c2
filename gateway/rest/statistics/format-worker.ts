import { formatTable } from "./formats.ts";

/** What the worker runs. */
export const run = formatTable;
