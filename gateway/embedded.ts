import type { Log } from "../shared/log.ts";
import { askBy } from "../shared/subgraph/ask.ts";
import type { Ask, Subgraph, SubgraphOptions } from "../shared/subgraph/subgraph.ts";
import { openEngagements } from "../subgraphs/engagements/subgraph.ts";
import { openInstitutes } from "../subgraphs/institutes/subgraph.ts";
import { openMep } from "../subgraphs/mep/subgraph.ts";
import type { SubgraphSource } from "./supergraph.ts";
import { inProcessTransport } from "./transport/in-process.ts";

/** How each of the hub's own subgraphs is opened. */
export const OPENERS: Record<string, (options: SubgraphOptions) => Promise<Subgraph>> = {
	institutes: openInstitutes,
	mep: openMep,
	engagements: openEngagements,
};

/** Opens all subgraphs in this process; they ask each other without HTTP. */
export async function openEmbedded(options: {
	dataDir: string;
	log: Log;
	onStatement?: (sql: string) => void;
}): Promise<Subgraph[]> {
	const open = new Map<string, Subgraph>();
	const ask: Ask = askBy(async (name, request) => {
		const subgraph = open.get(name);
		if (!subgraph) throw new Error("it is not open");
		return subgraph.execute(request);
	});
	for (const [name, opener] of Object.entries(OPENERS))
		open.set(name, await opener({ ...options, ask }));
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
