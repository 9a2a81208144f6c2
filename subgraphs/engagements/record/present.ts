import type { RevisionRow } from "../database/record-rows.ts";
import { idOfToken } from "./token.ts";
import { ChangeOrigin, type FieldChange, type Revision } from "./type.ts";

/** Columns that are derived from others. */
const DERIVED = [
	"revision",
	"trace_id",
	"started_first",
	"started_last",
	"match_name",
	"search_name",
	"root_id",
];

const textOf = (value: unknown) =>
	value === null || value === undefined
		? null
		: typeof value === "object"
			? JSON.stringify(value)
			: String(value);

function changesOf(row: RevisionRow): FieldChange[] {
	const before: Record<string, unknown> = row.before ? JSON.parse(row.before) : {};
	const after: Record<string, unknown> = JSON.parse(row.after);
	return Object.keys(after)
		.filter((field) => !DERIVED.includes(field))
		.map((field) => ({ field, before: textOf(before[field]), after: textOf(after[field]) }))
		.filter((change) => change.before !== change.after);
}

function originOf({ role, action, record_type, batch_id }: RevisionRow): ChangeOrigin {
	if (role === "HUB") return ChangeOrigin.SEED;
	if (batch_id)
		return action.startsWith("imported") ? ChangeOrigin.IMPORT : ChangeOrigin.IMPORT_UNDONE;
	if (action === "merged" || action === "unmerged") return ChangeOrigin.MERGE;
	return record_type === "ENGAGEMENT" && action === "reported"
		? ChangeOrigin.QUARTER_REPORT
		: ChangeOrigin.DIRECT;
}

function nameIn(row: RevisionRow): string | null {
	const { name, title } = JSON.parse(row.after) as { name?: string; title?: string | null };
	return name ?? title ?? null;
}

/** Row → API type. */
export function toRevision(row: RevisionRow): Revision {
	return {
		id: idOfToken("rev", row.token),
		revision: row.revision,
		action: row.action,
		at: row.at,
		by: row.subject,
		role: row.role,
		origin: originOf(row),
		recordType: row.record_type,
		recordId: row.record_id,
		recordName: nameIn(row),
		reason: row.reason,
		about: row.about,
		batchId: row.batch_id,
		changes: changesOf(row),
	};
}
