import manifest from "../package.json" with { type: "json" };

/** Name and version of this program. */
export const PROGRAM = `${manifest.name} ${manifest.version}`;
