import type { GraphQLResolveInfo } from "graphql";
import type { Context } from "./context.ts";
import { engagementById } from "./engagement/load.ts";
import { membershipById } from "./membership/load.ts";
import { outcomeById } from "./outcome/load.ts";
import { releaseNode } from "./release/load.ts";
import { smeById } from "./sme/load.ts";

type Reference = { id: string };

/** How the gateway's references become entities; of those that others own, only the id is known here. */
export const entities = {
	Sme: ({ id }: Reference, context: Context, info: GraphQLResolveInfo) =>
		smeById(id, context, info),
	Engagement: ({ id }: Reference, context: Context, info: GraphQLResolveInfo) =>
		engagementById(id, context, info),
	Outcome: ({ id }: Reference, context: Context) => outcomeById(id, context),
	Membership: ({ id }: Reference, context: Context) => membershipById(id, context),
	Release: ({ id }: Reference, context: Context) => releaseNode(id, context),
	MepCenter: ({ id }: Reference) => ({ id }),
	Institute: ({ id }: Reference) => ({ id }),
	Facility: ({ id }: Reference) => ({ id }),
	Course: ({ id }: Reference) => ({ id }),
	Technology: ({ id }: Reference) => ({ id }),
	Network: ({ id }: Reference) => ({ id }),
	MembershipTier: ({ id }: Reference) => ({ id }),
	IndicatorDefinition: ({ id }: Reference) => ({ id }),
};
