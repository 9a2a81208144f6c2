import { parsePartialDate } from "../../../shared/dates.ts";
import { amount, currency, decimal, faultOf, partialDate } from "../../../shared/formats.ts";

const MONEY = ["NEW_SALES", "RETAINED_SALES", "COST_SAVINGS", "COST_AVOIDED", "INVESTMENT"];
const JOBS = ["JOBS_CREATED", "JOBS_RETAINED"];

/** Bounds beyond which a claim is marked an outlier: money per employee in USD, and where employees are not known. */
const OUTLIER_BOUNDS = {
	moneyPerEmployee: 1_000_000,
	moneyUnknownSize: 50_000_000,
	jobsPerEmployee: 2,
	jobsUnknownSize: 500,
} as const;

export type Claim = {
	metric: string;
	value: number;
	currency?: string | null;
	/** The source's qualifier of the figure. */
	qualifier?: string | null;
};
type Fault = { path: string; message: string };

/** The figure beyond which a claim is an outlier for the firm's size; null where none is stated. Other currencies than USD are not judged. */
export function outlierLimit(
	claim: Pick<Claim, "metric" | "currency">,
	employees: number | null,
): number | null {
	const { moneyPerEmployee, moneyUnknownSize, jobsPerEmployee, jobsUnknownSize } = OUTLIER_BOUNDS;
	if (JOBS.includes(claim.metric))
		return employees === null ? jobsUnknownSize : Math.max(10, employees * jobsPerEmployee);
	if (MONEY.includes(claim.metric) && claim.currency === "USD")
		return employees === null ? moneyUnknownSize : Math.max(1, employees) * moneyPerEmployee;
	return null;
}

/** Whether a claim is beyond the stated bound for the firm's size. */
export function isOutlier(claim: Claim, employees: number | null): boolean {
	const limit = outlierLimit(claim, employees);
	return limit !== null && claim.value > limit;
}

const SCORE = decimal({ from: -100, to: 100, unit: "points" });

type Window = {
	center_id: string | null;
	institute_id: string | null;
	window_start: string | null;
	window_end: string | null;
};

/** Whether two windows may have a day in common; false if one has no dates. */
function windowsOverlap(one: Window, other: Window): boolean {
	const [start, end, from, to] = [
		one.window_start,
		one.window_end,
		other.window_start,
		other.window_end,
	].map((text) => parsePartialDate(text ?? ""));
	if (!start || !end || !from || !to) return false;
	return start.first <= to.last && from.first <= end.last;
}

const sameProvider = (one: Window, other: Window): boolean =>
	one.center_id === other.center_id &&
	(one.center_id !== null || one.institute_id === other.institute_id);

/** Whether a figure reported for both windows counts twice: the same provider and a day in common. */
export function countsTwice(one: Window, other: Window): boolean {
	return sameProvider(one, other) && windowsOverlap(one, other);
}

/** Verifications of outcomes that no total counts and that do not stand in the way of a new report. */
const SET_ASIDE = ["DISPUTED", "WITHDRAWN"];

/** What the rules do with a report of a client and metric beside an earlier one; undefined where the two do not meet. */
export function overlapRuling(
	report: Window,
	earlier: Window & { verification: string },
): "REFUSED" | "BOTH_COUNT" | "EARLIER_SET_ASIDE" | undefined {
	if (earlier.verification === "WITHDRAWN" || !windowsOverlap(report, earlier)) return undefined;
	if (SET_ASIDE.includes(earlier.verification)) return "EARLIER_SET_ASIDE";
	return sameProvider(report, earlier) ? "REFUSED" : "BOTH_COUNT";
}

/** Everything that is wrong with one claim. */
export function claimFaults(claim: Claim, path: string): Fault[] {
	const faults: Fault[] = [];
	const value = (message: string) => faults.push({ path: `${path}.value`, message });
	const score = claim.metric === "NET_PROMOTER_SCORE";
	const wrong = faultOf(score ? SCORE : amount, claim.value);
	if (wrong) value(wrong);
	if (JOBS.includes(claim.metric) && !Number.isInteger(claim.value))
		value(`${claim.value} is not a whole number of jobs`);
	const money = MONEY.includes(claim.metric);
	const unknown = faultOf(currency, claim.currency ?? "");
	if (money && unknown) faults.push({ path: `${path}.currency`, message: unknown });
	if (!money && claim.currency)
		faults.push({
			path: `${path}.currency`,
			message: `${claim.metric} is not money; leave it out`,
		});
	return faults;
}

export type OutcomeDraft = {
	windowStart: string;
	windowEnd: string;
	covers: string[];
	claims: Claim[];
};

/** Everything that is wrong with the figures of a report. */
export function claimListFaults(claims: readonly Claim[]): Fault[] {
	if (claims.length === 0)
		return [{ path: "claims", message: "is empty; give at least one figure" }];
	return claims.flatMap((claim, index) => {
		const path = `claims.${index}`;
		const isSecond = claims.findIndex((one) => one.metric === claim.metric) < index;
		return [
			...claimFaults(claim, path),
			...(isSecond ? [{ path: `${path}.metric`, message: `${claim.metric} is given twice` }] : []),
		];
	});
}

const figureOf = ({ metric, value, currency }: Claim): string =>
	JSON.stringify([metric, value, currency ?? null]);

/** Whether two lists have the same figures, in any order. */
export function sameClaims(one: readonly Claim[], other: readonly Claim[]): boolean {
	const [these, those] = [one, other].map((claims) => claims.map(figureOf).sort().join());
	return these === those;
}

/** Everything that is wrong with a window. `today` is a day. */
export function windowFaults(
	window: Pick<OutcomeDraft, "windowStart" | "windowEnd">,
	today: string,
): Fault[] {
	const faults: Fault[] = [];
	const [start, end] = (["windowStart", "windowEnd"] as const).map((path) => {
		const message = faultOf(partialDate, window[path]);
		if (message) faults.push({ path, message });
		return parsePartialDate(window[path]);
	});
	if (start && end && end.last < start.first)
		faults.push({ path: "windowEnd", message: "is before windowStart" });
	if (end && end.first > today) faults.push({ path: "windowEnd", message: "lies in the future" });
	return faults;
}

/** Everything that is wrong with an outcome and can be checked without the database. `today` is a day. */
export function outcomeFaults(draft: OutcomeDraft, today: string): Fault[] {
	const faults = windowFaults(draft, today);
	if (draft.covers.length === 0)
		faults.push({ path: "covers", message: "is empty; name the engagements it is about" });
	return [...faults, ...claimListFaults(draft.claims)];
}

const REVIEWS: Record<string, string[]> = {
	SELF_REPORTED: ["CENTER_CHECKED", "VERIFIED", "OUTLIER", "DISPUTED", "WITHDRAWN"],
	CENTER_CHECKED: ["VERIFIED", "OUTLIER", "DISPUTED", "WITHDRAWN"],
	VERIFIED: ["DISPUTED", "WITHDRAWN"],
	OUTLIER: ["CENTER_CHECKED", "VERIFIED", "DISPUTED", "WITHDRAWN"],
	DISPUTED: ["VERIFIED", "WITHDRAWN"],
	WITHDRAWN: [],
};

/** Verifications that a review can lead to. */
export function reviewsOf(verification: string): string[] {
	return REVIEWS[verification] ?? [];
}

/** Whether its center may still correct or withdraw a report: nobody has vouched for its figures. */
export const isCorrectable = (verification: string): boolean =>
	["SELF_REPORTED", "OUTLIER", "DISPUTED"].includes(verification);
