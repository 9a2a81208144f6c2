import { parsePartialDate } from "../../../shared/dates.ts";
import { EntitlementLevel, type Tier } from "../../../shared/entitlement-level.ts";

/** The institute, tier and period of a membership. */
export type MembershipTerm = {
	institute_id: string;
	tier_id: string | null;
	started_on: string | null;
	ended_on: string | null;
};

/** A use of a facility, as far as a membership entitles to it. */
export type FacilityUse = {
	kind: string;
	instituteId?: string | null;
	startedOn?: string | null;
	feePaid?: boolean | null;
};
type Fault = { path: string; message: string };

const FACILITY_USE = "rd_facility_use";
const BEST_FIRST = [EntitlementLevel.INCLUDED, EntitlementLevel.FEE, EntitlementLevel.NONE];

/** Whether a membership may have been in force on a day of the period that a date means. */
export function inForce(term: MembershipTerm, on: string): boolean {
	const day = parsePartialDate(on);
	const start = term.started_on === null ? undefined : parsePartialDate(term.started_on);
	const end = term.ended_on === null ? undefined : parsePartialDate(term.ended_on);
	if (!day) return false;
	return (!start || start.first <= day.last) && (!end || end.last >= day.first);
}

/** Whether two memberships may have been in force at once. */
export function overlap(one: MembershipTerm, other: MembershipTerm): boolean {
	const [start, end] = [one.started_on ?? "0001", one.ended_on ?? "9999"].map(parsePartialDate);
	const [from, to] = [other.started_on ?? "0001", other.ended_on ?? "9999"].map(parsePartialDate);
	if (!start || !end || !from || !to) return false;
	return start.last <= to.first && from.last <= end.first;
}

/**
 * The entitlement of a membership to the use of a facility, and what is wrong with the use: if the institute has tiers,
 * an entitlement of NONE needs a fee. Without a known membership the entitlement is NONE.
 */
export function facilityAccess(
	access: FacilityUse,
	tiers: Tier[],
	memberships: MembershipTerm[],
): { level: EntitlementLevel | null; faults: Fault[] } {
	const { kind, instituteId, startedOn, feePaid } = access;
	if (kind !== "FACILITY_ACCESS" || tiers.length === 0) return { level: null, faults: [] };
	const current = memberships.filter(
		(one) => one.institute_id === instituteId && (!startedOn || inForce(one, startedOn)),
	);
	const levels = current.flatMap(({ tier_id }) =>
		(tiers.find(({ id }) => id === tier_id)?.entitlements ?? [])
			.filter(({ right }) => right === FACILITY_USE)
			.map(({ level }) => level),
	);
	const level = BEST_FIRST.find((one) => levels.includes(one)) ?? EntitlementLevel.NONE;
	if (level !== EntitlementLevel.NONE || feePaid) return { level, faults: [] };
	const named = current.flatMap(
		({ tier_id }) => tiers.find(({ id }) => id === tier_id)?.name ?? [],
	);
	const why =
		named.length > 0
			? `the ${named.join(" and ")} membership at ${instituteId} does not include the use of facilities`
			: `no membership at ${instituteId} is known for that day`;
	return {
		level,
		faults: [
			{
				path: "feePaid",
				message: `${why}; say that a fee was paid, or have a manager record the membership`,
			},
		],
	};
}
