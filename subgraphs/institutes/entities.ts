import type { GraphQLResolveInfo } from "graphql";
import { selectedFields } from "../../shared/subgraph/selection.ts";
import type { Context } from "./loaders.ts";
import { toEntitlement, toTier } from "./membership/present.ts";
import { toNetwork } from "./network/present.ts";
import { toIndicator, toSourceDocument } from "./observation/present.ts";
import { knownDoubts } from "./observation/read.ts";
import { toAgency, toCourse, toFacility, toInstitute, toTechnology } from "./present.ts";
import { toCall, toProject, toRoadmapArea } from "./project/present.ts";
import type { RowOf, Table } from "./queries.ts";

type Reference = { id: string };

function reference<T extends Table, Found>(table: T, toType: (row: RowOf[T]) => Found) {
	return async ({ id }: Reference, context: Context, info: GraphQLResolveInfo) => {
		const row = await context.loaders.one(table, selectedFields(info)).load(id);
		return row && toType(row);
	};
}

/** One of a small table that is read as a whole. */
async function requestedOnly<Row extends { id: string }, Found>(
	id: string,
	rows: Promise<Row[]>,
	toType: (row: Row) => Found,
): Promise<Found | null> {
	const row = (await rows).find((one) => one.id === id);
	return row ? toType(row) : null;
}

/** How each entity is found by its id. */
export const entities = {
	Institute: reference("institutes", toInstitute),
	Facility: reference("facilities", toFacility),
	Course: reference("courses", toCourse),
	Technology: reference("technologies", toTechnology),
	Project: reference("projects", toProject),
	Agency: ({ id }: Reference) => toAgency(id),
	async MembershipTier({ id }: Reference, { loaders }: Context) {
		const row = await loaders.tier().load(id);
		return row && toTier(row);
	},
	async Entitlement({ id }: Reference, { loaders }: Context) {
		const row = await loaders.entitlement().load(id);
		return row && toEntitlement(row);
	},
	async ProjectCall({ id }: Reference, { loaders }: Context) {
		const row = await loaders.call().load(id);
		return row && toCall(row);
	},
	async RoadmapArea({ id }: Reference, context: Context) {
		const row = await context.loaders.roadmapArea().load(id);
		return row && toRoadmapArea(row, await knownDoubts(context));
	},
	IndicatorDefinition: ({ id }: Reference, { loaders }: Context) =>
		requestedOnly(id, loaders.indicators().load("all"), toIndicator),
	SourceDocument: ({ id }: Reference, { loaders }: Context) =>
		requestedOnly(id, loaders.documents().load("all"), toSourceDocument),
	Network: ({ id }: Reference, { loaders }: Context) =>
		requestedOnly(id, loaders.networks().load("all"), toNetwork),
};
