/** A composer writes each subgraph as `NAME @join__graph(name: "…", url: "…")`. */
const ADDRESS = /(@join__graph\(name: "[^"]*", url: )"[^"]*"/g;

/** A supergraph without the addresses of its subgraphs. */
export function withoutAddresses(supergraph: string): string {
	return supergraph.replace(ADDRESS, '$1""');
}
