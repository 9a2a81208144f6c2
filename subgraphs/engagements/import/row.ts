import { z } from "zod";
import type { FieldFault } from "../../../shared/errors.ts";
import * as formats from "../../../shared/formats.ts";
import { type Details, FIELD_NAMES, FIELDS, type FieldName } from "../engagement/fields.ts";
import { type Claim, claimFaults } from "../outcome/rules.ts";
import { SME_FIELDS, type SmeDetails, smeFaults } from "../sme/fields.ts";

/** Columns of figures, the metric each is of, and its currency. */
export const METRICS = [
	["new_sales_usd", "NEW_SALES", "USD"],
	["retained_sales_usd", "RETAINED_SALES", "USD"],
	["cost_savings_usd", "COST_SAVINGS", "USD"],
	["investment_usd", "INVESTMENT", "USD"],
	["jobs_created", "JOBS_CREATED", null],
	["jobs_retained", "JOBS_RETAINED", null],
] as const;

type CsvOf<T extends Record<string, { csv: string }>> = T[keyof T]["csv"];
const csvOf = <T extends Record<string, { csv: string }>>(fields: T) =>
	Object.values(fields).map(({ csv }) => csv) as Array<CsvOf<T>>;

/** Columns that an import knows; those of the published cases, and the fields of an engagement. */
export const COLUMNS = [
	"id",
	"sme_id",
	...csvOf(SME_FIELDS),
	"mep_center",
	"institute",
	"year",
	...csvOf(FIELDS),
	...METRICS.map(([column]) => column),
	"qualifier",
	"late_reason",
	"source_url",
	"source_url_2",
	"as_of",
	"read_on",
] as const;

export type Column = (typeof COLUMNS)[number];
export type Cells = Partial<Record<Column, string>>;

/** One row of an import, read but not yet checked against anything. */
export type ImportRow = {
	key: string;
	sme: SmeDetails & { id: string | null; name: string };
	details: Details;
	claims: Array<Claim & { column: Column }>;
	lateReason: string | null;
	source: { url: string | null; readOn: string | null };
};

/** The metrics that a file with these columns speaks of. */
export const metricsIn = (columns: readonly string[]): string[] =>
	METRICS.filter(([column]) => columns.includes(column)).map(([, metric]) => metric);

/** Reads one row. Faults name columns. */
export function readRow(cells: Cells): { row: ImportRow; faults: FieldFault[] } {
	const faults: FieldFault[] = [];
	const fault = (path: Column, message: string | undefined) => {
		if (message) faults.push({ path, message });
	};
	const text = (column: Column) => cells[column]?.trim() || null;
	const number = (column: Column) => {
		const value = text(column);
		if (value === null) return null;
		if (/^-?\d+(\.\d+)?$/.test(value)) return Number(value);
		fault(column, `${formats.shown(value)} is not a number; write it without separators and signs`);
		return null;
	};
	const flag = (column: Column) => {
		const value = text(column)?.toLowerCase() ?? null;
		if (value && !["true", "false", "yes", "no"].includes(value))
			fault(column, "write true or false");
		return value === null ? null : ["true", "yes"].includes(value);
	};
	const readAs = (format: z.ZodType, column: Column) => {
		if (format instanceof z.ZodNumber) return number(column);
		return format instanceof z.ZodBoolean ? flag(column) : text(column);
	};
	const key = text("id");
	fault(
		"id",
		key === null
			? "is missing; it is the key by which a row is never taken twice"
			: formats.faultOf(formats.key, key),
	);
	const named = text("service_kind")?.toUpperCase() ?? "";
	const kind = named === "OTHER" ? "ASSISTANCE" : named;
	fault("service_kind", formats.faultOf(FIELDS.kind.format, kind));
	if (text("sme_name") === null && text("sme_id") === null) fault("sme_name", "is missing");
	const state = text("sme_state");
	if (state && !/^([A-Z]{2}-)?[A-Z]{2}$/.test(state))
		fault("sme_state", `${formats.shown(state)} is not a state; write GA or US-GA`);
	const qualifier = text("qualifier");
	const note = [text("evidence"), qualifier && `(${qualifier})`].filter(Boolean).join(" ");
	// Published cases say for how many people of services of other kinds, too.
	const read = FIELD_NAMES.filter((name) => name !== "peopleTrained" || kind === "TRAINING");
	const details = Object.fromEntries(
		read.map((name) => [name, readAs(FIELDS[name].format, FIELDS[name].csv)]),
	) as Details;
	const url = text("source_url");
	fault("source_url", formats.faultOf(formats.webAddress, url));
	const readOn = text("read_on");
	fault("read_on", formats.faultOf(formats.partialDate, readOn));
	const lateReason = text("late_reason");
	fault("late_reason", formats.faultOf(formats.reason, lateReason));
	const row: ImportRow = {
		key: key ?? "",
		sme: {
			id: text("sme_id"),
			name: text("sme_name") ?? "",
			city: text("sme_city"),
			state: state && (state.includes("-") ? state : `US-${state}`),
			naics: text("naics"),
			employees: number("employees"),
			largerGroup: flag("larger_group"),
		},
		details: {
			...details,
			kind,
			startedOn: text("date") ?? text("year"),
			note: note || null,
		},
		claims: METRICS.flatMap(([column, metric, currency]) => {
			const value = number(column);
			const [name, words] = qualifier?.split(/: (.*)/s) ?? [];
			const said = name && column.startsWith(name) ? (words ?? null) : null;
			return value === null ? [] : [{ column, metric, value, currency, qualifier: said }];
		}),
		lateReason,
		source: { url, readOn },
	};
	const { name, state: _, ...sme } = row.sme;
	for (const { path, message } of smeFaults(name ? { ...sme, name } : sme))
		fault(SME_FIELDS[path as keyof typeof SME_FIELDS].csv, message);
	for (const claim of row.claims)
		for (const { message } of claimFaults(claim, "")) fault(claim.column, message);
	return { row, faults };
}

/** The column of the file that a field of the commands was read from. */
export function columnOf(row: ImportRow, field: string): Column | "" {
	const [, index] = /^claims\.(\d+)\./.exec(field) ?? [];
	if (index) return row.claims[Number(index)]?.column ?? "";
	if (field in FIELDS) return FIELDS[field as FieldName].csv;
	if (field === "smeId") return row.sme.id ? "sme_id" : "sme_name";
	if (field === "late" || field === "reason") return "late_reason";
	return field === "id" ? "id" : "";
}
