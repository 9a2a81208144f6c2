import type { Storage } from "../shared/database/database.ts";
import type { Log } from "../shared/log.ts";
import type { Subgraph, SubgraphClient, SubgraphOptions } from "../shared/subgraph/subgraph.ts";
import { createSubgraphClient } from "../shared/subgraph/subgraph-client.ts";
import type { SubgraphSource } from "./composition/supergraph.ts";
import { inProcessTransport } from "./transport/in-process.ts";

type Part = {
	open(options: SubgraphOptions): Promise<Subgraph>;
	/** Subgraphs it asks for ids that they own. */
	asks: string[];
};

/** The hub's own subgraphs; one that is served alone does not load the others. */
export const PARTS: Record<string, Part> = {
	institutes: {
		open: async (options) =>
			(await import("../subgraphs/institutes/subgraph.ts")).openInstitutes(options),
		asks: [],
	},
	mep: {
		open: async (options) => (await import("../subgraphs/mep/subgraph.ts")).openMep(options),
		asks: ["institutes"],
	},
	engagements: {
		open: async (options) =>
			(await import("../subgraphs/engagements/subgraph.ts")).openEngagements(options),
		asks: ["institutes", "mep"],
	},
};

/** Opens all subgraphs in this process; they ask each other without HTTP. */
export async function openEmbedded(options: Storage & { log: Log }): Promise<Subgraph[]> {
	const open = new Map<string, Subgraph>();
	const ask: SubgraphClient = createSubgraphClient(async (name, request) => {
		const subgraph = open.get(name);
		if (!subgraph) throw new Error("it is not open");
		return subgraph.execute(request);
	});
	for (const [name, part] of Object.entries(PARTS))
		open.set(name, await part.open({ ...options, ask }));
	return [...open.values()];
}

/** The gateway's view of subgraphs in this process. */
export function embeddedSources(subgraphs: Subgraph[]): SubgraphSource[] {
	return subgraphs.map((subgraph) => ({
		name: subgraph.name,
		url: `in-process:${subgraph.name}`,
		readSdl: async () => subgraph.sdl,
		transport: inProcessTransport(subgraph),
	}));
}
