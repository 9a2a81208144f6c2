import type { Storage } from "../shared/database/database.ts";
import type { Log } from "../shared/log.ts";
import { openRegistry } from "./registry/registry.ts";
import type { PartnerOptions } from "./serving/following.ts";
import type { SubgraphSource } from "./supergraph.ts";
import { inProcessTransport } from "./transport/in-process.ts";
import { partnerPoster } from "./transport/partner-post.ts";

export type Partners = {
	/** The registry as one of the hub's own subgraphs. */
	source: SubgraphSource;
	/** What serving partners takes. */
	options: PartnerOptions;
	close(): Promise<void>;
};

/** Opens the registry of partners beside the hub's own subgraphs, `own`. */
export async function openPartners(
	options: Storage & { log: Log; production: boolean; signingKeyFile?: string },
	own: SubgraphSource[],
): Promise<Partners> {
	const { production } = options;
	const poster = partnerPoster();
	const registry = await openRegistry({
		...options,
		post: poster.post,
		ownSchemas: () =>
			Promise.all(own.map(async ({ name, url, readSdl }) => ({ name, url, sdl: await readSdl() }))),
	});
	const { subgraph } = registry;
	return {
		source: {
			name: subgraph.name,
			url: `in-process:${subgraph.name}`,
			readSdl: async () => subgraph.sdl,
			transport: inProcessTransport(subgraph),
		},
		options: { registry, post: poster.post, production },
		async close() {
			await registry.close();
			await poster.close();
		},
	};
}
