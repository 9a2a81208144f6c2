import sql, { empty, raw, type Sql } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import { keyset } from "../../../shared/pagination/keyset.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import type { RevisionRow } from "../database/record-rows.ts";
import type { SmeRow } from "../database/rows.ts";
import { visibleSmes } from "../policy.ts";

/** A merged manufacturer with the revision that merged it. */
export type MergeRow = Pick<
	SmeRow,
	"id" | "root_id" | "name" | "city" | "state" | "revision" | "center_id"
> &
	Pick<RevisionRow, "at" | "subject" | "reason">;

const LAST_MERGE = raw(
	"r.record_type = 'SME' AND r.record_id = s.id AND r.action = 'merged' AND r.seq = (SELECT MAX(q.seq) FROM revisions q WHERE q.record_type = 'SME' AND q.record_id = s.id AND q.action = 'merged')",
);

/** Merges that were not undone, where the viewer sees both manufacturers. `smeIds` are those after merges, too. */
function standingMerges(viewer: Viewer, smeIds: readonly string[] | null | undefined): Sql {
	const which = smeIds
		? sql` AND (${sqlIn("s.id", smeIds)} OR ${sqlIn("s.root_id", smeIds)})`
		: empty;
	return sql`FROM smes s JOIN smes k ON k.id = s.root_id JOIN revisions r ON ${LAST_MERGE} WHERE s.merged_into IS NOT NULL AND (${visibleSmes(viewer)}) AND (${visibleSmes(viewer, "k")})${which}`;
}

/** One page, and one merge more, the latest first. */
export function mergePage(
	database: Database,
	viewer: Viewer,
	smeIds: readonly string[] | null | undefined,
	page: PageRequest,
): Promise<MergeRow[]> {
	const { between, order } = keyset(page, ["r.at", "s.id"], "DESC");
	return database.read(
		sql`SELECT s.id, s.root_id, s.name, s.city, s.state, s.revision, s.center_id, r.at, r.subject, r.reason ${standingMerges(viewer, smeIds)}${between} ${order}`,
	);
}

export async function countMerges(
	database: Database,
	viewer: Viewer,
	smeIds: readonly string[] | null | undefined,
): Promise<number> {
	const [row] = await database.read<{ count: number }>(
		sql`SELECT COUNT(*) AS count ${standingMerges(viewer, smeIds)}`,
	);
	return Number(row?.count ?? 0);
}
