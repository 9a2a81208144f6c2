/** A supergraph for tests: its subgraphs' schemas by name. Their data is made up by `world.ts`. */
export type GraphSource = Readonly<Record<string, string>>;

/** The first line of a subgraph's schema. */
export const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: [
	"@key", "@external", "@requires", "@provides", "@shareable", "@override", "@inaccessible", "@interfaceObject"
])
`;
