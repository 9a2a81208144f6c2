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

/** The id of a trace: one SME, one kind of service, one center and/or institute. Sorting by it groups traces by SME. */
export function traceIdOf(row: {
	sme_id: string;
	kind: string;
	center_id: string | null;
	institute_id: string | null;
}): string {
	return [row.sme_id, row.kind, row.center_id ?? "", row.institute_id ?? ""].join("~");
}

/** The status after each transition, by the statuses in which it is possible. */
const TRANSITIONS = {
	submit: { DRAFT: "SUBMITTED", RETURNED: "SUBMITTED" },
	withdraw: { SUBMITTED: "DRAFT" },
	discard: { DRAFT: "VOIDED", RETURNED: "VOIDED" },
	return: { SUBMITTED: "RETURNED" },
	approve: { SUBMITTED: "APPROVED" },
	/** A late engagement becomes an amendment of its reported quarter. */
	approveLate: { SUBMITTED: "AMENDED" },
	report: { APPROVED: "REPORTED" },
	amend: {
		DRAFT: "DRAFT",
		SUBMITTED: "SUBMITTED",
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

export type Transition = keyof typeof TRANSITIONS;

/** The status after `transition`; undefined where it is not possible from `status`. */
export function statusAfter(transition: Transition, status: string): string | undefined {
	return (TRANSITIONS[transition] as Record<string, string>)[status];
}

/** The statuses from which `transition` is possible. */
export function statusesBefore(transition: Transition): string[] {
	return Object.keys(TRANSITIONS[transition]);
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
