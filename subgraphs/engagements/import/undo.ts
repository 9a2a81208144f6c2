import { HubError, notFound } from "../../../shared/errors.ts";
import type { Actor } from "../../../shared/viewer/viewer.ts";
import type { Context } from "../context.ts";
import { requirePermission } from "../policy.ts";
import { reasonFaults, throwFaults } from "../record/checks.ts";
import type { Transaction } from "../record/command.ts";
import { lockManufacturers, lockQuarters } from "../record/locks.ts";
import { type BatchRecord, recordsOfBatch } from "../record/queries.ts";
import { markUndone } from "./batches.ts";
import { toBatch } from "./present.ts";
import { batchById } from "./queries.ts";
import type { UndoImportPayload } from "./type.ts";
import { undoEngagement, undoOutcome, undoSme } from "./undo-record.ts";

/** Records in one transaction: few, so that other writers do not wait long. */
const AT_ONCE = 10;

/** The records that a batch changed. Throws if the actor may not undo it. */
async function checkBatch(
	{ database }: Context,
	actor: Actor,
	batchId: string,
): Promise<BatchRecord[]> {
	const batch = await batchById(database, actor, batchId);
	if (!batch) throw notFound("ImportBatch", batchId);
	if (actor.role === "FIELD_STAFF" && batch.subject !== actor.subject)
		throw new HubError(
			"FORBIDDEN",
			`${batchId} was imported by another user; the center's manager can undo it`,
		);
	return recordsOfBatch(database, batchId);
}

/**
 * Undoes what a batch created and changed, field by field and with the same checks as mutations, except what was changed
 * since. It uses many short transactions; calling it again continues where it stopped.
 */
export async function undoImport(
	context: Context,
	batchId: string,
	reason: string,
): Promise<UndoImportPayload> {
	const actor = requirePermission(context.viewer, "import engagements");
	throwFaults(reasonFaults(reason, true), "");
	const records = await checkBatch(context, actor, batchId);
	const undone: Omit<UndoImportPayload, "batch"> = {
		voided: 0,
		restored: 0,
		kept: [],
		keptRecords: [],
		removedManufacturers: 0,
	};
	const keep = ({ record_id: id, record_type: type }: BatchRecord, why: string) => {
		if (!undone.kept.includes(id)) undone.kept.push(id);
		undone.keptRecords.push({ recordId: id, type, reason: why });
	};
	async function inParts(
		all: BatchRecord[],
		work: (transaction: Transaction, record: BatchRecord) => Promise<void>,
		manufacturers: "shared" | "exclusive" = "shared",
	): Promise<void> {
		for (let start = 0; start < all.length; start += AT_ONCE) {
			const part = all.slice(start, start + AT_ONCE);
			await context.database.write(async (manager) => {
				await lockManufacturers(manager, manufacturers);
				const centers = new Set(part.map((record) => record.center_id));
				for (const center of [...centers].sort()) await lockQuarters(manager, center);
				const transaction: Transaction = {
					manager,
					actor,
					synthetic: context.synthetic,
					batchId,
					read: new Map(),
					pathOf: (field) => field,
				};
				for (const record of part) await work(transaction, record);
			});
		}
	}
	const of = (type: string) => records.filter((record) => record.record_type === type);
	await inParts(of("ENGAGEMENT"), async (transaction, record) => {
		const { what, kept } = await undoEngagement(transaction, record, reason);
		if (what) undone[what]++;
		if (kept) keep(record, kept);
	});
	const stays = new Set(undone.kept);
	await inParts(of("OUTCOME"), async (transaction, record) => {
		const { kept } = await undoOutcome(transaction, record, reason, stays);
		if (kept) keep(record, kept);
	});
	await inParts(
		of("SME"),
		async (transaction, record) => {
			if (await undoSme(transaction, record, reason)) undone.removedManufacturers++;
		},
		"exclusive",
	);
	const at = new Date().toISOString();
	const whole = undone.kept.length === 0;
	await context.database.write((manager) =>
		markUndone(manager, actor, { id: batchId, at, reason, whole }),
	);
	const batch = await batchById(context.database, actor, batchId);
	if (!batch) throw notFound("ImportBatch", batchId);
	return { batch: toBatch(batch), ...undone };
}
