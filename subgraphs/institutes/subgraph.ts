import { keptTables } from "../../shared/database/kept-tables.ts";
import { loaderStore } from "../../shared/loaders.ts";
import {
	buildSubgraph,
	type Caller,
	type Subgraph,
	type SubgraphOptions,
} from "../../shared/subgraph/subgraph.ts";
import { COURSES, FACILITIES, TECHNOLOGIES } from "./asset/queries.ts";
import { assetResolvers } from "./asset/resolver.ts";
import { Course, Facility, Technology } from "./asset/type.ts";
import type { Context } from "./context.ts";
import { openInstitutesDatabase } from "./database/open.ts";
import { entities } from "./entities.ts";
import { FundingSummaryResolver, InstituteFundingResolver } from "./funding/resolver.ts";
import { INSTITUTES } from "./institute/queries.ts";
import { InstituteResolver } from "./institute/resolver.ts";
import { membershipResolvers } from "./membership/resolver.ts";
import { InstituteNetworksResolver } from "./network/networks-of-institute.ts";
import { NetworkResolver } from "./network/resolver.ts";
import { topicResolvers } from "./network/topics.ts";
import { NodeResolver } from "./node/resolver.ts";
import { ObservationResolver } from "./observation/resolver.ts";
import { projectResolvers } from "./project/resolver.ts";

/** What engagements name, and so most queries ask for by id. */
const KEPT = [INSTITUTES, FACILITIES, COURSES, TECHNOLOGIES].map(({ name }) => name);

/** Opens the institutes subgraph on `<dataDir>/institutes.sqlite`. */
export async function openInstitutes(options: SubgraphOptions): Promise<Subgraph> {
	const database = await openInstitutesDatabase(options);
	const kept = keptTables(database, KEPT);
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
		contextFor: ({ budget }: Caller): Context => ({
			database,
			kept,
			began: budget?.began ?? performance.now(),
			loader: loaderStore(),
		}),
		check: () => database.check(),
		close: () => database.close(),
	});
}
