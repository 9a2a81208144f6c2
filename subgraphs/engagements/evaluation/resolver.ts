import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { checkYear, networkIn, YEAR } from "../figures/resolver.ts";
import { Institute, Network } from "../references.ts";
import { evaluationOfNetwork } from "./evaluation.ts";
import { Evaluation } from "./type.ts";

const DESCRIPTION =
	"The indicators that the documents propose, each with a value computed from the hub's records, a published figure or an honest absence.";

@Resolver(() => Institute)
class InstituteEvaluation {
	@FieldResolver(() => Evaluation, { description: DESCRIPTION })
	evaluation(
		@Root() { id }: Institute,
		@Ctx() { loaders }: Context,
		@Arg("fiscalYear", () => Int, { description: YEAR }) fiscalYear: number,
	) {
		checkYear(fiscalYear);
		return loaders.evaluation(fiscalYear).load(id);
	}
}

@Resolver(() => Network)
class NetworkEvaluation {
	@FieldResolver(() => Evaluation, { description: DESCRIPTION })
	async evaluation(
		@Root() { id }: Network,
		@Ctx() context: Context,
		@Arg("fiscalYear", () => Int, { description: YEAR }) fiscalYear: number,
	) {
		checkYear(fiscalYear);
		const { whose, owned } = await networkIn(context, id, fiscalYear);
		return evaluationOfNetwork(context, whose, { id, owned }, fiscalYear);
	}
}

export const evaluationResolvers = [InstituteEvaluation, NetworkEvaluation];
