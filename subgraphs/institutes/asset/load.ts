import type { GraphQLResolveInfo } from "graphql";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { rowById } from "../list/loaders.ts";
import { toCourse, toFacility, toTechnology } from "./present.ts";
import { COURSES, FACILITIES, TECHNOLOGIES } from "./queries.ts";

/** The facility with an id, or null. */
export function facilityById(id: string, context: Context, info: GraphQLResolveInfo) {
	return rowById(context, FACILITIES, id, selectedFields(info), toFacility);
}

/** The course with an id, or null. */
export function courseById(id: string, context: Context, info: GraphQLResolveInfo) {
	return rowById(context, COURSES, id, selectedFields(info), toCourse);
}

/** The technology with an id, or null. */
export function technologyById(id: string, context: Context, info: GraphQLResolveInfo) {
	return rowById(context, TECHNOLOGIES, id, selectedFields(info), toTechnology);
}
