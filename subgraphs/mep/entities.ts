import type { GraphQLResolveInfo } from "graphql";
import { awardById, centerById } from "./center/load.ts";
import type { Context } from "./context.ts";
import { embeddingById } from "./embedding/load.ts";

type Reference = { id: string };

/** How the gateway's references become entities. */
export const entities = {
	MepCenter: ({ id }: Reference, context: Context, info: GraphQLResolveInfo) =>
		centerById(id, context, info),
	Embedding: ({ id }: Reference, context: Context) => embeddingById(id, context),
	Award: ({ id }: Reference, context: Context) => awardById(id, context),
	Institute: ({ id }: Reference) => ({ id }),
};
