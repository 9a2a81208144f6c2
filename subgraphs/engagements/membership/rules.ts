import { parsePartialDate } from "../../../shared/dates.ts";
import { EntitlementLevel } from "../../../shared/entitlement-level.ts";

/** A tier as the institutes subgraph tells it. */
export type Tier = {
	id: string;
	name: string;
	entitlements: Array<{ right: string; level: string }>;
};

/** A membership, as far as it is asked what it entitles to. */
export type Held = {
	institute_id: string;
	tier_id: string | null;
	started_on: string | null;
	ended_on: string | null;
};

type Access = {
	kind: string;
	instituteId?: string | null;
	startedOn?: string | null;
	feePaid?: boolean | null;
};
type Fault = { path: string; message: string };

const FACILITY_USE = "rd_facility_use";
const BEST_FIRST = [EntitlementLevel.INCLUDED, EntitlementLevel.FEE, EntitlementLevel.NONE];

/** Whether a membership may have been in force on a day of the period that a date means. */
export function inForce(held: Held, on: string): boolean {
	const day = parsePartialDate(on);
	const start = held.started_on === null ? undefined : parsePartialDate(held.started_on);
	const end = held.ended_on === null ? undefined : parsePartialDate(held.ended_on);
	if (!day) return false;
	return (!start || start.first <= day.last) && (!end || end.last >= day.first);
}

/** Whether two memberships may have been in force at once. */
export function overlap(one: Held, other: Held): boolean {
	const [start, end] = [one.started_on ?? "0001", one.ended_on ?? "9999"].map(parsePartialDate);
	const [from, to] = [other.started_on ?? "0001", other.ended_on ?? "9999"].map(parsePartialDate);
	if (!start || !end || !from || !to) return false;
	return start.last <= to.first && from.last <= end.first;
}

/**
 * What the membership allows a use of a facility, and what is wrong with it: where the institute has tiers, an
 * entitlement of NONE takes a fee. Who is no known member is entitled to nothing.
 */
export function facilityAccess(
	access: Access,
	tiers: Tier[],
	memberships: Held[],
): { level: EntitlementLevel | null; faults: Fault[] } {
	const { kind, instituteId, startedOn, feePaid } = access;
	if (kind !== "FACILITY_ACCESS" || tiers.length === 0) return { level: null, faults: [] };
	const held = memberships.filter(
		(one) => one.institute_id === instituteId && (!startedOn || inForce(one, startedOn)),
	);
	const levels = held.flatMap(({ tier_id }) =>
		(tiers.find(({ id }) => id === tier_id)?.entitlements ?? [])
			.filter(({ right }) => right === FACILITY_USE)
			.map(({ level }) => level),
	);
	const level = BEST_FIRST.find((one) => levels.includes(one)) ?? EntitlementLevel.NONE;
	if (level !== EntitlementLevel.NONE || feePaid) return { level, faults: [] };
	const named = held.flatMap(({ tier_id }) => tiers.find(({ id }) => id === tier_id)?.name ?? []);
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
