import { z } from "zod";
import { amount, date, day, figure, flag, required, state, text, url } from "../fields.ts";

/** The document (of `documents.csv`) and the place in it that a row comes from. */
const place = { document: required, section: text, line: amount };

export const documentSchema = z.object({
	id: required,
	title: required,
	about: required,
	as_of: date,
	as_of_words: text,
	language: required,
});
export const doubtSchema = z.object({
	id: required,
	status: z.enum(["OPEN", "SETTLED"]),
	severity: z.enum(["high", "medium", "low"]),
	what: required,
	printed: text,
	right: text,
	settled_by: text,
	why: z.string(),
	documents: required,
	external_source: text,
});
export const networkSchema = z.object({
	id: required,
	name: required,
	native_name: text,
	former_names: z.string(),
	country: required,
	fiscal_year_start_month: figure,
	program_office: text,
	program_office_within: text,
	...place,
});
export const instituteSchema = z.object({
	id: required,
	name: required,
	full_name: text,
	native_name: text,
	acronym: text,
	former_names: z.string(),
	networks: required,
	sponsor: z.enum(["", "DOD", "DOE", "DOC"]).transform((value) => value || null),
	lead: text,
	native_lead: text,
	lead_kind: z
		.enum([
			"",
			"UNIVERSITY_OR_FOUNDATION",
			"LABORATORY",
			"MANUFACTURING_CENTER",
			"ALLIANCE",
			"RESEARCH_INSTITUTE",
			"PROFESSIONAL_SOCIETY",
		])
		.transform((value) => value || null),
	city: required,
	state: text,
	country: required,
	native_city: text,
	technology_area: required,
	native_technology_area: text,
	mission: text,
	native_mission: text,
	...place,
});
export const facilitySchema = z.object({
	id: required,
	institute_id: required,
	institute: text,
	name: required,
	city: text,
	state,
	capability: text,
	opened: date,
	qualifier: text,
	source_url: url,
	source_url_2: text,
	read_on: day,
});
export const courseSchema = z.object({
	id: required,
	institute_id: required,
	institute: text,
	name: required,
	audience: text,
	started: date,
	people_trained: amount,
	as_of: date,
	as_of_words: text,
	note: text,
	source_url: url,
	read_on: day,
});
export const technologySchema = z.object({
	id: required,
	institute_id: required,
	name: required,
	engagement_ids: z.string(),
	source_url: url,
	read_on: day,
});
export const projectSchema = z.object({
	id: required,
	institute_id: required,
	name: required,
	lead: text,
	partners: z.string(),
	call_id: text,
	technology_id: text,
	started: date,
	note: text,
	source_url: url,
	read_on: day,
});
export const callSchema = z.object({
	id: required,
	institute_id: required,
	name: required,
	opened: date,
	cycle_months_from: amount,
	cycle_months_to: amount,
	criteria: z.string(),
	emphasis: z.string(),
	requirement: text,
	batches: amount,
	projects: amount,
	leads: z.string().regex(/^([^:;]+:\d+(;|$))*$/, "is not kind:count;kind:count"),
	amount_usd: amount,
	note: text,
	document: text,
	section: text,
	line: amount,
	source_url: text,
	read_on: text,
});
export const roadmapSchema = z.object({
	id: required,
	institute_id: required,
	number: figure,
	name: required,
	native_name: text,
	from_year: figure,
	to_year: figure,
	released: date,
	doubts: z.string(),
	...place,
});
export const tierSchema = z.object({
	id: required,
	institute_id: required,
	rank: figure,
	name: required,
	native_name: text,
	dues_a_year: figure,
	currency: z.string().regex(/^[A-Z]{3}$/, "is not an ISO 4217 currency code such as USD"),
	as_printed: text,
	note: text,
	...place,
});
export const entitlementSchema = z.object({
	id: required,
	tier_id: required,
	right: required,
	level: z.enum(["INCLUDED", "FEE", "NONE"]),
	...place,
});
export const phaseSchema = z.object({
	id: required,
	from_year: figure,
	to_year: amount,
	funds: required,
	...place,
});
export const indicatorSchema = z.object({
	id: required,
	group: z.enum(["SHORT_TERM", "MID_TERM", "LONG_TERM", "CHINA_DIMENSION", "CHINA_QUANTIFIABLE"]),
	name: required,
	...place,
});
export const mrlSchema = z.object({
	level: figure,
	definition: required,
	native_definition: required,
	stages: required,
	...place,
});
export const observationSchema = z
	.object({
		id: required,
		network_id: text,
		institute_id: text,
		fiscal_year: amount,
		property: z.string().regex(/^[a-z][a-z0-9_]*$/, "is not a name such as federal_commitment"),
		number: amount,
		value: amount,
		unit: text,
		text,
		native_text: text,
		as_printed: text,
		printed_value: amount,
		as_of: date,
		as_of_words: text,
		period: text,
		party: text,
		accepted: flag,
		reason: text,
		doubts: z.string(),
		...place,
	})
	.refine((row) => (row.network_id === null) !== (row.institute_id === null), {
		path: ["network_id"],
		error: "set either network_id or institute_id, not both",
	})
	.refine((row) => row.value !== null || row.text !== null || row.native_text !== null, {
		path: ["value"],
		error: "a value or a text is missing",
	})
	.refine((row) => row.value === null || row.unit !== null, {
		path: ["unit"],
		error: "is missing; a value needs a unit",
	});
export const instituteMetricSchema = z.object({
	id: required,
	institute_id: required,
	institute: text,
	as_of: date,
	as_of_words: text,
	metric: required,
	value: figure,
	unit: required,
	qualifier: text,
	period: text,
	note: text,
	source_url: url,
	read_on: day,
});
export const networkMetricSchema = z.object({
	id: required,
	network: z.enum(["MEP", "Manufacturing USA"]),
	fiscal_year: figure,
	metric: required,
	value: figure,
	unit: required,
	qualifier: text,
	as_printed: text,
	note: text,
	source_url: url,
	read_on: day,
});
/** Whether to accept a figure from a web page that another source contradicts. */
export const decisionSchema = z.object({
	observation_id: required,
	accepted: flag,
	reason: required,
	doubts: z.string(),
});
/** A break in a series: figures of a network for a year, or one figure by its id, cannot be compared with earlier ones. */
export const breakSchema = z
	.object({
		id: required,
		network_id: text,
		property: text,
		fiscal_year: amount,
		observation_id: text,
		reason: required,
		doubt: required,
	})
	.refine(
		(row) =>
			(row.observation_id === null) === Boolean(row.network_id && row.property && row.fiscal_year),
		{
			path: ["observation_id"],
			error: "set either observation_id, or network_id with property and fiscal_year, not both",
		},
	);
