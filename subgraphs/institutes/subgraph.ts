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
import { InstituteResolver } from "./institute/resolver.ts";
import { type Context, createLoaders } from "./loaders.ts";
import { NETWORKS } from "./network/networks.ts";
import { NetworkResolver } from "./network/resolver.ts";
import { toCourse, toFacility, toInstitute, toTechnology } from "./present.ts";
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
		resolvers: [InstituteResolver, NetworkResolver, ...assetResolvers],
		orphanedTypes: [Facility, Course, Technology],
		references: {
			Institute: reference("institutes", toInstitute),
			Facility: reference("facilities", toFacility),
			Course: reference("courses", toCourse),
			Technology: reference("technologies", toTechnology),
			Network: ({ id }: Reference) => NETWORKS.find((network) => network.id === id) ?? null,
		},
		contextFor: (): Context => ({ database, loaders: createLoaders(database) }),
		close: () => database.close(),
	});
}
