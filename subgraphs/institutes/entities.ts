import type { GraphQLResolveInfo } from "graphql";
import { courseById, facilityById, technologyById } from "./asset/load.ts";
import type { Context } from "./context.ts";
import { instituteById } from "./institute/load.ts";
import { toAgency } from "./institute/present.ts";
import { entitlementById, tierById } from "./membership/load.ts";
import { networkById } from "./network/load.ts";
import { documentById, indicatorById } from "./observation/load.ts";
import { callById, projectById, roadmapAreaById } from "./project/load.ts";

type Find = (id: string, context: Context, info: GraphQLResolveInfo) => unknown;

const reference =
	(find: Find) =>
	({ id }: { id: string }, context: Context, info: GraphQLResolveInfo) =>
		find(id, context, info);

/** How the gateway's references become entities. */
export const entities = {
	Institute: reference(instituteById),
	Facility: reference(facilityById),
	Course: reference(courseById),
	Technology: reference(technologyById),
	Project: reference(projectById),
	Agency: reference(toAgency),
	MembershipTier: reference(tierById),
	Entitlement: reference(entitlementById),
	ProjectCall: reference(callById),
	RoadmapArea: reference(roadmapAreaById),
	IndicatorDefinition: reference(indicatorById),
	SourceDocument: reference(documentById),
	Network: reference(networkById),
};
