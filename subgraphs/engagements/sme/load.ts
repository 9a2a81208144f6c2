import type { GraphQLResolveInfo } from "graphql";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { smeLoader } from "./loaders.ts";
import { toSme } from "./present.ts";
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
/** Whether anything must be read of a manufacturer whose id is known. */
export const needsRow = (fields: Set<string>) => {
	for (const field of fields) if (!ID_ONLY.has(field)) return true;
	return false;
};

/** The manufacturer with some columns; nothing is read if only its id is needed. */
export async function loadSmeWith(
	id: string,
	context: Context,
	fields: Set<string>,
): Promise<Partial<Sme> & { id: string }> {
	if (!needsRow(fields)) return { id };
	const row = await smeLoader(context, fields).load(id);
	if (!row) throw new Error(`Sme ${id} is named by a record but cannot be read`);
	return toSme(row);
}

/** The manufacturer with the selected columns. */
export const loadSme = (id: string, context: Context, info: GraphQLResolveInfo) =>
	loadSmeWith(id, context, selectedFields(info));

/** The manufacturer with an id, as the viewer sees it; of one that was merged, the one that it was merged into. */
export async function smeById(
	id: string,
	context: Context,
	info: GraphQLResolveInfo,
): Promise<Sme | null> {
	const row = await smeLoader(context, selectedFields(info)).load(id);
	return row && toSme(row);
}
