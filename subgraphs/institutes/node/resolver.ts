import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Directive, ID, Info, Query, Resolver } from "type-graphql";
import { Node } from "../../../shared/node.ts";
import { courseById, facilityById, technologyById } from "../asset/load.ts";
import type { Context } from "../context.ts";
import { instituteById } from "../institute/load.ts";
import { toAgency } from "../institute/present.ts";
import { entitlementById, tierById } from "../membership/load.ts";
import { networkById } from "../network/load.ts";
import { documentById, doubtById, indicatorById, observationById } from "../observation/load.ts";
import { callById, projectById, roadmapAreaById } from "../project/load.ts";
import { type NodeType, typeOfId } from "./queries.ts";

type Find = (
	id: string,
	context: Context,
	info: GraphQLResolveInfo,
) => object | null | Promise<object | null>;

const FINDERS: Record<NodeType, Find> = {
	Institute: instituteById,
	Network: networkById,
	Facility: facilityById,
	Course: courseById,
	Technology: technologyById,
	Project: projectById,
	ProjectCall: callById,
	RoadmapArea: roadmapAreaById,
	MembershipTier: tierById,
	Entitlement: entitlementById,
	IndicatorDefinition: indicatorById,
	SourceDocument: documentById,
	Doubt: doubtById,
	Observation: observationById,
	Agency: toAgency,
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
		const found = type && (await FINDERS[type](id, context, info));
		return found ? { __typename: type, ...found } : null;
	}
}
