import { readerIn } from "../../../shared/database/reader-in.ts";
import type { Tier } from "../../../shared/entitlement-level.ts";
import { badInput } from "../../../shared/errors.ts";
import type { EngagementRow } from "../database/rows.ts";
import { entitlementOf } from "../membership/entitlement.ts";
import { checkOwnCenter, type Permission, requirePermission } from "../policy.ts";
import { reasonFaults, throwFaults } from "../record/checks.ts";
import type { Transaction } from "../record/command.ts";
import { rootOf } from "../sme/root.ts";
import { nextStatus } from "./apply-transition.ts";
import { columnsOf, type Details } from "./fields.ts";
import { checkLate } from "./late.ts";
import { standingOutcomesCovering } from "./queries.ts";
import { changeEngagement, reportedQuarter } from "./repository.ts";
import { dateColumns, traceIdOf } from "./rules.ts";

const REPORTED = ["REPORTED", "AMENDED"];

/** The permission that amending an engagement needs in its present status. */
export function permissionToAmend(row: Pick<EngagementRow, "status" | "visibility">): Permission {
	if (REPORTED.includes(row.status)) return "amend reported engagements";
	if (row.status !== "APPROVED") return "amend drafts";
	return row.visibility === "PUBLIC" ? "amend published engagements" : "amend approved engagements";
}

export type Amendment = {
	action: "amended" | "imported again" | "import undone";
	smeId: string;
	/** All details after the change, including those that do not change. */
	details: Details;
	/** The membership tiers of the institute; without them the entitlement stays as it was. */
	tiers?: Tier[];
	entitlement?: string | null;
	late?: boolean | null;
	reason?: string | null;
};

/** An outcome covers engagements of one client only, so a covered engagement cannot move to another client. */
async function checkUncovered(transaction: Transaction, row: EngagementRow): Promise<void> {
	const outcomes = await standingOutcomesCovering(readerIn(transaction.manager), [row.id]);
	if (outcomes.length > 0)
		throw badInput(
			transaction.pathOf("smeId"),
			`${outcomes.map((one) => one.id).join(", ")} covers this engagement; withdraw it before the engagement becomes another manufacturer's`,
		);
}

/** Changes an engagement, in a transaction that has locked manufacturers and the quarters of its center. */
export async function applyAmendment(
	transaction: Transaction,
	row: EngagementRow,
	amendment: Amendment,
): Promise<EngagementRow> {
	const { actor, pathOf } = transaction;
	const { details, smeId, reason } = amendment;
	requirePermission(actor, permissionToAmend(row));
	checkOwnCenter(actor, row.center_id);
	const status = nextStatus(transaction, "amend", row);
	throwFaults(
		reasonFaults(reason, ["APPROVED", ...REPORTED].includes(row.status)).map((fault) => ({
			...fault,
			path: pathOf(fault.path),
		})),
		"",
	);
	const sme = await rootOf(transaction, smeId);
	if (smeId !== row.logged_sme_id) await checkUncovered(transaction, row);
	const { tiers, entitlement: was = row.entitlement } = amendment;
	const entitlement = tiers
		? await entitlementOf(transaction, details, sme.id, tiers, row.visibility)
		: was;
	const counted = { ...columnsOf(details), entitlement, sme_id: sme.id };
	const patch = {
		...counted,
		logged_sme_id: smeId,
		trace_id: traceIdOf(counted),
		...dateColumns(details.startedOn ?? null),
		status,
		late: Boolean(row.late),
	};
	if (!REPORTED.includes(row.status)) {
		// What is late stays so while it is still being written, until its date leaves the reported quarter.
		const stays = row.late && (await reportedQuarter(transaction, patch)) !== null;
		patch.late = stays || (await checkLate(transaction, patch, amendment.late, reason));
		if (patch.late && status === "APPROVED") patch.status = "AMENDED";
	}
	return changeEngagement(transaction, amendment.action, row, patch, reason);
}
