import type { GraphQLResolveInfo } from "graphql";
import {
	Arg,
	Args,
	Ctx,
	Directive,
	FieldResolver,
	ID,
	Info,
	Mutation,
	Query,
	Resolver,
	Root,
} from "type-graphql";
import { type PageArgs, pageArgs } from "../../../shared/pagination/arguments.ts";
import { connectionOf, pageOf, pageRequest } from "../../../shared/pagination/connection.ts";
import type { Context } from "../context.ts";
import { loadSme } from "../sme/load.ts";
import { Sme } from "../sme/type.ts";
import { markDistinct, unmarkDistinct } from "./distinct.ts";
import { duplicatePairs, pairOf, positionOf } from "./list.ts";
import { DuplicatePair, DuplicatePairWhere } from "./type.ts";

const DuplicatePairConnection = connectionOf("DuplicatePair", () => DuplicatePair);
const LIST = "duplicatePairs";
const KEY =
	"An idempotency key that the client chooses: the same key returns the first answer again.";

@Resolver(() => DuplicatePair)
export class DuplicatePairResolver {
	@Query(() => DuplicatePairConnection, {
		description:
			"Pairs of manufacturers that may be the same, the likeliest first, of which you may see both. For who may merge them: managers and the program office.",
	})
	async duplicatePairs(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Args(pageArgs(20)) args: PageArgs,
		@Arg("where", () => DuplicatePairWhere, { nullable: true, description: "Which ones." })
		where?: DuplicatePairWhere,
	) {
		const page = pageRequest(LIST, 2, args, info);
		const { pairs, count } = await duplicatePairs(context, where ?? {}, page);
		return pageOf(LIST, page, pairs, positionOf, (pair) => pair, count);
	}

	@Directive("@listSize(assumedSize: 2)")
	@FieldResolver(() => [Sme], { description: "The two." })
	smes(@Root() { smes }: DuplicatePair, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
		return Promise.all(smes.map(({ id }) => loadSme(id, context, info)));
	}

	@Mutation(() => DuplicatePair, {
		description:
			"Declares that two manufacturers which look alike are not the same: they leave the list of `duplicatePairs` for everybody, and cannot be merged. For managers and the program office.",
	})
	async markSmesDistinct(
		@Ctx() context: Context,
		@Arg("one", () => ID, { description: "One of the two." }) one: string,
		@Arg("other", () => ID, { description: "The other." }) other: string,
		@Arg("reason", () => String, { description: "How you know." }) reason: string,
		@Arg("clientMutationId", () => ID, { nullable: true, description: KEY }) key?: string,
	) {
		const input = { one, other, reason, clientMutationId: key };
		return pairOf(context, await markDistinct(context, input));
	}

	@Mutation(() => DuplicatePair, {
		description:
			"Takes back that two manufacturers are not the same. For the center whose manager declared it, and for the program office.",
	})
	async unmarkSmesDistinct(
		@Ctx() context: Context,
		@Arg("one", () => ID, { description: "One of the two." }) one: string,
		@Arg("other", () => ID, { description: "The other." }) other: string,
		@Arg("reason", () => String, { description: "Why." }) reason: string,
		@Arg("clientMutationId", () => ID, { nullable: true, description: KEY }) key?: string,
	) {
		const input = { one, other, reason, clientMutationId: key };
		return pairOf(context, await unmarkDistinct(context, input));
	}
}
