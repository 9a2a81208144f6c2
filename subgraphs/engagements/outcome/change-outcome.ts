import { readerIn } from "../../../shared/database/reader-in.ts";
import { badInput, HubError, notFound } from "../../../shared/errors.ts";
import { OutcomeClaimRow, OutcomeRow } from "../database/rows.ts";
import {
	checkOwnCenter,
	isInside,
	type Permission,
	permissionToReport,
	requirePermission,
} from "../policy.ts";
import type { Transaction } from "../record/command.ts";
import { lockOutcomes } from "../record/locks.ts";
import { keepRevision } from "../record/revisions.ts";
import { rootOf } from "../sme/root.ts";
import { checkWindows, claimRows, firstVerification, plainClaim } from "./create-outcome.ts";
import { toOutcome } from "./present.ts";
import { claimsOf } from "./queries.ts";
import { type Claim, isCorrectable, reviewsOf } from "./rules.ts";
import type { OutcomeSnapshot } from "./snapshot.ts";

/** Verifications that a center may set for its own outcomes; the program office may set all. */
const OF_CENTERS = ["CENTER_CHECKED", "WITHDRAWN"];

export const permissionToReview = (verification: string): Permission =>
	OF_CENTERS.includes(verification) ? "check outcomes" : "verify outcomes";

/** The outcome with this id. Throws NOT_FOUND if the actor sees none. */
export async function findOutcome(
	{ manager, actor }: Transaction,
	id: string,
): Promise<OutcomeRow> {
	const row = await manager.findOneBy(OutcomeRow, { id });
	if (!row || !(row.visibility === "PUBLIC" || isInside(actor, row.center_id)))
		throw notFound("Outcome", id);
	return row;
}

async function changeOutcome(
	{ manager, actor, batchId }: Transaction,
	action: string,
	before: OutcomeSnapshot,
	patch: Partial<OutcomeSnapshot>,
	reason: string | null,
): Promise<OutcomeSnapshot> {
	const { claims: _, covers: __, ...row } = before;
	const { claims, covers: ___, ...columns } = patch;
	const next = { ...row, ...columns, revision: before.revision + 1 };
	const { affected } = await manager.update(
		OutcomeRow,
		{ id: before.id, revision: before.revision },
		next,
	);
	if (affected === 0)
		throw new HubError(
			"CONFLICT",
			`revision: ${before.id} was changed just now; reload it and try again`,
			{ argument: "revision", seen: toOutcome(before) },
		);
	if (claims) {
		await manager.delete(OutcomeClaimRow, { outcome_id: before.id });
		await manager.insert(OutcomeClaimRow, claimRows(before.id, claims));
	}
	const after: OutcomeSnapshot = { ...before, ...next, ...(claims && { claims }) };
	await keepRevision(manager, actor, { type: "OUTCOME", action, before, after, reason, batchId });
	return after;
}

/** Sets the verification of an outcome. */
export async function applyReview(
	transaction: Transaction,
	before: OutcomeSnapshot,
	verification: string,
	reason: string,
): Promise<OutcomeSnapshot> {
	const { actor, pathOf } = transaction;
	requirePermission(actor, permissionToReview(verification));
	checkOwnCenter(actor, before.center_id);
	const possible = reviewsOf(before.verification);
	if (!possible.includes(verification))
		throw badInput(
			pathOf("verification"),
			`an outcome that is ${before.verification} cannot become ${verification}; possible: ${possible.join(", ") || "nothing"}`,
		);
	// While an outcome is disputed, overlapping ones may be reported, so the windows are checked again.
	if (before.verification === "DISPUTED" && verification !== "WITHDRAWN") {
		const claims = await claimsOf(readerIn(transaction.manager), [before.id]);
		await checkWindows(transaction, before, claims);
	}
	const action = verification.toLowerCase().replace("_", " ");
	return changeOutcome(transaction, action, before, { verification }, reason);
}

/** Verifications before any review, in which an import may still correct an outcome. */
export const UNREVIEWED = ["SELF_REPORTED", "OUTLIER"];

type Action = "imported again" | "import undone" | "corrected" | "withdrawn";

/** What a change by hand may touch beyond what an import may: a report that the program office asked back about. */
const mayChange = (action: Action, verification: string): boolean =>
	action === "corrected" || action === "withdrawn"
		? isCorrectable(verification)
		: UNREVIEWED.includes(verification);

function checkUnreviewed({ actor, pathOf }: Transaction, row: OutcomeRow, action: Action): void {
	requirePermission(actor, permissionToReport(row.visibility));
	checkOwnCenter(actor, row.center_id);
	if (!mayChange(action, row.verification))
		throw badInput(
			pathOf("claims"),
			`${row.id} is ${row.verification}; it was reviewed, so a report can no longer change its figures`,
		);
}

/** Corrects the figures of an outcome that nobody has vouched for; windows and bounds are checked again. */
export async function correctOutcome(
	transaction: Transaction,
	row: OutcomeRow,
	claims: Claim[],
	action: Action,
	reason: string | null = null,
): Promise<OutcomeSnapshot> {
	checkUnreviewed(transaction, row, action);
	const sme = await rootOf(transaction, row.logged_sme_id);
	await lockOutcomes(transaction.manager, sme.id, row.center_id ?? row.institute_id ?? "");
	await checkWindows(transaction, row, claims);
	const known = await claimsOf(readerIn(transaction.manager), [row.id]);
	const before: OutcomeSnapshot = { ...row, claims: known.map(plainClaim) };
	const verification = firstVerification(claims, sme.employees);
	const patch = { claims: claims.map(plainClaim), verification };
	return changeOutcome(transaction, action, before, patch, reason);
}

/** Withdraws an outcome that nobody has vouched for; the reporter may. */
export async function withdrawOutcome(
	transaction: Transaction,
	row: OutcomeRow,
	action: Action,
	reason: string | null = null,
): Promise<OutcomeSnapshot> {
	checkUnreviewed(transaction, row, action);
	return changeOutcome(transaction, action, row, { verification: "WITHDRAWN" }, reason);
}
