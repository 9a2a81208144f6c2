import { parsePartialDate } from "../../../shared/dates.ts";
import type { EntitlementLevel } from "../../../shared/entitlement-level.ts";
import type { Observation } from "../../../shared/provenance/provenance.ts";
import type { EntitlementRow, TierRow } from "../database/rows.ts";
import { documentSource } from "../observation/present.ts";
import type { Entitlement, MemberSummary, MembershipTier } from "./type.ts";

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

/** Kinds of member that a source counts; `party` or the property names the kind. */
const KINDS = ["members_of_kind", "members_manufacturing", "members_education", "members_other"];

/** The last day that a figure may be of; figures without a date come first. */
const lastDay = ({ asOf }: Observation) => (asOf && parsePartialDate(asOf)?.last) || "";

/** Member counts in an institute's or network's observations. */
export function toMemberSummary(observed: Observation[]): MemberSummary {
	const byDate = (properties: string[]) =>
		observed
			.filter(({ property, accepted }) => accepted && properties.includes(property))
			.sort((one, other) => (lastDay(one) < lastDay(other) ? -1 : 1));
	const history = byDate(["members"]);
	return {
		latest: history.at(-1),
		mix: byDate(KINDS),
		smeShare: byDate(["sme_share_of_industry_members"]).at(-1),
		smallManufacturerShare: byDate(["small_share_of_manufacturer_members"]).at(-1),
		history,
	};
}
