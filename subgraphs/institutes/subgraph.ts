import { loaderStore } from "../../shared/loaders.ts";
import {
	buildSubgraph,
	type Subgraph,
	type SubgraphOptions,
} from "../../shared/subgraph/subgraph.ts";
import { assetResolvers } from "./asset/resolver.ts";
import { Course, Facility, Technology } from "./asset/type.ts";
import type { Context } from "./context.ts";
import { openInstitutesDatabase } from "./database/open.ts";
import { entities } from "./entities.ts";
import { FundingSummaryResolver, InstituteFundingResolver } from "./funding/resolver.ts";
import { InstituteResolver } from "./institute/resolver.ts";
import { membershipResolvers } from "./membership/resolver.ts";
import { InstituteNetworksResolver } from "./network/networks-of-institute.ts";
import { NetworkResolver } from "./network/resolver.ts";
import { topicResolvers } from "./network/topics.ts";
import { NodeResolver } from "./node/resolver.ts";
import { ObservationResolver } from "./observation/resolver.ts";
import { projectResolvers } from "./project/resolver.ts";

/** Opens the institutes subgraph on `<dataDir>/institutes.sqlite`. */
export async function openInstitutes(options: SubgraphOptions): Promise<Subgraph> {
	const database = await openInstitutesDatabase(options);
	return buildSubgraph({
		name: "institutes",
		resolvers: [
			InstituteResolver,
			InstituteFundingResolver,
			FundingSummaryResolver,
			...membershipResolvers,
			...projectResolvers,
			NetworkResolver,
			InstituteNetworksResolver,
			ObservationResolver,
			NodeResolver,
			...topicResolvers,
			...assetResolvers,
		],
		orphanedTypes: [Facility, Course, Technology],
		references: entities,
		contextFor: (): Context => ({ database, loader: loaderStore() }),
		check: () => database.check(),
		close: () => database.close(),
	});
}
