import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { Engagement } from "../engagement/type.ts";
import { Sme } from "../sme/type.ts";
import { outcomesOfEngagementLoader, outcomesOfSmeLoader } from "./loaders.ts";
import { toOutcome } from "./present.ts";
import { Outcome } from "./type.ts";

@Resolver(() => Sme)
class OutcomesOfSme {
	@FieldResolver(() => [Outcome], { description: "The outcomes that it reports." })
	async outcomes(@Root() sme: Sme, @Ctx() context: Context) {
		return (await outcomesOfSmeLoader(context).load(sme.id)).map(toOutcome);
	}
}

@Resolver(() => Engagement)
class OutcomesOfEngagement {
	@FieldResolver(() => [Outcome], {
		description: "Outcomes that cover this engagement, often together with others.",
	})
	async outcomes(@Root() engagement: Engagement, @Ctx() context: Context) {
		return (await outcomesOfEngagementLoader(context).load(engagement.id)).map(toOutcome);
	}
}

export const outcomeListResolvers = [OutcomesOfSme, OutcomesOfEngagement];
