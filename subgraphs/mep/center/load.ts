import type { GraphQLResolveInfo } from "graphql";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { awardLoader, centerLoader } from "./loaders.ts";
import { awardIdOf, toAward, toAwardObservation, toCenter } from "./present.ts";

/** The center with an id, or null. */
export async function centerById(id: string, context: Context, info: GraphQLResolveInfo) {
	const row = await centerLoader(context, selectedFields(info)).load(id);
	return row && toCenter(row);
}

/** The award with an id, or null. */
export async function awardById(id: string, context: Context) {
	const row = await awardLoader(context).load(id);
	return row && toAward(row);
}

/** The observation with an id, made of an award, or null. */
export async function observationById(id: string, context: Context) {
	const awardId = awardIdOf(id);
	const row = awardId && (await awardLoader(context).load(awardId));
	return row ? toAwardObservation(row) : null;
}
