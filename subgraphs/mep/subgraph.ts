import {
	buildSubgraph,
	type Subgraph,
	type SubgraphOptions,
} from "../../shared/subgraph/subgraph.ts";
import { CenterResolver } from "./center/resolver.ts";
import type { Context } from "./context.ts";
import { openMepDatabase } from "./database/open.ts";
import { EmbeddingResolver, InstituteEmbeddingsResolver } from "./embedding/resolver.ts";
import { entities } from "./entities.ts";
import { createLoaders } from "./loaders.ts";
import { NodeResolver } from "./node/resolver.ts";
import { Institute } from "./references.ts";

/** Opens the mep subgraph on `<dataDir>/mep.sqlite`. */
export async function openMep(options: SubgraphOptions): Promise<Subgraph> {
	const database = await openMepDatabase(options);
	return buildSubgraph({
		name: "mep",
		resolvers: [CenterResolver, EmbeddingResolver, InstituteEmbeddingsResolver, NodeResolver],
		orphanedTypes: [Institute],
		references: entities,
		contextFor: (caller): Context => ({
			database,
			ask: (subgraph, query, variables) => options.ask(subgraph, query, variables, caller),
			loaders: createLoaders(database),
		}),
		close: () => database.close(),
	});
}
