import { byId } from "../../../shared/loader-results.ts";
import type { Context } from "../context.ts";
import type { CallRow, RoadmapAreaRow } from "../database/rows.ts";
import { ofInstituteLoader } from "../list/loaders.ts";
import { callsBy, roadmapAreasByIds, roadmapOf } from "./queries.ts";

export const callLoader = ({ loader, database }: Context) =>
	loader<CallRow | null>(["call"], async (ids) => byId(ids, await callsBy(database, "id", ids)));

export const callsLoader = (context: Context) =>
	ofInstituteLoader(context, "calls", (database, ids) => callsBy(database, "institute_id", ids));

export const roadmapAreaLoader = ({ loader, database }: Context) =>
	loader<RoadmapAreaRow | null>(["roadmap area"], async (ids) =>
		byId(ids, await roadmapAreasByIds(database, ids)),
	);

export const roadmapLoader = (context: Context) => ofInstituteLoader(context, "roadmap", roadmapOf);
