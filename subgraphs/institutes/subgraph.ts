import {
	buildSubgraph,
	type Subgraph,
	type SubgraphOptions,
} from "../../shared/subgraph/subgraph.ts";
import { assetResolvers } from "./asset/resolver.ts";
import { Course, Facility, Technology } from "./asset/type.ts";
import { openInstitutesDatabase } from "./database/open.ts";
import { entities } from "./entities.ts";
import { FundingSummaryResolver, InstituteFundingResolver } from "./funding/resolver.ts";
import { InstituteResolver } from "./institute/resolver.ts";
import { type Context, createLoaders } from "./loaders.ts";
import {
	InstituteMembershipResolver,
	NetworkMembersResolver,
	TierResolver,
} from "./membership/resolver.ts";
import { NetworkResolver } from "./network/resolver.ts";
import { topicResolvers } from "./network/topics.ts";
import { NodeResolver } from "./node/resolver.ts";
import { ObservationResolver } from "./observation/resolver.ts";
import { InstituteProjectsResolver, ProjectResolver } from "./project/resolver.ts";

/** Opens the institutes subgraph on `<dataDir>/institutes.sqlite`. */
export async function openInstitutes(options: SubgraphOptions): Promise<Subgraph> {
	const database = await openInstitutesDatabase(options);
	return buildSubgraph({
		name: "institutes",
		resolvers: [
			InstituteResolver,
			InstituteFundingResolver,
			FundingSummaryResolver,
			InstituteMembershipResolver,
			NetworkMembersResolver,
			TierResolver,
			InstituteProjectsResolver,
			ProjectResolver,
			NetworkResolver,
			ObservationResolver,
			NodeResolver,
			...topicResolvers,
			...assetResolvers,
		],
		orphanedTypes: [Facility, Course, Technology],
		references: entities,
		contextFor: (): Context => ({ database, loaders: createLoaders(database) }),
		close: () => database.close(),
	});
}
