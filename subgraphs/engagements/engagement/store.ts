import type { EntityManager } from "typeorm";
import { badInput, HubError, notFound } from "../../../shared/errors.ts";
import type { Actor, Viewer } from "../../../shared/viewer/viewer.ts";
import { QuarterRow } from "../database/record-rows.ts";
import { EngagementRow } from "../database/rows.ts";
import { seesEngagement } from "../policy.ts";
import { keepRevision } from "../record/revise.ts";
import { toEngagement } from "./present.ts";
import { quarterOfDay } from "./rules.ts";

/** The engagement, where the viewer sees one with this id; otherwise NOT_FOUND. */
export async function findEngagement(
	manager: EntityManager,
	viewer: Viewer,
	id: string,
): Promise<EngagementRow> {
	const row = await manager.findOneBy(EngagementRow, { id });
	if (!row || !seesEngagement(viewer, row)) throw notFound("Engagement", id);
	return row;
}

/** Throws BAD_USER_INPUT where the day lies in a quarter that the center has reported. */
export async function checkUnlocked(
	manager: EntityManager,
	path: string,
	row: Pick<EngagementRow, "center_id" | "started_first" | "started_last">,
): Promise<void> {
	if (!row.center_id || !row.started_first) return;
	const { fiscalYear, quarter } = quarterOfDay(row.started_first);
	const end = quarterOfDay(row.started_last);
	if (end.fiscalYear !== fiscalYear || end.quarter !== quarter) return;
	const locked = await manager.findOneBy(QuarterRow, {
		center_id: row.center_id,
		fiscal_year: fiscalYear,
		quarter,
	});
	if (locked)
		throw badInput(
			path,
			`quarter ${quarter} of ${fiscalYear} was reported on ${locked.reported_at.slice(0, 10)} and is locked; the program office can amend what was reported`,
		);
}

/** Writes a changed engagement as its next revision. */
export async function changeEngagement(
	manager: EntityManager,
	actor: Actor,
	action: string,
	before: EngagementRow,
	patch: Partial<EngagementRow>,
	more: { reason?: string | null; batchId?: string | null } = {},
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
			`revision: ${before.id} was changed just now; look at it and decide anew`,
			{
				argument: "revision",
				seen: toEngagement(before),
			},
		);
	await keepRevision(manager, actor, { type: "ENGAGEMENT", action, before, after, ...more });
	return after;
}
