import type { EntitlementLevel } from "../../../shared/entitlement-level.ts";
import type { EntitlementRow, TierRow } from "../database/rows.ts";
import { documentSource } from "../observation/present.ts";
import type { Entitlement, MembershipTier } from "./type.ts";

export function toTier(row: TierRow): MembershipTier {
	return {
		id: row.id,
		name: row.name,
		nativeName: row.native_name,
		rank: row.rank,
		dues: { amount: row.dues_a_year, currency: row.currency },
		asPrinted: row.as_printed,
		note: row.note,
		source: documentSource(row),
		instituteId: row.institute_id,
	};
}

export function toEntitlement(row: EntitlementRow): Entitlement {
	return {
		id: row.id,
		right: row.right,
		level: row.level as EntitlementLevel,
		source: documentSource(row),
	};
}
