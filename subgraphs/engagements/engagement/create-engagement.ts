import type { Tier } from "../../../shared/entitlement-level.ts";
import { badInput } from "../../../shared/errors.ts";
import type { EngagementRow } from "../database/rows.ts";
import { entitlementOf } from "../membership/entitlement.ts";
import type { Transaction } from "../record/command.ts";
import { newId } from "../record/ids.ts";
import { rootOf } from "../sme/root.ts";
import { columnsOf, type Details } from "./fields.ts";
import { checkLate } from "./late.ts";
import { newEngagement } from "./new.ts";
import { insertEngagement } from "./repository.ts";

/** A new engagement with checked details. */
export type NewEngagement = {
	action: "logged" | "imported";
	smeId: string;
	details: Details;
	/** The membership tiers of the institute. */
	tiers: Tier[];
	status: "DRAFT" | "SUBMITTED" | "APPROVED";
	visibility: "CONFIDENTIAL" | "PUBLIC";
	late?: boolean | null;
	reason?: string | null;
	source: { document: string; url: string | null; readOn: string | null };
};

/** Inserts a new engagement, in a transaction that has locked manufacturers and the center's quarters. */
export async function createEngagement(
	transaction: Transaction,
	given: NewEngagement,
): Promise<EngagementRow> {
	const { details, source, visibility, reason } = given;
	const sme = await rootOf(transaction, given.smeId);
	if (visibility === "PUBLIC" && sme.visibility !== "PUBLIC")
		throw badInput(
			transaction.pathOf("smeId"),
			`there is no public Sme with the id "${given.smeId}"`,
		);
	const entitlement = await entitlementOf(transaction, details, sme.id, given.tiers, visibility);
	const row = newEngagement(
		{
			id: newId("eng"),
			...columnsOf(details),
			entitlement,
			sme_id: sme.id,
			logged_sme_id: given.smeId,
			status: given.status,
			visibility,
			synthetic: transaction.synthetic,
			source_document: source.document,
			source_url: source.url,
			read_on: source.readOn,
		},
		details.startedOn ?? null,
	);
	row.late = await checkLate(transaction, row, given.late, reason);
	if (row.late && row.status === "APPROVED") row.status = "AMENDED";
	return insertEngagement(transaction, given.action, row, reason);
}
