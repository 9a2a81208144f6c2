import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { networkIn } from "../figures/network.ts";
import { askedYear, CALENDAR_YEAR, FISCAL_YEAR } from "../figures/year.ts";
import { Institute, Network } from "../references.ts";
import { evaluationOfNetwork } from "./evaluation.ts";
import { evaluationLoader } from "./loaders.ts";
import { Evaluation } from "./type.ts";

const DESCRIPTION =
	"The indicators that the documents propose, each with a value computed from the hub's records, a published figure, or the reason why there is none. Each indicator has one measure, so the years of a subject are one series. Give one year, fiscal or calendar.";

@Resolver(() => Institute)
class InstituteEvaluation {
	@Directive("@cost(weight: 20)")
	@FieldResolver(() => Evaluation, { description: DESCRIPTION })
	evaluation(
		@Root() { id }: Institute,
		@Ctx() context: Context,
		@Arg("fiscalYear", () => Int, { nullable: true, description: FISCAL_YEAR }) fiscalYear?: number,
		@Arg("calendarYear", () => Int, { nullable: true, description: CALENDAR_YEAR })
		calendarYear?: number,
	) {
		return evaluationLoader(context, askedYear(fiscalYear, calendarYear)).load(id);
	}
}

@Resolver(() => Network)
class NetworkEvaluation {
	@Directive("@cost(weight: 20)")
	@FieldResolver(() => Evaluation, { description: DESCRIPTION })
	async evaluation(
		@Root() { id }: Network,
		@Ctx() context: Context,
		@Arg("fiscalYear", () => Int, { nullable: true, description: FISCAL_YEAR }) fiscalYear?: number,
		@Arg("calendarYear", () => Int, { nullable: true, description: CALENDAR_YEAR })
		calendarYear?: number,
	) {
		const asked = askedYear(fiscalYear, calendarYear);
		const { scope, facts } = await networkIn(context, id, asked);
		return evaluationOfNetwork(context, scope, { id, facts }, asked);
	}
}

export const evaluationResolvers = [InstituteEvaluation, NetworkEvaluation];
