import sql, { raw } from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import type { RevisionRow } from "../database/record-rows.ts";

const PAGE = 1000;

/** Every change of a record from one time up to another (ISO 8601, UTC), in the order of commits, with or without the records' contents. */
export async function* changes(
	database: Database,
	from: string,
	to: string,
	withContent: boolean,
): AsyncGenerator<RevisionRow> {
	const content = raw(withContent ? ', r."before", r."after"' : "");
	let seq = 0;
	for (;;) {
		const rows = await database.read<RevisionRow>(
			sql`SELECT r.seq, r.record_type, r.record_id, r.revision, r.action, r.at, r.subject, r.role, r.reason, r.center_id, r.batch_id${content} FROM revisions r WHERE r.seq > ${seq} AND r.at >= ${from} AND r.at < ${to} ORDER BY r.seq LIMIT ${PAGE}`,
		);
		yield* rows;
		if (rows.length < PAGE) return;
		seq = rows.at(-1)?.seq ?? seq;
	}
}
