import { fileURLToPath } from "node:url";

/** Folders of the project itself, wherever it is started from. */
export const SEEDS = fileURLToPath(new URL("../../seeds/data", import.meta.url));
export const EXAMPLES = fileURLToPath(new URL("../../docs/examples", import.meta.url));
