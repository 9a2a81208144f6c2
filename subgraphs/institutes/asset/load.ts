import type { GraphQLResolveInfo } from "graphql";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { rowLoader } from "../list/loaders.ts";
import { toCourse, toFacility, toTechnology } from "./present.ts";
import { COURSES, FACILITIES, TECHNOLOGIES } from "./queries.ts";

/** The facility with an id, or null. */
export async function facilityById(id: string, context: Context, info: GraphQLResolveInfo) {
	const row = await rowLoader(context, FACILITIES, selectedFields(info)).load(id);
	return row && toFacility(row);
}

/** The course with an id, or null. */
export async function courseById(id: string, context: Context, info: GraphQLResolveInfo) {
	const row = await rowLoader(context, COURSES, selectedFields(info)).load(id);
	return row && toCourse(row);
}

/** The technology with an id, or null. */
export async function technologyById(id: string, context: Context, info: GraphQLResolveInfo) {
	const row = await rowLoader(context, TECHNOLOGIES, selectedFields(info)).load(id);
	return row && toTechnology(row);
}
