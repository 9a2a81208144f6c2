import { keptTables } from "../../shared/database/kept-tables.ts";
import { loaderStore } from "../../shared/loaders.ts";
import {
	buildSubgraph,
	type Subgraph,
	type SubgraphOptions,
} from "../../shared/subgraph/subgraph.ts";
import { CENTERS } from "./center/queries.ts";
import { CenterResolver } from "./center/resolver.ts";
import type { Context } from "./context.ts";
import { openMepDatabase } from "./database/open.ts";
import { embeddingResolvers } from "./embedding/resolver.ts";
import { entities } from "./entities.ts";
import { NodeResolver } from "./node/resolver.ts";
import { Institute } from "./references.ts";

/** Opens the mep subgraph on `<dataDir>/mep.sqlite`. */
export async function openMep(options: SubgraphOptions): Promise<Subgraph> {
	const database = await openMepDatabase(options);
	const kept = keptTables(database, [CENTERS]);
	return buildSubgraph({
		name: "mep",
		resolvers: [CenterResolver, ...embeddingResolvers, NodeResolver],
		orphanedTypes: [Institute],
		references: entities,
		contextFor: (caller): Context => ({
			database,
			kept,
			began: caller.budget?.began ?? performance.now(),
			ask: (subgraph, query, variables) => options.ask(subgraph, query, variables, caller),
			loader: loaderStore(),
		}),
		check: () => database.check(),
		close: () => database.close(),
	});
}
