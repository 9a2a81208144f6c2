import { readerIn } from "../../../shared/database/reader-in.ts";
import { HubError } from "../../../shared/errors.ts";
import { RequestRow, RevisionRow } from "../database/record-rows.ts";
import { EngagementRow, OutcomeRow, SmeRow } from "../database/rows.ts";
import { applyAmendment } from "../engagement/apply-amendment.ts";
import { applyTransition } from "../engagement/apply-transition.ts";
import { detailFaults } from "../engagement/detail-faults.ts";
import { DETAIL_COLUMNS, detailsOf } from "../engagement/fields.ts";
import { correctOutcome, UNREVIEWED, withdrawOutcome } from "../outcome/change-outcome.ts";
import { plainClaim } from "../outcome/create-outcome.ts";
import { claimsOf, coversOf } from "../outcome/queries.ts";
import type { OutcomeSnapshot } from "../outcome/snapshot.ts";
import { latestToday } from "../record/checks.ts";
import type { Transaction } from "../record/command.ts";
import type { BatchRecord } from "../record/queries.ts";
import { isUsed } from "../sme/queries.ts";
import { changeSme } from "../sme/repository.ts";
import { UNDONE } from "./apply-row.ts";

const ACTION = "import undone";

/** All changes of a record by a batch, and later changes by others. */
type Done<T> = { before: T | null; after: T; since: RevisionRow[] };

async function doneTo<T>(
	{ manager, batchId }: Transaction,
	record: BatchRecord,
): Promise<Done<T> | undefined> {
	const revisions = await manager.find(RevisionRow, {
		where: { record_type: record.record_type, record_id: record.record_id },
		order: { seq: "ASC" },
	});
	const mine = revisions.filter((one) => one.batch_id === batchId && !isUndoing(one));
	const [first, last] = [mine[0], mine.at(-1)];
	const undone = revisions.findLast((one) => one.batch_id === batchId && isUndoing(one));
	if (!first || !last || (undone && undone.seq > last.seq)) return undefined;
	return {
		before: first.before && JSON.parse(first.before),
		after: JSON.parse(last.after),
		since: revisions.filter((one) => one.seq > first.seq && one.batch_id !== batchId),
	};
}

const isUndoing = (revision: RevisionRow) =>
	revision.action === ACTION || revision.action === "submission withdrawn";

const lastOf = (since: RevisionRow[]) =>
	`${since.at(-1)?.action} by ${since.at(-1)?.subject} since`;

/** Runs a change; returns the message if it was refused. */
async function refusal(work: () => Promise<unknown>): Promise<string | undefined> {
	try {
		await work();
		return undefined;
	} catch (error) {
		if (error instanceof HubError) return error.message;
		throw error;
	}
}

export type Undone = { what?: "voided" | "restored"; kept?: string };

/** Voids an engagement that the batch created: a manager voids it, field staff withdraw and discard it. */
async function voidLogged(
	transaction: Transaction,
	row: EngagementRow,
	reason: string,
): Promise<void> {
	if (transaction.actor.role !== "FIELD_STAFF") {
		await applyTransition(transaction, "void", row, reason, ACTION);
		return;
	}
	const draft =
		row.status === "SUBMITTED" ? await applyTransition(transaction, "withdraw", row, reason) : row;
	await applyTransition(transaction, "discard", draft, reason, ACTION);
}

/** Restores the fields that the batch changed and nobody has changed since. */
async function restore(
	transaction: Transaction,
	row: EngagementRow,
	{ before, after }: { before: EngagementRow; after: EngagementRow },
	reason: string,
): Promise<Undone> {
	const plain = (value: unknown) => (typeof value === "boolean" ? Number(value) : (value ?? null));
	const changed = DETAIL_COLUMNS.filter((one) => plain(before[one]) !== plain(after[one]));
	const free = changed.filter((one) => plain(row[one]) === plain(after[one]));
	const taken = changed.filter((one) => !free.includes(one));
	const kept = taken.length > 0 ? `${taken.join(", ")} changed since` : undefined;
	if (free.length === 0) return { kept };
	const details = detailsOf({
		...row,
		...Object.fromEntries(free.map((one) => [one, before[one] ?? null])),
	});
	const [fault] = detailFaults(details, latestToday());
	if (fault)
		return { kept: `the remaining fields would be invalid: ${fault.path} ${fault.message}` };
	const refused = await refusal(() =>
		applyAmendment(transaction, row, {
			action: ACTION,
			smeId: row.logged_sme_id,
			details,
			entitlement: before.entitlement,
			reason,
		}),
	);
	return refused ? { kept: refused } : { what: "restored", kept };
}

/** Undoes the batch's changes of an engagement. */
export async function undoEngagement(
	transaction: Transaction,
	record: BatchRecord,
	reason: string,
): Promise<Undone> {
	const { manager } = transaction;
	const done = await doneTo<EngagementRow>(transaction, record);
	const row = await manager.findOneByOrFail(EngagementRow, { id: record.record_id });
	if (!done || row.status === "VOIDED") return {};
	const { before, after, since } = done;
	if (before) {
		const undone = await restore(transaction, row, { before, after }, reason);
		if (undone.what)
			await manager.update(RequestRow, { record_id: row.id }, { fingerprint: UNDONE });
		return undone;
	}
	if (since.length > 0) return { kept: lastOf(since) };
	const refused = await refusal(() => voidLogged(transaction, row, reason));
	if (refused) return { kept: refused };
	await manager.delete(RequestRow, { record_id: row.id });
	return { what: "voided" };
}

/** Undoes the batch's changes of an outcome; the outcome of an engagement that stays is kept. */
export async function undoOutcome(
	transaction: Transaction,
	record: BatchRecord,
	reason: string,
	stays: ReadonlySet<string>,
): Promise<Undone> {
	const { manager } = transaction;
	const reader = readerIn(manager);
	const done = await doneTo<OutcomeSnapshot>(transaction, record);
	const row = await manager.findOneByOrFail(OutcomeRow, { id: record.record_id });
	if (!done || row.verification === "WITHDRAWN") return {};
	const { before, since } = done;
	const covers = await coversOf(reader, [row.id]);
	if (!before && covers.some((one) => stays.has(one.engagement_id))) return {};
	if (!UNREVIEWED.includes(row.verification)) return { kept: lastOf(since) };
	if (!before) {
		const refused = await refusal(() => withdrawOutcome(transaction, row, ACTION, reason));
		return { kept: refused };
	}
	const words = (claims: object[] | undefined) => JSON.stringify(claims ?? []);
	const now = (await claimsOf(reader, [row.id])).map(plainClaim);
	const sorted = [...(done.after.claims ?? [])].sort((one, other) =>
		one.metric < other.metric ? -1 : 1,
	);
	if (words(now) !== words(sorted.map(plainClaim))) return { kept: lastOf(since) };
	const refused = await refusal(() =>
		correctOutcome(transaction, row, before.claims ?? [], ACTION, reason),
	);
	return { kept: refused };
}

/** Removes a manufacturer that the batch created from all lists, if nothing uses it. */
export async function undoSme(
	transaction: Transaction,
	record: BatchRecord,
	reason: string,
): Promise<boolean> {
	const { manager } = transaction;
	const done = await doneTo<SmeRow>(transaction, record);
	if (!done || (done.before && !done.before.removed) || done.since.length > 0) return false;
	const row = await manager.findOneByOrFail(SmeRow, { id: record.record_id });
	if (row.removed || row.merged_into || (await isUsed(readerIn(manager), row.id))) return false;
	await changeSme(transaction, ACTION, row, { removed: true }, reason);
	return true;
}
