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
const needsRow = (fields: Set<string>) => {
	for (const field of fields) if (!ID_ONLY.has(field)) return true;
	return false;
};

/** The manufacturer with the selected columns; nothing is read if only its id is selected. */
export async function loadSme(
	id: string,
	context: Context,
	info: GraphQLResolveInfo,
): Promise<Partial<Sme> & { id: string }> {
	const fields = selectedFields(info);
	if (!needsRow(fields)) return { id };
	const row = await smeLoader(context, fields).load(id);
	if (!row) throw new Error(`Sme ${id} is named by a record but cannot be read`);
	return toSme(row);
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
