import { byId, groupBy } from "../../../shared/loader-results.ts";
import type { Context } from "../context.ts";
import type { RevisionRow } from "../database/record-rows.ts";
import {
	type Origin,
	type OutsideCount,
	originsOf,
	outsideCounts,
	revisionsOf,
} from "./queries.ts";
import type { RecordType } from "./revisions.ts";

/** The revisions of each record, earliest first. */
export const revisionsLoader = ({ loader, database }: Context, type: RecordType) =>
	loader<RevisionRow[]>(["revisions", type], async (ids) =>
		groupBy(ids, await revisionsOf(database, type, ids), (row) => row.record_id),
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
