import { byId, groupBy } from "../../../shared/loader-results.ts";
import type { Context } from "../context.ts";
import { identifiersOf, mergedInto, type PartialSmeRow, smesByIds } from "./queries.ts";

/** Manufacturers by id, with the columns of some fields; one that was merged gives the one that it was merged into. */
export const smeLoader = ({ loader, database, viewer }: Context, fields: Set<string>) =>
	loader<PartialSmeRow | null>(["sme", fields], async (ids) =>
		byId(ids, await smesByIds(database, viewer, ids, fields), (row) => row.asked),
	);

export const identifiersLoader = ({ loader, database }: Context) =>
	loader<Array<{ scheme: string; value: string }>>(["identifiers"], async (ids) =>
		groupBy(ids, await identifiersOf(database, ids), (row) => row.sme_id),
	);

/** What was merged into each manufacturer. */
export const mergedFromLoader = ({ loader, database, viewer }: Context) =>
	loader<Awaited<ReturnType<typeof mergedInto>>>(["merged from"], async (ids) =>
		groupBy(ids, await mergedInto(database, viewer, ids), (row) => row.root_id),
	);
