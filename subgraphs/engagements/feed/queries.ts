import sql, { type Sql } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import { keyset } from "../../../shared/pagination/keyset.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import type { RevisionRow } from "../database/record-rows.ts";
import { insideRevisions, shownRevisionNumber, visibleRevisions } from "../policy.ts";
import { insideOnly } from "../record/policy.ts";

export type ChangeRow = Pick<
	RevisionRow,
	"token" | "record_type" | "record_id" | "revision" | "at" | "batch_id"
> & {
	/** Whether the viewer sees the record after this change. */
	stays: boolean | number;
};

function changesFor(viewer: Viewer): Sql {
	return sql`SELECT r.token, r.record_type, r.record_id, ${shownRevisionNumber(viewer)} AS revision, r.at, (r.is_public OR ${insideRevisions(viewer)}) AS stays, CASE WHEN ${insideOnly(viewer, "r.center_id")} THEN r.batch_id END AS batch_id FROM revisions r WHERE ${visibleRevisions(viewer)}`;
}

/** Reads one page (and one row more) of changes in the order in which they were committed. */
export function changePage(
	database: Database,
	viewer: Viewer,
	page: PageRequest,
): Promise<ChangeRow[]> {
	const { between, order } = keyset(page, ["r.seq"]);
	return database.read(sql`${changesFor(viewer)}${between} ${order}`);
}

/** The change with a token, where the viewer may see it. */
export async function changeByToken(
	database: Database,
	viewer: Viewer,
	token: string,
): Promise<ChangeRow | undefined> {
	const [row] = await database.read<ChangeRow>(sql`${changesFor(viewer)} AND r.token = ${token}`);
	return row;
}

export async function countChanges(database: Database, viewer: Viewer): Promise<number> {
	const [row] = await database.read<{ count: number }>(
		sql`SELECT COUNT(*) AS count FROM revisions r WHERE ${visibleRevisions(viewer)}`,
	);
	return Number(row?.count ?? 0);
}
