import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import { Node } from "../../../shared/node.ts";
import type { Context } from "../context.ts";
import { askNode } from "../remote/node.ts";
import { ownNode } from "./own.ts";

@Resolver()
export class NodeResolver {
	@Query(() => Node, {
		nullable: true,
		description:
			"Any Node by its id; null if there is none that you may see. A trace that was found with a filter is found with the same filter.",
	})
	async node(
		@Arg("id", () => ID, { description: "Its id." }) id: string,
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
	) {
		return (await ownNode(id, context, info)) ?? askNode(context.ask, info.schema, id);
	}
}
