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

/** Whether a claim is beyond the stated bound for the firm's size. Other currencies than USD are not judged. */
export function isOutlier(claim: Claim, employees: number | null): boolean {
	const { moneyPerEmployee, moneyUnknownSize, jobsPerEmployee, jobsUnknownSize } = OUTLIER_BOUNDS;
	if (JOBS.includes(claim.metric))
		return (
			claim.value >
			(employees === null ? jobsUnknownSize : Math.max(10, employees * jobsPerEmployee))
		);
	if (MONEY.includes(claim.metric) && claim.currency === "USD")
		return (
			claim.value >
			(employees === null ? moneyUnknownSize : Math.max(1, employees) * moneyPerEmployee)
		);
	return false;
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

/** Whether a figure reported for both windows counts twice: the same provider and a day in common. */
export function countsTwice(one: Window, other: Window): boolean {
	const sameProvider =
		one.center_id === other.center_id &&
		(one.center_id !== null || one.institute_id === other.institute_id);
	return sameProvider && windowsOverlap(one, other);
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

/** Everything that is wrong with an outcome and can be checked without the database. `today` is a day. */
export function outcomeFaults(draft: OutcomeDraft, today: string): Fault[] {
	const faults: Fault[] = [];
	const [start, end] = (["windowStart", "windowEnd"] as const).map((path) => {
		const message = faultOf(partialDate, draft[path]);
		if (message) faults.push({ path, message });
		return parsePartialDate(draft[path]);
	});
	if (start && end && end.last < start.first)
		faults.push({ path: "windowEnd", message: "is before windowStart" });
	if (end && end.first > today) faults.push({ path: "windowEnd", message: "lies in the future" });
	if (draft.covers.length === 0)
		faults.push({ path: "covers", message: "is empty; name the engagements it is about" });
	if (draft.claims.length === 0)
		faults.push({ path: "claims", message: "is empty; give at least one figure" });
	draft.claims.forEach((claim, index) => {
		const path = `claims.${index}`;
		faults.push(...claimFaults(claim, path));
		if (draft.claims.findIndex((one) => one.metric === claim.metric) < index)
			faults.push({ path: `${path}.metric`, message: `${claim.metric} is given twice` });
	});
	return faults;
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
