import type { GraphQLResolveInfo } from "graphql";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { rowLoader } from "../list/loaders.ts";
import { toInstitute } from "./present.ts";
import { INSTITUTES } from "./queries.ts";

/** The institute with an id, or null. */
export async function instituteById(id: string, context: Context, info: GraphQLResolveInfo) {
	const row = await rowLoader(context, INSTITUTES, selectedFields(info)).load(id);
	return row && toInstitute(row);
}
