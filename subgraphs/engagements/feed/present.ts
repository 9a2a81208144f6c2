import { idOfToken } from "../record/token.ts";
import type { ChangeRow } from "./queries.ts";
import { type Change, ChangeOperation } from "./type.ts";

/** Row → API type. */
export function toChange(row: ChangeRow): Change {
	return {
		id: idOfToken("chg", row.token),
		type: row.record_type,
		recordId: row.record_id,
		revision: Number(row.revision),
		operation: row.stays ? ChangeOperation.UPSERTED : ChangeOperation.WITHDRAWN,
		at: row.at,
		batchId: row.batch_id,
	};
}
