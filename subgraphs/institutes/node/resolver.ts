import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Directive, ID, Info, Query, Resolver } from "type-graphql";
import { Node } from "../../../shared/node.ts";
import { entities } from "../entities.ts";
import type { Context } from "../loaders.ts";
import { toObservation } from "../observation/present.ts";
import { observationsByIds } from "../observation/queries.ts";
import { knownDoubts } from "../observation/read.ts";
import { typeOfId } from "./queries.ts";

const FINDERS = {
	...entities,
	async Doubt({ id }: Node, context: Context) {
		return (await knownDoubts(context)).get(id);
	},
	async Observation({ id }: Node, context: Context) {
		const [row] = await observationsByIds(context.database, [id]);
		return row && toObservation(row, await knownDoubts(context));
	},
};

@Resolver()
export class NodeResolver {
	@Directive("@inaccessible")
	@Query(() => Node, {
		nullable: true,
		description: "An object of this subgraph by its id, for the engagements subgraph's `node`.",
	})
	async institutesNode(
		@Arg("id", () => ID, { description: "Its id." }) id: string,
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
	) {
		const type = await typeOfId(context.database, id);
		const found = type && (await FINDERS[type]({ id }, context, info));
		return found ? { __typename: type, ...found } : null;
	}
}
