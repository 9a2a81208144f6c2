import { Supergraph } from "@apollo/federation-internals";
import type { GraphQLDataSource } from "@apollo/gateway";
import type { Log } from "../../shared/log.ts";
import type { ServedSubgraph } from "../registry/contract.ts";
import { compose, type SubgraphSdl } from "../supergraph.ts";
import { composeInWorker } from "./compose.ts";
import type { PartnerPool } from "./pool.ts";
import { withCanary } from "./rules.ts";

/** A supergraph with the ways to reach all it names, and what partners own of it. */
export type Graph = {
	supergraph: string;
	partners: ServedSubgraph[];
	transports: Map<string, GraphQLDataSource>;
	/** "Type.field" → partner id. */
	ownerOf: Map<string, string>;
};

type Wanted = {
	own: SubgraphSdl[];
	ownTransports: ReadonlyMap<string, GraphQLDataSource>;
	base: ServedSubgraph[];
	canaries: ServedSubgraph[];
	/** Absent where no partners are served. */
	pool?: PartnerPool;
	log: Log;
};

/** The graph of all, and of each canary either its graph or why it cannot be. */
export type Graphs = {
	base: Graph;
	canaries: Array<{ served: ServedSubgraph; graph?: Graph; reason?: string }>;
};

/** Puts a supergraph's transports together. Throws where it names a subgraph that is not among them. */
export function graphOf(
	supergraph: string,
	partners: readonly ServedSubgraph[],
	{ ownTransports, pool }: Pick<Wanted, "ownTransports" | "pool">,
): Graph {
	const names = new Set(
		[...Supergraph.build(supergraph).subgraphsMetadata()].map(({ name }) => name),
	);
	const transports = new Map(ownTransports);
	const ownerOf = new Map<string, string>();
	const taken = partners.filter(({ name }) => names.has(name));
	for (const one of taken) {
		const transport = pool?.transport(one);
		if (!transport) continue;
		transports.set(one.name, transport);
		for (const field of transport.schema.owned) ownerOf.set(field, one.partnerId);
	}
	for (const name of names)
		if (!transports.has(name)) throw new Error(`The supergraph names an unknown subgraph, ${name}`);
	return { supergraph, partners: taken, transports, ownerOf };
}

/** Composes the wanted graphs. A partner that does not fit is left out and said so; rejects where nothing composes. */
export async function composeGraphs(wanted: Wanted): Promise<Graphs> {
	const { own, base, canaries, pool, log } = wanted;
	if (base.length + canaries.length === 0)
		return { base: graphOf(compose(own), [], wanted), canaries: [] };
	const readable = (one: ServedSubgraph) => {
		try {
			pool?.transport(one);
			return true;
		} catch (error) {
			const { message: reason } = error as Error;
			log.error({ subgraph: one.name, reason }, "a partner's schema cannot be read; left out");
			return false;
		}
	};
	const fit = base.filter(readable);
	const graphs = [fit, ...canaries.map((canary) => withCanary(fit, canary))];
	const [first, ...others] = await composeInWorker({
		own,
		graphs: graphs.map((parts) => parts.map(({ name, url, sdl }) => ({ name, url, sdl }))),
	});
	if (!first) throw new Error("nothing was composed");
	for (const { name, reason } of first.left)
		log.error({ subgraph: name, reason }, "a partner's subgraph does not compose; left out");
	return {
		base: graphOf(first.supergraph, fit, wanted),
		canaries: canaries.map((served, index) => {
			const composed = others[index];
			const fault = composed?.left.find(({ name }) => name === served.name);
			if (!composed || fault) return { served, reason: fault?.reason ?? "it was not composed" };
			try {
				return { served, graph: graphOf(composed.supergraph, withCanary(fit, served), wanted) };
			} catch (error) {
				return { served, reason: (error as Error).message };
			}
		}),
	};
}
