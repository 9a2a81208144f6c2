import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const SEEDS = join(ROOT, "seeds/data");

/** What node is told to run the hub's command line, as `npm start` does. */
export const HUB_PROGRAM: readonly string[] = [join(ROOT, "gateway/launch.js")];
