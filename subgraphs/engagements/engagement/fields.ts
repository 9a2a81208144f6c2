import type { z } from "zod";
import * as formats from "../../../shared/formats.ts";
import type { EngagementRow } from "../database/rows.ts";

const KINDS = [
	"FACILITY_ACCESS",
	"TRAINING",
	"TECH_TRANSFER",
	"ASSISTANCE",
	"REFERRAL",
	"EVENT",
] as const;
const INSTRUMENTS = [
	"LICENSE",
	"CRADA",
	"MEMBER_PROJECT",
	"SPONSORED_PROJECT",
	"TECHNICAL_ASSISTANCE",
];
const level = formats.wholeNumber({ from: 1, to: 10, unit: "levels" });

type Field = {
	column: keyof EngagementRow;
	/** Its column in imported and exported files. */
	csv: string;
	format: z.ZodType<string | number | boolean>;
	/** The only kind of service that has it; left out if all have it. */
	kind?: (typeof KINDS)[number];
};

/**
 * The fields of an engagement that people fill in, as the mutations name them. Reading, checking, import, export and
 * history follow from this table: to add a field, add it here, as a column, and to the API's types.
 */
export const FIELDS = {
	kind: { column: "kind", csv: "service_kind", format: formats.oneOf(KINDS) },
	centerId: { column: "center_id", csv: "mep_center_id", format: formats.id },
	instituteId: { column: "institute_id", csv: "institute_id", format: formats.id },
	title: { column: "title", csv: "title", format: formats.text(200) },
	startedOn: { column: "started_on", csv: "date", format: formats.partialDate },
	endedOn: { column: "ended_on", csv: "end_date", format: formats.partialDate },
	facilityId: {
		column: "facility_id",
		csv: "facility_id",
		format: formats.id,
		kind: "FACILITY_ACCESS",
	},
	hours: {
		column: "hours",
		csv: "hours",
		format: formats.decimal({ from: 0, to: 100_000, unit: "hours" }),
		kind: "FACILITY_ACCESS",
	},
	feePaid: { column: "fee_paid", csv: "fee_paid", format: formats.flag, kind: "FACILITY_ACCESS" },
	courseId: { column: "course_id", csv: "course_id", format: formats.id, kind: "TRAINING" },
	peopleTrained: {
		column: "people_trained",
		csv: "people_trained",
		format: formats.wholeNumber({ from: 1, to: 100_000, unit: "people" }),
		kind: "TRAINING",
	},
	credential: {
		column: "credential",
		csv: "credential",
		format: formats.text(200),
		kind: "TRAINING",
	},
	technologyId: {
		column: "technology_id",
		csv: "technology_id",
		format: formats.id,
		kind: "TECH_TRANSFER",
	},
	instrument: {
		column: "instrument",
		csv: "instrument",
		format: formats.oneOf(INSTRUMENTS),
		kind: "TECH_TRANSFER",
	},
	mrlFrom: { column: "mrl_from", csv: "mrl_from", format: level, kind: "TECH_TRANSFER" },
	mrlTo: { column: "mrl_to", csv: "mrl_to", format: level, kind: "TECH_TRANSFER" },
	practice: { column: "practice", csv: "service_note", format: formats.codeWord },
	note: { column: "note", csv: "evidence", format: formats.text(4000) },
} as const satisfies Record<string, Field>;

export type FieldName = keyof typeof FIELDS;
export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[];

/** The details of an engagement, not checked yet. Undefined and null both mean that a field is not given. */
export type Details = { kind: string } & {
	[F in Exclude<FieldName, "kind">]?: z.output<(typeof FIELDS)[F]["format"]> | null;
};

/** The columns that people fill in. */
type DetailColumn = (typeof FIELDS)[FieldName]["column"];
export type DetailColumns = Pick<EngagementRow, DetailColumn>;
export const DETAIL_COLUMNS = FIELD_NAMES.map((name) => FIELDS[name].column);

/** Details → columns; what is not given is null. */
export function columnsOf(details: Details): DetailColumns {
	const columns = FIELD_NAMES.map((name) => [FIELDS[name].column, details[name] ?? null]);
	return Object.fromEntries(columns) as DetailColumns;
}

/** Columns → details. SQLite reads a boolean as 0 or 1. */
export function detailsOf(row: DetailColumns): Details {
	const details = FIELD_NAMES.map((name) => [name, row[FIELDS[name].column]]);
	const feePaid = row.fee_paid === null ? null : Boolean(row.fee_paid);
	return { ...(Object.fromEntries(details) as Details), feePaid };
}
