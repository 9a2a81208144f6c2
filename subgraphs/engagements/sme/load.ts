import type { GraphQLResolveInfo } from "graphql";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { smeLoader } from "./loaders.ts";
import { toSme } from "./present.ts";
import { smesByIds } from "./queries.ts";
import type { Sme } from "./type.ts";

const ID_ONLY = new Set([
	"id",
	"__typename",
	"traces",
	"engagements",
	"outcomes",
	"identifiers",
	"mergedFrom",
	"mergedManufacturers",
	"memberships",
]);
type LoadedSme = Partial<Sme> & { id: string };

/** Whether anything must be read of a manufacturer whose id is known. */
export const needsRow = (fields: Set<string>) => {
	for (const field of fields) if (!ID_ONLY.has(field)) return true;
	return false;
};

type Known = {
	fields: ReadonlySet<string>;
	smes: ReadonlyMap<string, Sme>;
	/** A selection that is known to need no other fields. */
	enoughFor?: ReadonlySet<string>;
};
/** What requests have read beforehand. */
const known = new WeakMap<Context, Known[]>();

/**
 * Reads the manufacturers that the records of a list name, with the columns of `fields`. `loadSme` then has them at once:
 * a promise for each record of a long list would cost more than its row.
 */
export async function readSmes(
	context: Context,
	records: ReadonlyArray<{ sme_id?: string }>,
	fields: Set<string>,
): Promise<void> {
	if (!needsRow(fields)) return;
	const ids = new Set<string>();
	for (const { sme_id: id } of records) if (id !== undefined) ids.add(id);
	const rows = await smesByIds(context.database, context.viewer, [...ids], fields);
	const smes = new Map(rows.map((row) => [row.asked, toSme(row)]));
	known.set(context, [...(known.get(context) ?? []), { fields, smes }]);
}

function knownSme(id: string, context: Context, fields: ReadonlySet<string>): Sme | undefined {
	for (const one of known.get(context) ?? []) {
		const found = one.smes.get(id);
		if (!found) continue;
		if (one.enoughFor === fields) return found;
		if (![...fields].every((field) => one.fields.has(field))) continue;
		one.enoughFor = fields;
		return found;
	}
	return undefined;
}

/** Reads a manufacturer that a record names, with the columns of `fields`. */
export async function readSme(
	id: string,
	context: Context,
	fields: Set<string>,
): Promise<LoadedSme> {
	const row = await smeLoader(context, fields).load(id);
	if (!row) throw new Error(`Sme ${id} is named by a record but cannot be read`);
	return toSme(row);
}

/**
 * The manufacturer with the selected columns; nothing is read if only its id is needed, or if it was read beforehand.
 */
export function loadSme(
	id: string,
	context: Context,
	info: GraphQLResolveInfo,
): LoadedSme | Promise<LoadedSme> {
	const fields = selectedFields(info);
	if (!needsRow(fields)) return { id };
	return knownSme(id, context, fields) ?? readSme(id, context, fields);
}

/** The manufacturer with an id, as the viewer sees it; of one that was merged, the one that it was merged into. */
export async function smeById(
	id: string,
	context: Context,
	info: GraphQLResolveInfo,
): Promise<Sme | null> {
	const row = await smeLoader(context, selectedFields(info)).load(id);
	return row && toSme(row);
}
