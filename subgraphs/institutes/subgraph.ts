import type { GraphQLResolveInfo } from "graphql";
import { selectedFields } from "../../shared/subgraph/selection.ts";
import {
	buildSubgraph,
	type Subgraph,
	type SubgraphOptions,
} from "../../shared/subgraph/subgraph.ts";
import { assetResolvers } from "./asset/resolver.ts";
import { Course, Facility, Technology } from "./asset/type.ts";
import { openInstitutesDatabase } from "./database/open.ts";
import { FundingSummaryResolver, InstituteFundingResolver } from "./funding/resolver.ts";
import { InstituteResolver } from "./institute/resolver.ts";
import { type Context, createLoaders } from "./loaders.ts";
import { toTier } from "./membership/present.ts";
import {
	InstituteMembershipResolver,
	NetworkMembersResolver,
	TierResolver,
} from "./membership/resolver.ts";
import { toNetwork } from "./network/present.ts";
import { NetworkResolver } from "./network/resolver.ts";
import { topicResolvers } from "./network/topics.ts";
import { toIndicator } from "./observation/present.ts";
import { ObservationResolver } from "./observation/resolver.ts";
import { toCourse, toFacility, toInstitute, toTechnology } from "./present.ts";
import { toProject } from "./project/present.ts";
import { InstituteProjectsResolver, ProjectResolver } from "./project/resolver.ts";
import type { RowOf, Table } from "./queries.ts";

type Reference = { id: string };

function reference<T extends Table, Node>(table: T, toType: (row: RowOf[T]) => Node) {
	return async ({ id }: Reference, context: Context, info: GraphQLResolveInfo) => {
		const row = await context.loaders.one(table, selectedFields(info)).load(id);
		return row && toType(row);
	};
}

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
			...topicResolvers,
			...assetResolvers,
		],
		orphanedTypes: [Facility, Course, Technology],
		references: {
			Institute: reference("institutes", toInstitute),
			Facility: reference("facilities", toFacility),
			Course: reference("courses", toCourse),
			Technology: reference("technologies", toTechnology),
			Project: reference("projects", toProject),
			async MembershipTier({ id }: Reference, { loaders }: Context) {
				const row = await loaders.tier().load(id);
				return row && toTier(row);
			},
			async IndicatorDefinition({ id }: Reference, { loaders }: Context) {
				const rows = await loaders.indicators().load("all");
				const row = rows.find((indicator) => indicator.id === id);
				return row ? toIndicator(row) : null;
			},
			async Network({ id }: Reference, { loaders }: Context) {
				const row = (await loaders.networks().load("all")).find((network) => network.id === id);
				return row ? toNetwork(row) : null;
			},
		},
		contextFor: (): Context => ({ database, loaders: createLoaders(database) }),
		close: () => database.close(),
	});
}
