import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Directive, ID, Info, Query, Resolver } from "type-graphql";
import { Node } from "../../../shared/node.ts";
import { awardById, centerById, observationById } from "../center/load.ts";
import type { Context } from "../context.ts";
import { embeddingById } from "../embedding/load.ts";

/** Type → how an object of it is found by its id. */
const FINDERS = {
	MepCenter: centerById,
	Embedding: embeddingById,
	Award: awardById,
	Observation: observationById,
};

@Resolver()
export class NodeResolver {
	@Directive("@inaccessible")
	@Query(() => Node, {
		nullable: true,
		description: "An object of this subgraph by its id, for the engagements subgraph's `node`.",
	})
	async mepNode(
		@Arg("id", () => ID, { description: "Its id." }) id: string,
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
	) {
		const found = await Promise.all(
			Object.entries(FINDERS).map(async ([type, find]) => {
				const one = await find(id, context, info);
				return one ? { __typename: type, ...one } : null;
			}),
		);
		return found.find(Boolean) ?? null;
	}
}
