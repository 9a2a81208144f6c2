import type { GraphQLResolveInfo } from "graphql";
import { selectedFields } from "../../shared/subgraph/selection.ts";
import {
	buildSubgraph,
	type Subgraph,
	type SubgraphOptions,
} from "../../shared/subgraph/subgraph.ts";
import { toCenter } from "./center/present.ts";
import { CenterResolver } from "./center/resolver.ts";
import type { Context } from "./context.ts";
import { openMepDatabase } from "./database/open.ts";
import { toEmbedding } from "./embedding/present.ts";
import { EmbeddingResolver, InstituteEmbeddingsResolver } from "./embedding/resolver.ts";
import { createLoaders } from "./loaders.ts";
import { Institute } from "./references.ts";

type Reference = { id: string };

const references = {
	async MepCenter({ id }: Reference, context: Context, info: GraphQLResolveInfo) {
		const row = await context.loaders.center(selectedFields(info)).load(id);
		return row && toCenter(row);
	},
	async Embedding({ id }: Reference, context: Context) {
		const row = await context.loaders.embedding().load(id);
		return row && toEmbedding(row);
	},
	Institute: ({ id }: Reference) => ({ id }),
};

/** Opens the mep subgraph on `<dataDir>/mep.sqlite`. */
export async function openMep(options: SubgraphOptions): Promise<Subgraph> {
	const database = await openMepDatabase(options);
	return buildSubgraph({
		name: "mep",
		resolvers: [CenterResolver, EmbeddingResolver, InstituteEmbeddingsResolver],
		orphanedTypes: [Institute],
		references,
		contextFor: (caller): Context => ({
			database,
			ask: (subgraph, query, variables) => options.ask(subgraph, query, variables, caller),
			loaders: createLoaders(database),
		}),
		close: () => database.close(),
	});
}
