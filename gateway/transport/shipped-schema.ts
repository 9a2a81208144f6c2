import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Log } from "../../shared/log.ts";
import { outageOf } from "../../shared/outages.ts";
import type { SubgraphSource } from "../composition/supergraph.ts";

/**
 * A subgraph of the hub that runs elsewhere. While it does not say its schema, it has the one that this version of the
 * hub was released with: a hub starts without it, and only its fields fail. `dir`: folder of the subgraphs.
 */
export function withShippedSchema(source: SubgraphSource, dir: string, log: Log): SubgraphSource {
	const outage = outageOf(
		log,
		{ subgraph: source.name },
		{
			began: "a subgraph does not say its schema; the one of this version is served",
			over: "a subgraph says its schema again",
		},
	);
	return {
		...source,
		async readSdl() {
			try {
				const sdl = await source.readSdl();
				outage.answered();
				return sdl;
			} catch (error) {
				const shipped = await readFile(join(dir, source.name, "schema.graphql"), "utf8").catch(
					() => undefined,
				);
				if (shipped === undefined) throw error;
				outage.failed({ reason: (error as Error).message });
				return shipped;
			}
		},
	};
}
