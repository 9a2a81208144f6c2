import sql, { type Sql } from "sql-template-tag";
import { among } from "../../../shared/database/among.ts";
import type { Database } from "../../../shared/database/database.ts";
import type { RevisionRow } from "../database/record-rows.ts";
import type { RecordType } from "./revise.ts";

const COLUMNS: Sql = sql([
	'r.seq, r.record_type, r.record_id, r.revision, r.action, r.at, r.subject, r.role, r.reason, r."before", r."after", r.center_id',
]);

/** The revisions of several records, earliest first. */
export function revisionsOf(
	database: Database,
	type: RecordType,
	ids: readonly string[],
): Promise<RevisionRow[]> {
	return database.read(
		sql`SELECT ${COLUMNS} FROM revisions r WHERE r.record_type = ${type} AND ${among("r.record_id", ids)} ORDER BY r.seq`,
	);
}

export async function revisionBySeq(
	database: Database,
	seq: number,
): Promise<RevisionRow | undefined> {
	const [row] = await database.read<RevisionRow>(
		sql`SELECT ${COLUMNS} FROM revisions r WHERE r.seq = ${seq}`,
	);
	return row;
}

/** The fingerprint under which a key was used, and the record as that mutation left it. */
export async function answerOf(
	database: Database,
	requestId: string,
): Promise<{ fingerprint: string; after: string } | undefined> {
	const [row] = await database.read<{ fingerprint: string; after: string }>(
		sql`SELECT q.fingerprint, r."after" FROM requests q JOIN revisions r ON r.record_id = q.record_id AND r.revision = q.revision WHERE q.id = ${requestId}`,
	);
	return row;
}

/** Whether somebody else than the actor made a change in this batch. */
export async function isForeignBatch(
	database: Database,
	actor: { subject: string; role: string },
	batchId: string,
): Promise<boolean> {
	const found = await database.read(
		sql`SELECT r.seq FROM revisions r WHERE r.batch_id = ${batchId} AND NOT (r.subject = ${actor.subject} AND r.role = ${actor.role}) LIMIT 1`,
	);
	return found.length > 0;
}
