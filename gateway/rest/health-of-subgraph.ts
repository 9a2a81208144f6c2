import { unavailable } from "../../shared/errors.ts";
import type { SubgraphSource } from "../composition/supergraph.ts";
import type { Part } from "./health.ts";

/** A subgraph as the health check sees it. One that cannot say how it is, is asked a query. */
export function partOf({ name, isLocal = false, check, transport }: SubgraphSource): Part {
	async function ask(): Promise<void> {
		const request = { request: { query: "{ __typename }" }, context: {} };
		const { errors } = await transport.process(request);
		const [error] = errors ?? [];
		if (error) throw unavailable(name, error.message);
	}
	return { name, isLocal, check: check ?? ask };
}
