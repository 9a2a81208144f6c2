import type { ReleaseConfig } from "../shared/config-releases.ts";
import type { Storage } from "../shared/database/database.ts";
import type { Log } from "../shared/log.ts";
import type { Subgraph, SubgraphClient, SubgraphOptions } from "../shared/subgraph/subgraph.ts";
import { createSubgraphClient } from "../shared/subgraph/subgraph-client.ts";
import type { SubgraphSource } from "./composition/supergraph.ts";
import { inProcessTransport } from "./transport/in-process.ts";

type Configured = { releases?: ReleaseConfig };

type SubgraphModule = {
	/** `releases` is used by the engagements subgraph. */
	open(options: SubgraphOptions & Configured): Promise<Subgraph>;
	/** Subgraphs that it queries. */
	dependsOn: string[];
};

/** The hub's own subgraphs, loaded on demand: one that is served alone does not load the others. */
export const SUBGRAPHS: Record<string, SubgraphModule> = {
	institutes: {
		open: async (options) =>
			(await import("../subgraphs/institutes/subgraph.ts")).openInstitutes(options),
		dependsOn: [],
	},
	mep: {
		open: async (options) => (await import("../subgraphs/mep/subgraph.ts")).openMep(options),
		dependsOn: ["institutes"],
	},
	engagements: {
		open: async (options) =>
			(await import("../subgraphs/engagements/subgraph.ts")).openEngagements(options),
		dependsOn: ["institutes", "mep"],
	},
};

/** Opens all subgraphs in this process; they query each other without HTTP. */
export async function openEmbedded(
	options: Storage & Configured & { log: Log },
): Promise<Subgraph[]> {
	const open = new Map<string, Subgraph>();
	const ask: SubgraphClient = createSubgraphClient(async (name, request) => {
		const subgraph = open.get(name);
		if (!subgraph) throw new Error("it is not open");
		return subgraph.execute(request);
	});
	for (const [name, module] of Object.entries(SUBGRAPHS))
		open.set(name, await module.open({ ...options, ask }));
	return [...open.values()];
}

/** Subgraphs in this process, as sources for the gateway. */
export function embeddedSources(subgraphs: Subgraph[]): SubgraphSource[] {
	return subgraphs.map((subgraph) => ({
		name: subgraph.name,
		url: `in-process:${subgraph.name}`,
		readSdl: async () => subgraph.sdl,
		transport: inProcessTransport(subgraph),
		isLocal: true,
		check: subgraph.check,
	}));
}
