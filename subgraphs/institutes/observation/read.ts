import type { Observation } from "../../../shared/provenance/provenance.ts";
import type { Context } from "../context.ts";
import { wholeTable } from "../list/loaders.ts";
import { observationsLoader } from "./loaders.ts";
import { toDoubt, toObservation } from "./present.ts";
import { allDocuments, allDoubts, type Subject } from "./queries.ts";

/** The doubts of the fact collection, by id. */
export async function knownDoubts(context: Context) {
	const rows = await wholeTable(context, "doubts", allDoubts);
	return new Map(rows.map((row) => [row.id, toDoubt(row)]));
}

/** Titles of documents by id. */
export async function documentTitles(context: Context): Promise<Map<string, string>> {
	const rows = await wholeTable(context, "documents", allDocuments);
	return new Map(rows.map(({ id, title }) => [id, title]));
}

/** The observations of an institute or network: all, or those of some properties. */
export async function observationsFor(
	context: Context,
	subject: Subject,
	id: string,
	properties?: readonly string[],
): Promise<Observation[]> {
	const [rows, doubts] = await Promise.all([
		observationsLoader(context, subject).load(id),
		knownDoubts(context),
	]);
	return rows
		.filter((row) => !properties || properties.includes(row.property))
		.map((row) => toObservation(row, doubts));
}
