import { fileURLToPath } from "node:url";

/** Folders of the project, independent of the working directory. */
export const SEEDS = fileURLToPath(new URL("../../seeds/data", import.meta.url));
export const SUBGRAPH_FOLDERS = fileURLToPath(new URL("../../subgraphs", import.meta.url));
export const EXAMPLES = fileURLToPath(new URL("../../docs/examples", import.meta.url));
export const SANDBOX_EXAMPLES = fileURLToPath(new URL("../../docs/sandbox", import.meta.url));
