import type { EntityManager } from "typeorm";
import { insertRow } from "../../../shared/database/insert.ts";
import { lock } from "../../../shared/database/lock.ts";
import type { Actor } from "../../../shared/viewer/viewer.ts";
import { RevisionRow } from "../database/record-rows.ts";
import { ESTABLISHED } from "../policy.ts";
import { newToken } from "./ids.ts";

export type RecordType = "SME" | "ENGAGEMENT" | "OUTCOME" | "QUARTER" | "MEMBERSHIP";

/** A record as a revision keeps it. */
export type Snapshot = {
	id: string;
	revision: number;
	center_id: string | null;
	visibility?: string;
	status?: string;
	verification?: string;
	/** Whether an undone import took back the manufacturer that it had made. */
	removed?: boolean;
};

export type Change<T extends Snapshot> = {
	type: RecordType;
	/** What was done, in the past tense: "approved". */
	action: string;
	before: T | null;
	after: T;
	reason?: string | null;
	batchId?: string | null;
};

function isPublic(record: Snapshot | null): boolean {
	if (record?.visibility !== "PUBLIC" || record.removed) return false;
	if (record.status) return (ESTABLISHED as readonly string[]).includes(record.status);
	return record.verification !== "WITHDRAWN";
}

/**
 * Keeps a change as a revision; call it last in the transaction. It lets one transaction at a time past until
 * that one ends, so that revisions are numbered in the order in which they are committed.
 */
export async function keepRevision<T extends Snapshot>(
	manager: EntityManager,
	actor: Actor | "seed",
	{ type, action, before, after, reason, batchId }: Change<T>,
): Promise<void> {
	await lock(manager, "revisions");
	await insertRow(manager, RevisionRow, {
		token: newToken(),
		record_type: type,
		record_id: after.id,
		revision: after.revision,
		action,
		at: new Date().toISOString(),
		subject: actor === "seed" ? "seed data" : actor.subject,
		role: actor === "seed" ? "HUB" : actor.role,
		reason: reason ?? null,
		before: before && JSON.stringify(before),
		after: JSON.stringify(after),
		center_id: after.center_id,
		was_public: isPublic(before),
		is_public: isPublic(after),
		batch_id: batchId ?? null,
	});
}
