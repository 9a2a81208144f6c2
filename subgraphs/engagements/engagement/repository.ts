import type { EntityManager } from "typeorm";
import { insertRow } from "../../../shared/database/insert.ts";
import { type Reader, readerIn } from "../../../shared/database/reader-in.ts";
import { HubError, notFound } from "../../../shared/errors.ts";
import type { Viewer } from "../../../shared/viewer/viewer.ts";
import { EngagementRow } from "../database/rows.ts";
import { seesEngagement } from "../policy.ts";
import { readOnce, type Transaction } from "../record/command.ts";
import { keepRevision } from "../record/revisions.ts";
import { toEngagement } from "./present.ts";
import { quartersByIds, type ReportedQuarter } from "./queries.ts";
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

type InQuarter = Pick<EngagementRow, "center_id" | "started_first" | "started_last">;

/** The id of the quarter of an engagement; undefined if it has no center, or if the date is too coarse to tell. */
function quarterIdOf({ center_id, started_first, started_last }: InQuarter): string | undefined {
	if (!center_id || !started_first) return undefined;
	const { fiscalYear, quarter } = quarterOfDay(started_first);
	const end = quarterOfDay(started_last);
	if (end.fiscalYear !== fiscalYear || end.quarter !== quarter) return undefined;
	return `${center_id}~${fiscalYear}~${quarter}`;
}

/**
 * The reported quarter of an engagement; null if its center has not reported it, or if the date is too coarse to tell.
 * The transaction must have locked the quarters of the center.
 */
export async function reportedQuarter(
	transaction: Transaction,
	row: InQuarter,
): Promise<ReportedQuarter | null> {
	const id = quarterIdOf(row);
	if (!id) return null;
	const found = await readOnce(transaction, `quarter ${id}`, async () => {
		const [quarter] = await quartersByIds(readerIn(transaction.manager), [id]);
		return quarter;
	});
	return found ?? null;
}

/** Reads the reported quarters of several engagements for their transactions. */
export async function readQuarters(
	reader: Reader,
	all: ReadonlyArray<{ transaction: Pick<Transaction, "read">; row: InQuarter }>,
): Promise<void> {
	const ids = new Set(all.flatMap(({ row }) => quarterIdOf(row) ?? []));
	if (ids.size === 0) return;
	const rows = await quartersByIds(reader, [...ids]);
	const found = new Map(rows.map((row) => [row.id, row]));
	for (const { transaction, row } of all) {
		const id = quarterIdOf(row);
		if (id) transaction.read.set(`quarter ${id}`, Promise.resolve(found.get(id)));
	}
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
