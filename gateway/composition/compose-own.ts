import type { SubgraphSdl } from "../../shared/subgraph/sdl.ts";
import { shippedSupergraph } from "./shipped.ts";

/** The supergraph of the hub's own subgraphs; a composer is loaded only where it is not the shipped one. */
export async function composeOwn(own: SubgraphSdl[]): Promise<string> {
	const shipped = shippedSupergraph(own);
	if (shipped !== undefined) return shipped;
	const { compose } = await import("./compose.ts");
	return compose(own);
}
