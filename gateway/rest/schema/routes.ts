import type { FastifyInstance } from "fastify";
import { withoutAddresses } from "../../../shared/federation/public-supergraph.ts";
import { apiSchemaOf } from "../../composition/api-schema.ts";
import { refuse } from "../../http/errors.ts";
import { sendFresh } from "../../http/freshness.ts";

const CACHE = "public, max-age=60";

/** Caches the result for the last supergraph. */
function cacheLast(make: (supergraph: string) => string): (supergraph: string) => string {
	let last: { from: string; text: string } | undefined;
	return (supergraph) => {
		if (last?.from !== supergraph) last = { from: supergraph, text: make(supergraph) };
		return last.text;
	};
}

/**
 * The current schema: /schema.graphql for clients, /supergraph.graphql for federation gateways and composition tools,
 * without the addresses of its subgraphs.
 */
export function addSchemaRoutes(app: FastifyInstance, supergraph: () => string | undefined): void {
	const texts = {
		"/schema.graphql": cacheLast(apiSchemaOf),
		"/supergraph.graphql": cacheLast(withoutAddresses),
	};
	for (const [path, textOf] of Object.entries(texts))
		app.get(path, async (request, reply) => {
			reply.header("access-control-allow-origin", "*");
			const served = supergraph();
			if (!served)
				return refuse(
					reply.header("cache-control", "no-store"),
					503,
					"UNAVAILABLE",
					"The hub is starting. Try again in a few seconds.",
				);
			reply.type("text/plain; charset=utf-8");
			return sendFresh(request, reply, textOf(served), CACHE);
		});
}
