/**
 * The newest version of Federation that the installed composition supports. Written down rather than imported, because
 * the Elastic-licensed package that knows it must not be bundled into throughline-partner; a test compares the two.
 */
export const NEWEST_FEDERATION = { major: 2, minor: 14 } as const;
