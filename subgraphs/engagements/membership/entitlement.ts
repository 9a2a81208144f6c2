import { readerIn } from "../../../shared/database/reader-in.ts";
import type { Tier } from "../../../shared/entitlement-level.ts";
import { badInput } from "../../../shared/errors.ts";
import { readOnce, type Transaction } from "../record/command.ts";
import { membershipsOf } from "./queries.ts";
import { type FacilityUse, facilityAccess } from "./rules.ts";

/**
 * The entitlement of the manufacturer's membership to this use of a facility; null if none is needed. Published cases are
 * not checked. Throws BAD_USER_INPUT if a fee is missing.
 */
export async function entitlementOf(
	transaction: Transaction,
	use: FacilityUse,
	smeId: string,
	tiers: Tier[],
	visibility: string,
): Promise<string | null> {
	const { manager, actor, pathOf } = transaction;
	if (use.kind !== "FACILITY_ACCESS" || tiers.length === 0 || visibility === "PUBLIC") return null;
	const memberships = await readOnce(transaction, `memberships ${smeId}`, () =>
		membershipsOf(readerIn(manager), actor, smeId),
	);
	const { level, faults } = facilityAccess(use, tiers, memberships);
	if (faults[0]) throw badInput(pathOf(faults[0].path), faults[0].message);
	return level;
}
