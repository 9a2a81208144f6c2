import type { Log } from "../../shared/log.ts";
import type { ServedSubgraph } from "../../shared/registry.ts";
import type { SubgraphSdl } from "../../shared/subgraph/sdl.ts";
import { type CacheHints, cacheHintsOf } from "../caching/hints.ts";
import { type KeptHints, keptHintsOf } from "../caching/kept-policy.ts";
import { withCanary } from "../partners/canary/rules.ts";
import type { PartnerPool } from "../partners/pool/transport-pool.ts";
import type { Transport } from "../subgraph-transport.ts";
import { composeInWorker } from "./compose-in-worker.ts";
import { composeOwn } from "./compose-own.ts";
import { subgraphNames } from "./subgraph-names.ts";

/** A supergraph with the ways to reach all it names, and what partners own of it. */
export type Graph = {
	supergraph: string;
	partners: ServedSubgraph[];
	transports: Map<string, Transport>;
	/** "Type.field" → partner id. */
	ownerOf: Map<string, string>;
	/** Which fields may be cached. */
	cacheHints: CacheHints;
	/** Which fields may be kept by the gateway. */
	kept: KeptHints;
};

type Wanted = {
	own: SubgraphSdl[];
	ownTransports: ReadonlyMap<string, Transport>;
	base: ServedSubgraph[];
	canaries: ServedSubgraph[];
	/** Absent where no partners are served. */
	pool?: PartnerPool;
	log: Log;
};

/** The graph of all, the canaries' graphs, and which versions cannot be served, with the reason. */
export type Graphs = {
	base: Graph;
	canaries: Array<{ served: ServedSubgraph; graph: Graph }>;
	left: Array<{ served: ServedSubgraph; reason: string }>;
};

/** Puts a supergraph's transports together. Throws where it names a subgraph that is not among them. */
export function graphOf(
	supergraph: string,
	partners: readonly ServedSubgraph[],
	{ own, ownTransports, pool }: Pick<Wanted, "own" | "ownTransports" | "pool">,
): Graph {
	const names = subgraphNames(supergraph);
	const transports = new Map(ownTransports);
	const ownerOf = new Map<string, string>();
	const hinting: Parameters<typeof cacheHintsOf>[1] = [];
	const taken = partners.filter(({ name }) => names.has(name));
	for (const one of taken) {
		const transport = pool?.transport(one);
		if (!transport) continue;
		transports.set(one.name, transport);
		const { owned } = transport.schema;
		for (const field of owned) ownerOf.set(field, one.partnerId);
		hinting.push({ sdl: one.sdl, owned });
	}
	for (const name of names)
		if (!transports.has(name)) throw new Error(`The supergraph names an unknown subgraph, ${name}`);
	const sdls = own.map(({ sdl }) => sdl);
	const [cacheHints, kept] = [cacheHintsOf(sdls, hinting), keptHintsOf(sdls)];
	return { supergraph, partners: taken, transports, ownerOf, cacheHints, kept };
}

/** Reads the partners' schemas; those that cannot be read, or take the name of one of the hub's own, are left. */
function readable(versions: readonly ServedSubgraph[], wanted: Wanted, left: Graphs["left"]) {
	return versions.filter((served) => {
		try {
			if (wanted.ownTransports.has(served.name)) throw new Error("its name is the hub's own");
			wanted.pool?.transport(served);
			return true;
		} catch (error) {
			left.push({ served, reason: (error as Error).message });
			return false;
		}
	});
}

/** Composes the wanted graphs, as much of them as goes together; rejects where nothing composes. */
export async function composeGraphs(wanted: Wanted): Promise<Graphs> {
	const { own, log } = wanted;
	const left: Graphs["left"] = [];
	const base = readable(wanted.base, wanted, left);
	const beside = readable(wanted.canaries, wanted, left);
	if (base.length + beside.length === 0)
		return { base: graphOf(await composeOwn(own), [], wanted), canaries: [], left };
	const wholes = [base, ...beside.map((canary) => withCanary(base, canary))];
	const [first, ...others] = await composeInWorker({
		own,
		graphs: wholes.map((parts) => parts.map(({ name, url, sdl }) => ({ name, url, sdl }))),
	});
	if (!first) throw new Error("nothing was composed");
	for (const { name, reason } of first.left) {
		const served = base.find((one) => one.name === name);
		if (served) left.push({ served, reason });
	}
	const canaries = beside.flatMap((served, index) => {
		const composed = others[index];
		const fault = composed?.left.find(({ name }) => name === served.name);
		if (composed && !fault)
			return { served, graph: graphOf(composed.supergraph, withCanary(base, served), wanted) };
		left.push({ served, reason: fault?.reason ?? "it was not composed" });
		return [];
	});
	for (const { served, reason } of left)
		log.error({ subgraph: served.name, version: served.version, reason }, "a partner is left out");
	return { base: graphOf(first.supergraph, base, wanted), canaries, left };
}
