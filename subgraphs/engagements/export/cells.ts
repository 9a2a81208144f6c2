import { COLUMNS, type Column } from "../import/row.ts";
import type { ExportClaim, ExportRow } from "./queries.ts";

type Value = string | number | boolean | null;

/** A number as an import reads it: without exponent. */
function plain(value: number): string {
	const text = String(value);
	return text.includes("e") ? value.toFixed(20).replace(/\.?0+$/, "") : text;
}

const flag = (value: boolean | number | null) => (value === null ? null : Boolean(value));

const METRICS: Partial<Record<Column, string>> = {
	new_sales_usd: "NEW_SALES",
	retained_sales_usd: "RETAINED_SALES",
	cost_savings_usd: "COST_SAVINGS",
	investment_usd: "INVESTMENT",
	jobs_created: "JOBS_CREATED",
	jobs_retained: "JOBS_RETAINED",
};

/** An import puts the qualifier of a figure in brackets behind the evidence; this takes the two apart again. */
function apart(note: string | null, claims: ExportClaim[]): { evidence: Value; qualifier: Value } {
	for (const { metric, qualifier } of claims) {
		const end = `: ${qualifier})`;
		if (!qualifier || !note?.endsWith(end)) continue;
		const [, evidence, column] = /^(?:(.*) )?\((\w+)$/s.exec(note.slice(0, -end.length)) ?? [];
		const its = Object.entries(METRICS).find(([, of]) => of === metric)?.[0];
		if (column && its?.startsWith(column))
			return { evidence: evidence ?? null, qualifier: `${column}${end.slice(0, -1)}` };
	}
	return { evidence: note, qualifier: null };
}

/**
 * The cells of one engagement, in the order of the import's columns and as an import reads them; one that is not known
 * is empty. `key` is what an import knows the row by.
 */
export function cellsOf(row: ExportRow, key: string, claims: ExportClaim[]): string[] {
	const figure = (column: Column) =>
		claims.find(({ metric }) => metric === METRICS[column])?.value ?? null;
	const { evidence, qualifier } = apart(row.note, claims);
	const cells: Record<Column, Value> = {
		id: key,
		sme_id: row.logged_sme_id,
		sme_name: row.sme_name,
		sme_city: row.sme_city,
		sme_state: row.sme_state,
		naics: row.sme_naics,
		employees: row.sme_employees,
		larger_group: flag(row.sme_larger_group),
		mep_center_id: row.center_id,
		mep_center: null,
		institute_id: row.institute_id,
		institute: null,
		service_kind: row.kind,
		service_note: row.practice,
		date: row.started_on,
		year: null,
		end_date: row.ended_on,
		title: row.title,
		facility_id: row.facility_id,
		hours: row.hours,
		fee_paid: flag(row.fee_paid),
		course_id: row.course_id,
		people_trained: row.people_trained,
		credential: row.credential,
		technology_id: row.technology_id,
		instrument: row.instrument,
		mrl_from: row.mrl_from,
		mrl_to: row.mrl_to,
		new_sales_usd: figure("new_sales_usd"),
		retained_sales_usd: figure("retained_sales_usd"),
		cost_savings_usd: figure("cost_savings_usd"),
		investment_usd: figure("investment_usd"),
		jobs_created: figure("jobs_created"),
		jobs_retained: figure("jobs_retained"),
		qualifier,
		evidence,
		source_url: row.source_url,
		source_url_2: null,
		as_of: null,
		read_on: row.read_on,
	};
	return COLUMNS.map((column) => {
		const value = cells[column];
		return typeof value === "number" ? plain(value) : String(value ?? "");
	});
}
