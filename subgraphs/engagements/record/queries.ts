import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import type { Reader } from "../../../shared/database/reader-in.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { PageRequest } from "../../../shared/pagination/connection.ts";
import {
	keysOnly,
	type ListOfParents,
	pagesOfParents,
} from "../../../shared/pagination/pages-of-parents.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import type { RequestRow, RevisionRow } from "../database/record-rows.ts";
import { insideRevisions, openRevisions } from "../policy.ts";
import { insideOnly } from "./policy.ts";
import type { RecordType } from "./revisions.ts";

const COLUMNS: Sql = sql([
	'r.token, r.record_type, r.record_id, r.revision, r.action, r.at, r.subject, r.role, r.reason, r.about, r."before", r."after", r.center_id, r.batch_id',
]);

/** Condition on `revisions r`: since this change the record waits for a manager; an import by field staff submits at once. */
export const SUBMISSION = raw("r.action IN ('submitted', 'imported')");

/** The revisions of several records that the viewer sees, earliest first. */
export function revisionsOf(
	database: Database,
	viewer: Viewer,
	type: RecordType,
	ids: readonly string[],
): Promise<RevisionRow[]> {
	return database.read(
		sql`SELECT ${COLUMNS} FROM revisions r WHERE r.record_type = ${type} AND ${sqlIn("r.record_id", ids)} AND ${insideOnly(viewer, "r.center_id")} ORDER BY r.seq`,
	);
}

/** Whose revisions are read: those of records of a type, or those that an import made. */
export type RevisionParent = RecordType | "IMPORT_BATCH";

/** Condition on `revisions r`: those of a parent that the viewer sees. A manufacturer has those of the ones merged into it too. */
function revisionsWithin(viewer: Viewer, parent: RevisionParent, id: Sql | string): Sql {
	const inside = insideOnly(viewer, "r.center_id");
	if (parent === "IMPORT_BATCH") return sql`r.batch_id = ${id} AND ${inside}`;
	const records =
		parent === "SME"
			? sql`r.record_id IN (SELECT y.id FROM smes y WHERE y.root_id = ${id})`
			: sql`r.record_id = ${id}`;
	return sql`r.record_type = ${parent} AND ${records} AND ${inside}`;
}

/** Reads one page (and one row more) of revisions for each parent, newest first, in one statement. Rows carry `parent`. */
export function revisionPages(
	database: Database,
	viewer: Viewer,
	parent: RevisionParent,
	ids: readonly string[],
	page: PageRequest,
): Promise<Array<RevisionRow & { parent: string }>> {
	const list: ListOfParents = {
		table: "revisions r",
		columns: sql`r.seq, ${COLUMNS}`,
		whereOf: (id) => revisionsWithin(viewer, parent, id),
		order: ["r.seq"],
		direction: "DESC",
	};
	return pagesOfParents(database, list, keysOnly(ids), page);
}

/** How many revisions of each parent the viewer sees, in one statement. */
export async function countRevisions(
	database: Database,
	viewer: Viewer,
	parent: RevisionParent,
	ids: readonly string[],
): Promise<Map<string, number>> {
	const counts = ids.map(
		(id) =>
			sql`SELECT ${id} AS parent, COUNT(*) AS count FROM revisions r WHERE ${revisionsWithin(viewer, parent, id)}`,
	);
	const rows = await database.read<{ parent: string; count: number }>(join(counts, " UNION ALL "));
	return new Map(rows.map((row) => [row.parent, Number(row.count)]));
}

/** How many changes of a record outsiders can see, and whether the viewer is an insider. */
export type OutsideCount = { id: string; inside: boolean | number; shown: number };

/** For those of several records that have revisions. */
export function outsideCounts(
	database: Database,
	viewer: Viewer,
	type: RecordType,
	ids: readonly string[],
): Promise<OutsideCount[]> {
	return database.read(
		sql`SELECT r.record_id AS id, MAX(CASE WHEN ${insideRevisions(viewer)} THEN 1 ELSE 0 END) AS inside, SUM(CASE WHEN ${openRevisions()} THEN 1 ELSE 0 END) AS shown FROM revisions r WHERE r.record_type = ${type} AND ${sqlIn("r.record_id", ids)} GROUP BY r.record_id`,
	);
}

/** The revision with a token, where the viewer sees it. */
export async function revisionByToken(
	database: Database,
	viewer: Viewer,
	token: string,
): Promise<RevisionRow | undefined> {
	const [row] = await database.read<RevisionRow>(
		sql`SELECT ${COLUMNS} FROM revisions r WHERE r.token = ${token} AND ${insideOnly(viewer, "r.center_id")}`,
	);
	return row;
}

/** The position of a change among all; undefined if there is none with this token. */
export async function placeOf(database: Database, token: string): Promise<number | undefined> {
	const [row] = await database.read<{ seq: number }>(
		sql`SELECT r.seq FROM revisions r WHERE r.token = ${token}`,
	);
	return row?.seq;
}

/** A key, the fingerprint of the mutation that used it, and the record after that mutation. */
export type Answer = { id: string; fingerprint: string; record_id: string; after: string };

/** The answers under those of some keys that were used before. */
export async function answersOf(database: Reader, ids: readonly string[]): Promise<Answer[]> {
	if (ids.length === 0) return [];
	return database.read(
		sql`SELECT q.id, q.fingerprint, q.record_id, r."after" FROM requests q JOIN revisions r ON r.record_id = q.record_id AND r.revision = q.revision WHERE ${sqlIn("q.id", ids)}`,
	);
}

/** Who created a record. */
export async function authorOf(
	database: Reader,
	recordId: string,
): Promise<{ subject: string; role: string } | undefined> {
	const [row] = await database.read<{ subject: string; role: string }>(
		sql`SELECT r.subject, r.role FROM revisions r WHERE r.record_id = ${recordId} AND r.revision = 1`,
	);
	return row;
}

/** Who created each of several records of the viewer's own, and when it was last submitted. */
export type Origin = { id: string; author: string; submitted: string | null };

export function originsOf(
	database: Database,
	viewer: Viewer,
	type: RecordType,
	ids: readonly string[],
): Promise<Origin[]> {
	return database.read(
		sql`SELECT r.record_id AS id, MAX(CASE WHEN r.revision = 1 THEN r.subject END) AS author, MAX(CASE WHEN ${SUBMISSION} THEN r.at END) AS submitted FROM revisions r WHERE r.record_type = ${type} AND ${sqlIn("r.record_id", ids)} AND ${insideOnly(viewer, "r.center_id")} GROUP BY r.record_id`,
	);
}

/** The keys that were used before. */
export function requestsByIds(database: Reader, ids: readonly string[]): Promise<RequestRow[]> {
	return database.read(sql`SELECT q.* FROM requests q WHERE ${sqlIn("q.id", ids)}`);
}

/** A record that an import changed. */
export type BatchRecord = Pick<RevisionRow, "record_type" | "record_id" | "center_id">;

/** The records that an import changed, latest first; undoing it does not count as a change. */
export function recordsOfBatch(database: Reader, batchId: string): Promise<BatchRecord[]> {
	return database.read(
		sql`SELECT r.record_type, r.record_id, MAX(r.center_id) AS center_id FROM revisions r WHERE r.batch_id = ${batchId} AND r.action IN ('imported', 'imported again') GROUP BY r.record_type, r.record_id ORDER BY MAX(r.seq) DESC`,
	);
}

/** Which of `ids` are neither imports that the viewer sees nor named by a change of a record of the viewer's own. */
export async function unknownBatches(
	database: Database,
	viewer: Viewer,
	ids: readonly string[],
): Promise<string[]> {
	const rows = await database.read<{ id: string }>(
		sql`SELECT b.id FROM import_batches b WHERE ${sqlIn("b.id", ids)} AND ${insideOnly(viewer, "b.center_id")} UNION SELECT r.batch_id FROM revisions r WHERE ${sqlIn("r.batch_id", ids)} AND ${insideOnly(viewer, "r.center_id")}`,
	);
	const known = new Set(rows.map((row) => row.id));
	return ids.filter((id) => !known.has(id));
}
