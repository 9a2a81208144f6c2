import manifest from "../package.json" with { type: "json" };

/** Version of this program. */
export const VERSION: string = manifest.version;

/** Name and version of this program. */
export const PROGRAM = `${manifest.name} ${manifest.version}`;
