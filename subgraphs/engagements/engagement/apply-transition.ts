import { readerIn } from "../../../shared/database/reader-in.ts";
import { badInput, HubError } from "../../../shared/errors.ts";
import type { EngagementRow } from "../database/rows.ts";
import { checkOwnCenter, type Permission, requirePermission } from "../policy.ts";
import { reasonFaults, throwFaults } from "../record/checks.ts";
import type { Transaction } from "../record/command.ts";
import { authorOf } from "../record/queries.ts";
import { changeEngagement, reportedQuarter } from "./repository.ts";
import { statusAfter, statusesBefore, type Transition } from "./rules.ts";

/** Transitions that have a mutation of their own. */
export const TRANSITION_RULES = {
	submit: { permission: "submit engagements", action: "submitted", reason: false },
	withdraw: { permission: "submit engagements", action: "submission withdrawn", reason: false },
	discard: { permission: "discard drafts", action: "discarded", reason: false },
	return: { permission: "return engagements", action: "returned", reason: true },
	approve: { permission: "approve engagements", action: "approved", reason: false },
	void: { permission: "void engagements", action: "voided", reason: true },
} as const satisfies Partial<
	Record<Transition, { permission: Permission; action: string; reason: boolean }>
>;

export type NamedTransition = keyof typeof TRANSITION_RULES;

/** The permission that a transition needs. Only the program office can void reported engagements, and it can void no others. */
export function permissionToTransition(
	transition: NamedTransition,
	role: string,
	row?: Pick<EngagementRow, "status">,
): Permission {
	const reported = row && ["REPORTED", "AMENDED"].includes(row.status);
	if (transition === "void" && (reported || role === "PROGRAM_OFFICE"))
		return "void reported engagements";
	return TRANSITION_RULES[transition].permission;
}

/** The status after a transition. Throws BAD_USER_INPUT if the transition is not possible now. */
export function nextStatus(
	{ pathOf }: Pick<Transaction, "pathOf">,
	transition: Transition,
	row: Pick<EngagementRow, "status">,
): string {
	const next = statusAfter(transition, row.status);
	if (next) return next;
	const verb = transition === "approveLate" ? "approve" : transition;
	throw badInput(
		pathOf("id"),
		`the engagement is ${row.status}; you can ${verb} it only while it is ${statusesBefore(transition).join(" or ")}`,
	);
}

async function checkAuthor({ manager, actor }: Transaction, row: EngagementRow): Promise<void> {
	const author = await authorOf(readerIn(manager), row.id);
	if (author?.subject !== actor.subject)
		throw new HubError(
			"FORBIDDEN",
			`${row.id} was logged by another user; the center's manager can void it`,
		);
}

/** In a quarter that was reported, only engagements marked as late can be submitted or approved. */
async function checkNotStranded(transaction: Transaction, row: EngagementRow) {
	if (row.late) return;
	const reported = await reportedQuarter(transaction, row);
	if (reported)
		throw badInput(
			transaction.pathOf("id"),
			`quarter ${reported.quarter} of ${reported.fiscal_year} was reported on ${reported.reported_at.slice(0, 10)} and is locked; amend the engagement with late: true and a reason first`,
		);
}

/** Submits, returns, approves … an engagement, in a transaction that has locked the quarters of its center. */
export async function applyTransition(
	transaction: Transaction,
	transition: NamedTransition,
	row: EngagementRow,
	reason?: string | null,
	action: string = TRANSITION_RULES[transition].action,
	about?: string | null,
): Promise<EngagementRow> {
	const { actor, pathOf } = transaction;
	requirePermission(actor, permissionToTransition(transition, actor.role, row));
	checkOwnCenter(actor, row.center_id);
	const late = transition === "approve" && row.late;
	throwFaults(
		reasonFaults(reason, TRANSITION_RULES[transition].reason || late).map((fault) => ({
			path: pathOf(fault.path),
			message:
				late && !reason
					? "is missing; it is late work that becomes an amendment of a reported quarter: say why"
					: fault.message,
		})),
		"",
	);
	const status = nextStatus(transaction, late ? "approveLate" : transition, row);
	if (transition === "submit" || transition === "approve") await checkNotStranded(transaction, row);
	if (transition === "discard") await checkAuthor(transaction, row);
	return changeEngagement(transaction, action, row, { status }, reason, about);
}
