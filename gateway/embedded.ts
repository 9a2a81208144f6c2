import type { Log } from "../shared/log.ts";
import { askBy } from "../shared/subgraph/ask.ts";
import type { Ask, Subgraph, SubgraphOptions } from "../shared/subgraph/subgraph.ts";
import type { SubgraphSource } from "./supergraph.ts";
import { inProcessTransport } from "./transport/in-process.ts";

/** How each of the hub's own subgraphs is opened; one that is served alone does not load the others. */
export const OPENERS: Record<string, (options: SubgraphOptions) => Promise<Subgraph>> = {
	institutes: async (options) =>
		(await import("../subgraphs/institutes/subgraph.ts")).openInstitutes(options),
	mep: async (options) => (await import("../subgraphs/mep/subgraph.ts")).openMep(options),
	engagements: async (options) =>
		(await import("../subgraphs/engagements/subgraph.ts")).openEngagements(options),
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
