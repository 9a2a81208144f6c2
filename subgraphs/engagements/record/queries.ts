import sql, { type Sql } from "sql-template-tag";
import { among } from "../../../shared/database/among.ts";
import type { Database } from "../../../shared/database/database.ts";
import type { RevisionRow } from "../database/record-rows.ts";
import type { RecordType } from "./revise.ts";

const COLUMNS: Sql = sql([
	'r.seq, r.record_id, r.revision, r.action, r.at, r.subject, r.role, r.reason, r."before", r."after", r.center_id',
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
