import { composeServices } from "@apollo/composition";
import { parse } from "graphql";
import type { SubgraphSdl } from "../../shared/subgraph/sdl.ts";
import { inOrder } from "./shipped.ts";

/** Composes a supergraph; throws an Error listing every composition fault. */
export function compose(subgraphs: SubgraphSdl[]): string {
	const composed = composeServices(
		inOrder(subgraphs).map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })),
	);
	if (composed.errors?.length || !composed.supergraphSdl)
		throw new Error(
			`The subgraphs do not compose: ${composed.errors?.map((error) => error.message).join("; ")}`,
		);
	return composed.supergraphSdl;
}
