import type { GraphQLResolveInfo } from "graphql";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { rowById } from "../list/loaders.ts";
import { knownDoubts } from "../observation/read.ts";
import { callLoader, roadmapAreaLoader } from "./loaders.ts";
import { toCall, toProject, toRoadmapArea } from "./present.ts";
import { PROJECTS } from "./queries.ts";

/** The project with an id, or null. */
export function projectById(id: string, context: Context, info: GraphQLResolveInfo) {
	return rowById(context, PROJECTS, id, selectedFields(info), toProject);
}

/** The call for projects with an id, or null. */
export async function callById(id: string, context: Context) {
	const row = await callLoader(context).load(id);
	return row && toCall(row);
}

/** The area of a roadmap with an id, or null. */
export async function roadmapAreaById(id: string, context: Context) {
	const row = await roadmapAreaLoader(context).load(id);
	return row && toRoadmapArea(row, await knownDoubts(context));
}
