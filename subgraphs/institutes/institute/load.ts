import type { GraphQLResolveInfo } from "graphql";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { rowById } from "../list/loaders.ts";
import { toInstitute } from "./present.ts";
import { INSTITUTES } from "./queries.ts";

/** The institute with an id, or null. */
export function instituteById(id: string, context: Context, info: GraphQLResolveInfo) {
	return rowById(context, INSTITUTES, id, selectedFields(info), toInstitute);
}
