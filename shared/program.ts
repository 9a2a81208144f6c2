import manifest from "../package.json" with { type: "json" };

/** Version of this program. */
export const VERSION: string = manifest.version;

/** What this program was compiled from, as `gateway/launch.js` tells; undefined where its sources are run. */
export const programBuild = (): string | undefined =>
	(globalThis as { throughlineBuild?: string }).throughlineBuild;

/** Name and version of this program. */
export const PROGRAM = `${manifest.name} ${manifest.version}`;
