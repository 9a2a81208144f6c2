import { readerIn } from "../../../shared/database/reader-in.ts";
import { badInput } from "../../../shared/errors.ts";
import type { Details } from "../engagement/fields.ts";
import type { Transaction } from "../record/command.ts";
import { membershipsOf } from "./queries.ts";
import { facilityAccess, type Tier } from "./rules.ts";

/**
 * What the manufacturer's membership allows this use of a facility; null where nothing is to be allowed. Published
 * cases tell what happened elsewhere, and are not asked. Throws BAD_USER_INPUT where a fee is missing.
 */
export async function entitlementOf(
	{ manager, actor, pathOf }: Transaction,
	details: Details,
	smeId: string,
	tiers: Tier[],
	visibility: string,
): Promise<string | null> {
	if (details.kind !== "FACILITY_ACCESS" || tiers.length === 0 || visibility === "PUBLIC")
		return null;
	const memberships = await membershipsOf(readerIn(manager), actor, smeId);
	const { level, faults } = facilityAccess(details, tiers, memberships);
	if (faults[0]) throw badInput(pathOf(faults[0].path), faults[0].message);
	return level;
}
