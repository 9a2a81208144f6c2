import type { GraphQLResolveInfo } from "graphql";
import { selectedFields } from "../../shared/subgraph/selection.ts";
import type { Context } from "./context.ts";
import { toEngagement } from "./engagement/present.ts";
import { toMembership } from "./membership/present.ts";
import { toOutcome } from "./outcome/present.ts";
import { toSme } from "./sme/present.ts";

type Reference = { id: string };

/** How each entity is found by its id; those that others own only have it. */
export const entities = {
	async Sme({ id }: Reference, context: Context, info: GraphQLResolveInfo) {
		const row = await context.loaders.sme(selectedFields(info)).load(id);
		return row && toSme(row);
	},
	async Engagement({ id }: Reference, context: Context, info: GraphQLResolveInfo) {
		const row = await context.loaders.engagement(selectedFields(info)).load(id);
		return row && toEngagement(row);
	},
	async Outcome({ id }: Reference, context: Context) {
		const row = await context.loaders.outcome().load(id);
		return row && toOutcome(row);
	},
	async Membership({ id }: Reference, context: Context) {
		const row = await context.loaders.membership().load(id);
		return row && toMembership(row);
	},
	MepCenter: ({ id }: Reference) => ({ id }),
	Institute: ({ id }: Reference) => ({ id }),
	Facility: ({ id }: Reference) => ({ id }),
	Course: ({ id }: Reference) => ({ id }),
	Technology: ({ id }: Reference) => ({ id }),
	Network: ({ id }: Reference) => ({ id }),
	MembershipTier: ({ id }: Reference) => ({ id }),
	IndicatorDefinition: ({ id }: Reference) => ({ id }),
};
