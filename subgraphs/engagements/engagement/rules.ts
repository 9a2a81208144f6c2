import { fiscalYearOfDay, parsePartialDate } from "../../../shared/dates.ts";

/** Columns derived from a partial date. `fiscal_year` is null where the date is too coarse to tell ("2018" spans two). */
export function dateColumns(startedOn: string | null) {
	const date = startedOn === null ? undefined : parsePartialDate(startedOn);
	if (!date) return { started_on: null, started_first: "", started_last: "", fiscal_year: null };
	const year = fiscalYearOfDay(date.first);
	return {
		started_on: date.text,
		started_first: date.first,
		started_last: date.last,
		fiscal_year: year === fiscalYearOfDay(date.last) ? year : null,
	};
}

/** A trace is one SME, one kind of service, one center and/or institute; its id says so, and orders traces by SME. */
export function traceIdOf(row: {
	sme_id: string;
	kind: string;
	center_id: string | null;
	institute_id: string | null;
}): string {
	return [row.sme_id, row.kind, row.center_id ?? "", row.institute_id ?? ""].join("~");
}

/** Where each deed leads, from the statuses in which it is possible. */
const TRANSITIONS = {
	submit: { DRAFT: "SUBMITTED", RETURNED: "SUBMITTED" },
	return: { SUBMITTED: "RETURNED" },
	approve: { SUBMITTED: "APPROVED" },
	report: { APPROVED: "REPORTED" },
	amend: {
		DRAFT: "DRAFT",
		RETURNED: "RETURNED",
		APPROVED: "APPROVED",
		REPORTED: "AMENDED",
		AMENDED: "AMENDED",
	},
	void: {
		DRAFT: "VOIDED",
		SUBMITTED: "VOIDED",
		RETURNED: "VOIDED",
		APPROVED: "VOIDED",
		REPORTED: "VOIDED",
		AMENDED: "VOIDED",
	},
} as const satisfies Record<string, Record<string, string>>;

export type Step = keyof typeof TRANSITIONS;

/** The status after `step`; undefined where it is not possible from `status`. */
export function statusAfter(step: Step, status: string): string | undefined {
	return (TRANSITIONS[step] as Record<string, string>)[status];
}

/** The statuses from which `step` is possible. */
export function statusesBefore(step: Step): string[] {
	return Object.keys(TRANSITIONS[step]);
}

/** The quarter of the US federal year that a day lies in: October to December is the first. */
export function quarterOfDay(day: string): { fiscalYear: number; quarter: number } {
	const month = Number(day.slice(5, 7));
	return {
		fiscalYear: fiscalYearOfDay(day),
		quarter: ((Math.floor((month - 1) / 3) + 1) % 4) + 1,
	};
}

/** First and last day of a quarter of the US federal year. */
export function daysOfQuarter(
	fiscalYear: number,
	quarter: number,
): { first: string; last: string } {
	const year = quarter === 1 ? fiscalYear - 1 : fiscalYear;
	const [first, last] = [
		["10-01", "12-31"],
		["01-01", "03-31"],
		["04-01", "06-30"],
		["07-01", "09-30"],
	][quarter - 1] as [string, string];
	return { first: `${year}-${first}`, last: `${year}-${last}` };
}

/** What describes an engagement, before it is checked. Undefined and null both mean: not given. */
export type Details = {
	kind: string;
	centerId?: string | null;
	instituteId?: string | null;
	title?: string | null;
	startedOn?: string | null;
	endedOn?: string | null;
	facilityId?: string | null;
	hours?: number | null;
	courseId?: string | null;
	peopleTrained?: number | null;
	credential?: string | null;
	technologyId?: string | null;
	instrument?: string | null;
	mrlFrom?: number | null;
	mrlTo?: number | null;
	practice?: string | null;
	feePaid?: boolean | null;
	note?: string | null;
};

/** Details that belong to one kind of service only. */
const ONLY: Partial<Record<keyof Details, string>> = {
	facilityId: "FACILITY_ACCESS",
	hours: "FACILITY_ACCESS",
	feePaid: "FACILITY_ACCESS",
	courseId: "TRAINING",
	peopleTrained: "TRAINING",
	credential: "TRAINING",
	technologyId: "TECH_TRANSFER",
	instrument: "TECH_TRANSFER",
	mrlFrom: "TECH_TRANSFER",
	mrlTo: "TECH_TRANSFER",
};

const RANGES: Partial<Record<keyof Details, { from: number; to: number; unit: string }>> = {
	hours: { from: 0, to: 100_000, unit: "hours" },
	peopleTrained: { from: 1, to: 100_000, unit: "people" },
	mrlFrom: { from: 1, to: 10, unit: "levels" },
	mrlTo: { from: 1, to: 10, unit: "levels" },
};

const LONGEST: Partial<Record<keyof Details, number>> = {
	title: 200,
	credential: 200,
	practice: 60,
	note: 4000,
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** What is wrong with a text, where something is. */
export function textFault(text: string, longest: number): string | undefined {
	if (text.trim() === "") return "is empty; leave it out or write something";
	if (text.length > longest) return `has ${text.length} characters; ${longest} are the most`;
	if (CONTROL.test(text)) return "holds control characters; take them out";
	return undefined;
}

type Fault = { path: string; message: string };

function dateFaults(details: Details, today: string): Fault[] {
	const faults: Fault[] = [];
	const read = (["startedOn", "endedOn"] as const).map((path) => {
		const text = details[path];
		if (text === null || text === undefined) return undefined;
		const date = parsePartialDate(text);
		if (!date)
			faults.push({
				path,
				message: `"${text.slice(0, 40)}" is not a date; write 2018, 2018-03 or 2018-03-07`,
			});
		else if (date.first > today) faults.push({ path, message: `${text} lies in the future` });
		return date;
	});
	const [started, ended] = read;
	if (started && ended && ended.last < started.first)
		faults.push({ path: "endedOn", message: `${ended.text} is before startedOn, ${started.text}` });
	return faults;
}

/** All that is wrong with an engagement's details. `today` is a day, 2026-11-24. */
export function detailFaults(details: Details, today: string): Fault[] {
	const faults = dateFaults(details, today);
	const given = (path: keyof Details) => details[path] !== null && details[path] !== undefined;
	if (!given("centerId") && !given("instituteId"))
		faults.push({ path: "centerId", message: "name a center, an institute or both" });
	for (const [path, kind] of Object.entries(ONLY))
		if (given(path as keyof Details) && details.kind !== kind)
			faults.push({ path, message: `belongs to ${kind} only, not to ${details.kind}` });
	for (const [path, { from, to, unit }] of Object.entries(RANGES)) {
		const value = details[path as keyof Details];
		if (typeof value === "number" && !(value >= from && value <= to))
			faults.push({ path, message: `${value} is out of range; ${from} to ${to} ${unit}` });
	}
	if (given("mrlFrom") && given("mrlTo") && Number(details.mrlTo) < Number(details.mrlFrom))
		faults.push({
			path: "mrlTo",
			message: `${details.mrlTo} is below mrlFrom, ${details.mrlFrom}`,
		});
	for (const [path, longest] of Object.entries(LONGEST)) {
		const text = details[path as keyof Details];
		const wrong = typeof text === "string" ? textFault(text, longest) : undefined;
		if (wrong) faults.push({ path, message: wrong });
	}
	if (given("practice") && !/^[A-Z][A-Z0-9_]*$/.test(String(details.practice)))
		faults.push({ path: "practice", message: "write it like LEAN or SUPPLY_CHAIN" });
	return faults;
}
