import type { EntityManager } from "typeorm";
import { insertRow } from "../../../shared/database/insert.ts";
import { HubError, notFound } from "../../../shared/errors.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import { QuarterRow } from "../database/record-rows.ts";
import { EngagementRow } from "../database/rows.ts";
import { seesEngagement } from "../policy.ts";
import { readOnce, type Transaction } from "../record/command.ts";
import { keepRevision } from "../record/revisions.ts";
import { toEngagement } from "./present.ts";
import { quarterOfDay } from "./rules.ts";

/** The engagement with this id. Throws NOT_FOUND if the viewer sees none. */
export async function findEngagement(
	manager: EntityManager,
	viewer: Viewer,
	id: string,
): Promise<EngagementRow> {
	const row = await manager.findOneBy(EngagementRow, { id });
	if (!row || !seesEngagement(viewer, row)) throw notFound("Engagement", id);
	return row;
}

/**
 * The reported quarter of an engagement; null if its center has not reported it, or if the date is too coarse to tell.
 * The transaction must have locked the quarters of the center.
 */
export async function reportedQuarter(
	transaction: Transaction,
	row: Pick<EngagementRow, "center_id" | "started_first" | "started_last">,
): Promise<QuarterRow | null> {
	if (!row.center_id || !row.started_first) return null;
	const { fiscalYear, quarter } = quarterOfDay(row.started_first);
	const end = quarterOfDay(row.started_last);
	if (end.fiscalYear !== fiscalYear || end.quarter !== quarter) return null;
	const id = `${row.center_id}~${fiscalYear}~${quarter}`;
	return readOnce(transaction, `quarter ${id}`, () =>
		transaction.manager.findOneBy(QuarterRow, { id }),
	);
}

/** Inserts a new engagement in its first revision. */
export async function insertEngagement(
	{ manager, actor, batchId }: Transaction,
	action: string,
	row: EngagementRow,
	reason?: string | null,
): Promise<EngagementRow> {
	await insertRow(manager, EngagementRow, row);
	await keepRevision(manager, actor, {
		type: "ENGAGEMENT",
		action,
		before: null,
		after: row,
		reason,
		batchId,
	});
	return row;
}

/** Writes a changed engagement as its next revision. */
export async function changeEngagement(
	{ manager, actor, batchId }: Transaction,
	action: string,
	before: EngagementRow,
	patch: Partial<EngagementRow>,
	reason?: string | null,
	about?: string | null,
): Promise<EngagementRow> {
	const after: EngagementRow = { ...before, ...patch, revision: before.revision + 1 };
	const { affected } = await manager.update(
		EngagementRow,
		{ id: before.id, revision: before.revision },
		after,
	);
	if (affected === 0)
		throw new HubError(
			"CONFLICT",
			`revision: ${before.id} was changed just now; reload it and try again`,
			{ argument: "revision", seen: toEngagement(before) },
		);
	await keepRevision(manager, actor, {
		type: "ENGAGEMENT",
		action,
		before,
		after,
		reason,
		about,
		batchId,
	});
	return after;
}
