import type { GraphQLResolveInfo } from "graphql";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { engagementLoader } from "./loaders.ts";
import { toEngagement } from "./present.ts";
import type { Engagement } from "./type.ts";

/** The engagement with an id, where the viewer sees one. */
export async function engagementById(
	id: string,
	context: Context,
	info: GraphQLResolveInfo,
): Promise<Engagement | null> {
	const row = await engagementLoader(context, selectedFields(info)).load(id);
	return row && toEngagement(row);
}
