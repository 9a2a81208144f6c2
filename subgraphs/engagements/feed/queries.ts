import sql, { join, type Sql } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import type { RevisionRow } from "../database/record-rows.ts";
import { insideRevisions, shownRevisionNumber, visibleRevisions } from "../policy.ts";
import { insideOnly } from "../record/policy.ts";

export type ChangeRow = Pick<
	RevisionRow,
	"token" | "record_type" | "record_id" | "revision" | "at" | "batch_id"
> & {
	/** Whether the viewer still sees the record after this change. */
	stays: boolean | number;
};

function conditionsOf(viewer: Viewer, after: PageRequest["after"]): Sql {
	return join([visibleRevisions(viewer), ...(after ? [sql`r.seq > ${after[0]}`] : [])], " AND ");
}

/** Reads one page (and one row more) of changes in the order in which they were committed. */
export function changePage(
	database: Database,
	viewer: Viewer,
	page: PageRequest,
): Promise<ChangeRow[]> {
	return database.read(
		sql`SELECT r.token, r.record_type, r.record_id, ${shownRevisionNumber(viewer)} AS revision, r.at, (r.is_public OR ${insideRevisions(viewer)}) AS stays, CASE WHEN ${insideOnly(viewer, "r.center_id")} THEN r.batch_id END AS batch_id FROM revisions r WHERE ${conditionsOf(viewer, page.after)} ORDER BY r.seq LIMIT ${page.first + 1}`,
	);
}

export async function countChanges(database: Database, viewer: Viewer): Promise<number> {
	const [row] = await database.read<{ count: number }>(
		sql`SELECT COUNT(*) AS count FROM revisions r WHERE ${conditionsOf(viewer, undefined)}`,
	);
	return Number(row?.count ?? 0);
}

/** The place of a change among all; undefined where there is none of this token. */
export async function placeOf(database: Database, token: string): Promise<number | undefined> {
	const [row] = await database.read<{ seq: number }>(
		sql`SELECT r.seq FROM revisions r WHERE r.token = ${token}`,
	);
	return row?.seq;
}
