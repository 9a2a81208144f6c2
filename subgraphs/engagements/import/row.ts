import type { FieldFault } from "../../../shared/errors.ts";
import type { Details } from "../engagement/rules.ts";
import type { Claim } from "../outcome/rules.ts";
import {
	type Reading,
	readAddress,
	readDollars,
	readFlag,
	readKind,
	readNumber,
	readText,
	readWord,
} from "./cells.ts";
import { type DateOrder, readDate } from "./dates.ts";
import { readState } from "./states.ts";

/** Columns that an import knows; those of the published cases, and the details of an engagement. */
export const COLUMNS = [
	"id",
	"sme_id",
	"sme_name",
	"sme_city",
	"sme_state",
	"naics",
	"employees",
	"larger_group",
	"mep_center_id",
	"mep_center",
	"institute_id",
	"institute",
	"service_kind",
	"service_note",
	"date",
	"year",
	"end_date",
	"title",
	"facility_id",
	"hours",
	"fee_paid",
	"course_id",
	"people_trained",
	"credential",
	"technology_id",
	"instrument",
	"mrl_from",
	"mrl_to",
	"new_sales_usd",
	"retained_sales_usd",
	"cost_savings_usd",
	"investment_usd",
	"jobs_created",
	"jobs_retained",
	"qualifier",
	"evidence",
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
	sme: {
		id: string | null;
		name: string;
		city: string | null;
		state: string | null;
		naics: string | null;
		employees: number | null;
		largerGroup: boolean | null;
	};
	details: Details;
	claims: Array<Claim & { column: Column; qualifier: string | null }>;
	source: { url: string | null; readOn: string | null };
};

const METRICS: Array<[Column, string, string | null]> = [
	["new_sales_usd", "NEW_SALES", "USD"],
	["retained_sales_usd", "RETAINED_SALES", "USD"],
	["cost_savings_usd", "COST_SAVINGS", "USD"],
	["investment_usd", "INVESTMENT", "USD"],
	["jobs_created", "JOBS_CREATED", null],
	["jobs_retained", "JOBS_RETAINED", null],
];
const KINDS = ["FACILITY_ACCESS", "TRAINING", "TECH_TRANSFER", "ASSISTANCE", "REFERRAL", "EVENT"];

/** Reads one row. Faults name columns. `order` is how the file writes dates where day and month are numbers. */
export function readRow(cells: Cells, order?: DateOrder): { row: ImportRow; faults: FieldFault[] } {
	const faults: FieldFault[] = [];
	const fault = (path: Column, message: string) => faults.push({ path, message });
	const read = <T>(column: Column, reader: (cell: string) => Reading<T>): T | null => {
		const reading = reader(cells[column] ?? "");
		if (reading.fault) fault(column, reading.fault);
		return reading.value;
	};
	const text = (column: Column) => read(column, readText);
	const number = (column: Column) => read(column, readNumber);
	const flag = (column: Column) => read(column, readFlag);
	const date = (column: Column) => read(column, (cell) => readDate(cell, order));
	const key = text("id");
	if (key === null) fault("id", "is missing; it is the key by which a row is never taken twice");
	const kind = read("service_kind", readKind) ?? "";
	if (!KINDS.includes(kind))
		fault("service_kind", `"${kind.slice(0, 40)}" is not one of ${KINDS.join(", ")}, OTHER`);
	const name = text("sme_name");
	const id = text("sme_id");
	if (name === null && id === null && !faults.some(({ path }) => path === "sme_name"))
		fault("sme_name", "is missing");
	const qualifier = text("qualifier");
	const note = [text("evidence"), qualifier && `(${qualifier})`].filter(Boolean).join(" ");
	const row: ImportRow = {
		key: key ?? "",
		sme: {
			id,
			name: name ?? "",
			city: text("sme_city"),
			state: read("sme_state", readState),
			naics: text("naics"),
			employees: number("employees"),
			largerGroup: flag("larger_group"),
		},
		details: {
			kind,
			centerId: text("mep_center_id"),
			instituteId: text("institute_id"),
			title: text("title"),
			startedOn: date("date") ?? date("year"),
			endedOn: date("end_date"),
			facilityId: text("facility_id"),
			hours: number("hours"),
			feePaid: flag("fee_paid"),
			courseId: text("course_id"),
			peopleTrained: kind === "TRAINING" ? number("people_trained") : null,
			credential: text("credential"),
			technologyId: text("technology_id"),
			instrument: read("instrument", readWord),
			mrlFrom: number("mrl_from"),
			mrlTo: number("mrl_to"),
			practice: read("service_note", readWord),
			note: note || null,
		},
		claims: METRICS.flatMap(([column, metric, currency]) => {
			const value = read(column, currency ? readDollars : readNumber);
			const [name, words] = qualifier?.split(/: (.*)/s) ?? [];
			const said = name && column.startsWith(name) ? (words ?? null) : null;
			return value === null ? [] : [{ column, metric, value, currency, qualifier: said }];
		}),
		source: { url: read("source_url", readAddress), readOn: date("read_on") },
	};
	return { row, faults };
}

/** The column that a detail was read from, for faults found later. */
export const COLUMN_OF: Record<string, Column> = {
	kind: "service_kind",
	centerId: "mep_center_id",
	instituteId: "institute_id",
	startedOn: "date",
	endedOn: "end_date",
	title: "title",
	facilityId: "facility_id",
	hours: "hours",
	feePaid: "fee_paid",
	courseId: "course_id",
	peopleTrained: "people_trained",
	credential: "credential",
	technologyId: "technology_id",
	instrument: "instrument",
	mrlFrom: "mrl_from",
	mrlTo: "mrl_to",
	practice: "service_note",
	note: "evidence",
};
