import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const SEEDS = join(ROOT, "seeds/data");

/** Names the built command line in the environment of tests; see built-hub.ts. */
export const BUILT_HUB = "TEST_BUILT_HUB";
const built = process.env[BUILT_HUB];
/** What node is told to run the hub's command line: as built for a run of tests, and elsewhere from the sources. */
export const HUB_PROGRAM: readonly string[] = built
	? ["--enable-source-maps", built]
	: ["--import", join(ROOT, "node_modules/tsx/dist/loader.mjs"), join(ROOT, "gateway/main.ts")];
