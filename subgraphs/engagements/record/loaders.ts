import { byId, countsOf, groupBy } from "../../../shared/loader-results.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import type { Context } from "../context.ts";
import type { RevisionRow } from "../database/record-rows.ts";
import {
	countRevisions,
	type Origin,
	type OutsideCount,
	originsOf,
	outsideCounts,
	type RevisionParent,
	revisionPages,
	revisionsOf,
} from "./queries.ts";
import type { RecordType } from "./revisions.ts";

/** The revisions of each record, earliest first. */
export const revisionsLoader = ({ loader, database, viewer }: Context, type: RecordType) =>
	loader<RevisionRow[]>(["revisions", type], async (ids) =>
		groupBy(ids, await revisionsOf(database, viewer, type, ids), (row) => row.record_id),
	);

/** A page of the revisions of each record or import, newest first. */
export const revisionPageLoader = (
	{ loader, database, viewer }: Context,
	parent: RevisionParent,
	page: PageRequest,
) =>
	loader<RevisionRow[]>(["revision pages", parent, page], async (ids) =>
		groupBy(ids, await revisionPages(database, viewer, parent, ids, page), (row) => row.parent),
	);

/** How many revisions each record or import has. */
export const revisionCountLoader = (
	{ loader, database, viewer }: Context,
	parent: RevisionParent,
) =>
	loader<number>(["revision counts", parent], async (ids) =>
		countsOf(ids, await countRevisions(database, viewer, parent, ids)),
	);

/** Who created each record of the viewer's own, and when it was last submitted. */
export const originLoader = ({ loader, database, viewer }: Context, type: RecordType) =>
	loader<Origin | null>(["origin", type], async (ids) =>
		byId(ids, await originsOf(database, viewer, type, ids)),
	);

export const outsideCountLoader = ({ loader, database, viewer }: Context, type: RecordType) =>
	loader<OutsideCount | null>(["outside count", type], async (ids) =>
		byId(ids, await outsideCounts(database, viewer, type, ids)),
	);
