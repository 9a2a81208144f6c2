import { detailsOf, FIELD_NAMES, FIELDS } from "../engagement/fields.ts";
import { COLUMNS, type Column, METRICS } from "../import/parse-row.ts";
import { SME_FIELDS } from "../sme/fields.ts";
import type { ExportClaim, ExportRow } from "./queries.ts";

type Value = string | number | boolean | null | undefined;

/** A number without exponent, as imports read it. */
function plain(value: number): string {
	const text = String(value);
	return text.includes("e") ? value.toFixed(20).replace(/\.?0+$/, "") : text;
}

/** Imports append the qualifier of a figure in brackets to the evidence; this separates them again. */
function apart(note: string | null, claims: ExportClaim[]): { evidence: Value; qualifier: Value } {
	for (const { metric, qualifier } of claims) {
		const end = `: ${qualifier})`;
		if (!qualifier || !note?.endsWith(end)) continue;
		const [, evidence, name] = /^(?:(.*) )?\((\w+)$/s.exec(note.slice(0, -end.length)) ?? [];
		const column = METRICS.find((one) => one[1] === metric)?.[0];
		if (name && column?.startsWith(name))
			return { evidence, qualifier: `${name}${end.slice(0, -1)}` };
	}
	return { evidence: note, qualifier: null };
}

/** The cells of the columns in the tables of fields. */
function fieldCells(row: ExportRow): Partial<Record<Column, Value>> {
	const details = detailsOf(row);
	const group = row.sme_larger_group === null ? null : Boolean(row.sme_larger_group);
	return Object.fromEntries([
		...FIELD_NAMES.map((name) => [FIELDS[name].csv, details[name]]),
		...Object.values(SME_FIELDS).map(({ csv, column }) => [csv, row[`sme_${column}`]]),
		[SME_FIELDS.largerGroup.csv, group],
	]);
}

/**
 * The cells of one engagement, in the order and format of the import's columns; unknown values are empty. `key` is the
 * id of the row.
 */
export function cellsOf(row: ExportRow, key: string, claims: ExportClaim[]): string[] {
	const figures = METRICS.map(([column, metric]) => [
		column,
		claims.find((claim) => claim.metric === metric)?.value,
	]);
	const cells: Partial<Record<Column, Value>> = {
		...fieldCells(row),
		...Object.fromEntries(figures),
		...apart(row.note, claims),
		id: key,
		sme_id: row.logged_sme_id,
		source_url: row.source_url,
		read_on: row.read_on,
	};
	return COLUMNS.map((column) => {
		const value = cells[column];
		return typeof value === "number" ? plain(value) : String(value ?? "");
	});
}
