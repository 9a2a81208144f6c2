import type { EntityManager } from "typeorm";
import type { Actor } from "../../../shared/viewer/viewer.ts";
import { BatchRow } from "../database/batch-row.ts";

type BatchCounts = Pick<BatchRow, "created" | "updated"> &
	Record<"rows" | "unchanged" | "failed", number>;

export type BatchPart = {
	/** The batch that the part belongs to. */
	id: string;
	/** Name of the file, if given. */
	fileName?: string | null;
	/** When the part was received, ISO 8601, UTC. */
	at: string;
	/** What was done with the rows of this part. */
	counts: BatchCounts;
};

const COLUMNS = [
	"id",
	"center_id",
	"subject",
	"role",
	"file_name",
	"started_at",
	"last_at",
	"rows",
	"created",
	"updated",
	"unchanged",
	"failed",
	"state",
];
const COUNTS = COLUMNS.slice(7, 12);

const statementFor = (placeholder: (index: number) => string) =>
	`INSERT INTO import_batches (${COLUMNS.join(", ")}) VALUES (${COLUMNS.map((_, index) => placeholder(index + 1)).join(", ")})
	ON CONFLICT (id) DO UPDATE SET last_at = excluded.last_at,
	file_name = COALESCE(import_batches.file_name, excluded.file_name),
	${COUNTS.map((column) => `${column} = COALESCE(import_batches.${column}, 0) + excluded.${column}`).join(", ")}`;

/**
 * Saves a part of an import, in the transaction of its rows: the first part creates the batch, the others add to its
 * counts. The caller has checked that a batch that exists is the actor's own (`ownsBatch`).
 */
export async function keepBatch(
	manager: EntityManager,
	actor: Actor,
	{ id, fileName, at, counts }: BatchPart,
): Promise<void> {
	const center = "center" in actor ? actor.center : null;
	const made = [id, center, actor.subject, actor.role, fileName ?? null, at, at];
	const { rows, created, updated, unchanged, failed } = counts;
	const postgres = manager.connection.options.type === "postgres";
	await manager.query(
		statementFor((index) => (postgres ? `$${index}` : "?")),
		[...made, rows, created, updated, unchanged, failed, "TAKEN"],
	);
}

/** Marks a batch as undone; `whole` if nothing of it is left. */
export async function markUndone(
	manager: EntityManager,
	actor: Actor,
	{ id, at, reason, whole }: { id: string; at: string; reason: string; whole: boolean },
): Promise<void> {
	await manager.update(
		BatchRow,
		{ id },
		{
			state: whole ? "UNDONE" : "PARTLY_UNDONE",
			undone_at: at,
			undone_by: actor.subject,
			undo_reason: reason,
		},
	);
}
