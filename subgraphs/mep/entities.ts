import type { GraphQLResolveInfo } from "graphql";
import { selectedFields } from "../../shared/subgraph/selection.ts";
import { toAward, toCenter } from "./center/present.ts";
import type { Context } from "./context.ts";
import { toEmbedding } from "./embedding/present.ts";

type Reference = { id: string };

/** How each entity is found by its id. */
export const entities = {
	async MepCenter({ id }: Reference, context: Context, info: GraphQLResolveInfo) {
		const row = await context.loaders.center(selectedFields(info)).load(id);
		return row && toCenter(row);
	},
	async Embedding({ id }: Reference, context: Context) {
		const row = await context.loaders.embedding().load(id);
		return row && toEmbedding(row);
	},
	async Award({ id }: Reference, context: Context) {
		const row = await context.loaders.award().load(id);
		return row && toAward(row);
	},
	Institute: ({ id }: Reference) => ({ id }),
};
