import type { EntityManager } from "typeorm";
import { insertRow } from "../../../shared/database/insert.ts";
import type { Actor } from "../../../shared/viewer/viewer.ts";
import { RevisionRow } from "../database/record-rows.ts";
import { ESTABLISHED } from "../policy.ts";
import { newToken } from "./ids.ts";
import { REVISIONS } from "./locks.ts";

export type RecordType =
	| "SME"
	| "ENGAGEMENT"
	| "OUTCOME"
	| "QUARTER"
	| "MEMBERSHIP"
	| "CLOSED_QUARTER"
	| "DISTINCT_PAIR";

/** A record as a revision stores it. */
export type Snapshot = {
	id: string;
	revision: number;
	center_id: string | null;
	visibility?: string;
	status?: string;
	verification?: string;
	/** Whether the manufacturer was removed because the import that created it was undone. */
	removed?: boolean;
};

export type Change<T extends Snapshot> = {
	type: RecordType;
	/** What was done, in the past tense: "approved". */
	action: string;
	before: T | null;
	after: T;
	reason?: string | null;
	/** The field that the reason is about. */
	about?: string | null;
	batchId?: string | null;
};

function isPublic(record: Snapshot | null): boolean {
	if (record?.visibility !== "PUBLIC" || record.removed) return false;
	if (record.status) return (ESTABLISHED as readonly string[]).includes(record.status);
	return record.verification !== "WITHDRAWN";
}

/**
 * Saves a change as a revision; call it last in the transaction. Only one transaction at a time gets past it, so that
 * revisions are numbered in the order of their commits.
 */
export async function keepRevision<T extends Snapshot>(
	manager: EntityManager,
	actor: Actor | "seed",
	{ type, action, before, after, reason, about, batchId }: Change<T>,
): Promise<void> {
	const row: Omit<RevisionRow, "seq"> = {
		token: newToken(),
		record_type: type,
		record_id: after.id,
		revision: after.revision,
		action,
		at: new Date().toISOString(),
		subject: actor === "seed" ? "seed data" : actor.subject,
		role: actor === "seed" ? "HUB" : actor.role,
		reason: reason ?? null,
		about: about ?? null,
		before: before && JSON.stringify(before),
		after: JSON.stringify(after),
		center_id: after.center_id,
		was_public: isPublic(before),
		is_public: isPublic(after),
		batch_id: batchId ?? null,
	};
	await insertRow(manager, RevisionRow, row, REVISIONS);
}
