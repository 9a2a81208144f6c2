import type { GraphQLResolveInfo } from "graphql";
import { type KeptRows, whenKnown } from "../../../shared/database/kept-tables.ts";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import type { CenterRow } from "../database/rows.ts";
import { awardLoader, centerLoader } from "./loaders.ts";
import { awardIdOf, toAward, toAwardObservation, toCenter } from "./present.ts";
import { CENTERS } from "./queries.ts";

/** The center with an id, or null. */
export function centerById(id: string, context: Context, info: GraphQLResolveInfo) {
	const read = (rows: KeptRows<CenterRow> | undefined) =>
		rows ? rows.get(id) : centerLoader(context, selectedFields(info)).load(id);
	const present = (row: CenterRow | null | undefined) => (row ? toCenter(row) : null);
	const rows = context.kept.rows<CenterRow>(CENTERS, context.began);
	return whenKnown(whenKnown(rows, read), present);
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
