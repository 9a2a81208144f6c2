import type { Context } from "../context.ts";
import { wholeTable } from "../list/loaders.ts";
import { toIndicator, toObservation, toSourceDocument } from "./present.ts";
import { allDocuments, allIndicators, observationsByIds } from "./queries.ts";
import { knownDoubts } from "./read.ts";

/** The indicator with an id, or null. */
export async function indicatorById(id: string, context: Context) {
	const rows = await wholeTable(context, "indicators", allIndicators);
	const row = rows.find((one) => one.id === id);
	return row ? toIndicator(row) : null;
}

/** The source document with an id, or null. */
export async function documentById(id: string, context: Context) {
	const rows = await wholeTable(context, "documents", allDocuments);
	const row = rows.find((one) => one.id === id);
	return row ? toSourceDocument(row) : null;
}

/** The doubt with an id, or null. */
export async function doubtById(id: string, context: Context) {
	return (await knownDoubts(context)).get(id) ?? null;
}

/** The observation with an id, or null. */
export async function observationById(id: string, context: Context) {
	const [row] = await observationsByIds(context.database, [id]);
	return row ? toObservation(row, await knownDoubts(context)) : null;
}
