import type { BatchRow } from "../database/batch-row.ts";
import type { FailedRow } from "./queries.ts";
import type { ImportBatch, ImportBatchState, ImportFailedRow } from "./type.ts";

/** Row → API type. */
export function toBatch(row: BatchRow): ImportBatch {
	return {
		id: row.id,
		center: row.center_id ? { id: row.center_id } : null,
		by: row.subject,
		role: row.role,
		fileName: row.file_name,
		startedAt: row.started_at,
		lastAt: row.last_at,
		rows: row.rows,
		created: row.created,
		updated: row.updated,
		unchanged: row.unchanged,
		failed: row.failed,
		state: row.state as ImportBatchState,
		undoneAt: row.undone_at,
		undoneBy: row.undone_by,
		undoReason: row.undo_reason,
	};
}

/** Row → API type. */
export const toFailedRow = ({ line, columns, cells, failures }: FailedRow): ImportFailedRow => ({
	line,
	columns: JSON.parse(columns),
	cells: JSON.parse(cells),
	failures: JSON.parse(failures),
});
