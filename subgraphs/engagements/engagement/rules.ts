import { parsePartialDate } from "../../../shared/dates.ts";

/** The US federal year of a day: it starts in October and bears the year it ends in. */
export function fiscalYearOfDay(day: string): number {
	const year = Number(day.slice(0, 4));
	return Number(day.slice(5, 7)) >= 10 ? year + 1 : year;
}

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
