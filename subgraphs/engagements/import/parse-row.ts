import { z } from "zod";
import type { FieldFault } from "../../../shared/errors.ts";
import * as formats from "../../../shared/formats.ts";
import { type Details, FIELD_NAMES, FIELDS, type FieldName } from "../engagement/fields.ts";
import { type Claim, claimFaults } from "../outcome/rules.ts";
import { SME_FIELDS, type SmeDetails, smeFaults } from "../sme/fields.ts";
import {
	type Reading,
	readDollars,
	readFlag,
	readKind,
	readNumber,
	readText,
	readWord,
} from "./cells.ts";
import { type DateOrder, readDate } from "./dates.ts";
import { readState } from "./states.ts";

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

/** The metrics that a file with these columns contains. */
export const metricsIn = (columns: readonly string[]): string[] =>
	METRICS.filter(([column]) => columns.includes(column)).map(([, metric]) => metric);

/** Fields with codes in capitals, whatever the case in the file. */
const WORDS: readonly FieldName[] = ["instrument", "practice"];

/**
 * Reads one row. Faults name columns. `order` is how the file writes dates whose day and month are both numbers below
 * 13; without it they are refused.
 */
export function readRow(cells: Cells, order?: DateOrder): { row: ImportRow; faults: FieldFault[] } {
	const faults: FieldFault[] = [];
	const fault = (path: Column, message: string | undefined) => {
		if (message) faults.push({ path, message });
	};
	const read = <T>(column: Column, reader: (cell: string) => Reading<T>): T | null => {
		const reading = reader(cells[column] ?? "");
		fault(column, reading.fault);
		return reading.value;
	};
	const text = (column: Column) => read(column, readText);
	const asDate = (cell: string) => readDate(cell, order);
	const readField = (name: FieldName): string | number | boolean | null => {
		const { format, csv }: { format: z.ZodType; csv: Column } = FIELDS[name];
		if (format instanceof z.ZodNumber) return read(csv, readNumber);
		if (format instanceof z.ZodBoolean) return read(csv, readFlag);
		if (format === formats.partialDate) return read(csv, asDate);
		return read(csv, WORDS.includes(name) ? readWord : readText);
	};
	const [key, kind] = [text("id"), read("service_kind", readKind) ?? ""];
	const [id, name] = [text("sme_id"), text("sme_name")];
	const isFine = (path: Column) => faults.every((one) => one.path !== path);
	if (isFine("id"))
		fault(
			"id",
			key === null
				? "is missing; it is the key that prevents importing a row twice"
				: formats.faultOf(formats.key, key),
		);
	if (isFine("service_kind")) fault("service_kind", formats.faultOf(FIELDS.kind.format, kind));
	if (name === null && id === null && isFine("sme_name")) fault("sme_name", "is missing");
	const [qualifier, evidence] = [text("qualifier"), text("evidence")];
	const note = [evidence, qualifier && `(${qualifier})`].filter(Boolean).join(" ");
	// Published cases give people trained for other kinds of service too.
	const fields = FIELD_NAMES.filter(
		(field) =>
			!["kind", "note", "startedOn"].includes(field) &&
			(field !== "peopleTrained" || kind === "TRAINING"),
	);
	const details = Object.fromEntries(fields.map((field) => [field, readField(field)])) as Omit<
		Details,
		"kind"
	>;
	const url = text("source_url");
	fault("source_url", formats.faultOf(formats.webAddress, url));
	const lateReason = text("late_reason");
	fault("late_reason", formats.faultOf(formats.reason, lateReason));
	const row: ImportRow = {
		key: key ?? "",
		sme: {
			id,
			name: name ?? "",
			city: text("sme_city"),
			state: read("sme_state", readState),
			naics: text("naics"),
			employees: read("employees", readNumber),
			largerGroup: read("larger_group", readFlag),
		},
		details: {
			...details,
			kind,
			startedOn: read("date", asDate) ?? read("year", asDate),
			note: note || null,
		},
		claims: METRICS.flatMap(([column, metric, currency]) => {
			const value = read(column, currency ? readDollars : readNumber);
			const [about, words] = qualifier?.split(/: (.*)/s) ?? [];
			const said = about && column.startsWith(about) ? (words ?? null) : null;
			return value === null ? [] : [{ column, metric, value, currency, qualifier: said }];
		}),
		lateReason,
		source: { url, readOn: read("read_on", asDate) },
	};
	const { name: _name, state: _state, ...sme } = row.sme;
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
