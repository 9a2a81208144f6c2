import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Database } from "../shared/database/database.ts";
import { lock } from "../shared/database/lock.ts";
import {
	CourseRow,
	DoubtRow,
	FacilityRow,
	InstituteRow,
	MilestoneRow,
	MrlLevelRow,
	ObservationRow,
	TechnologyRow,
} from "../subgraphs/institutes/database/rows.ts";
import type { Counts } from "./counts.ts";
import { type RowFault, readCsv } from "./csv.ts";
import { amount, date, day, figure, required, state, text, url } from "./fields.ts";
import { upsertRows } from "./upsert.ts";

const instituteSchema = z.object({
	id: required,
	name: required,
	full_name: required,
	native_name: required,
	former_names: z.string(),
	sponsor: z.enum(["DOD", "DOE", "DOC"]),
	lead: required,
	city: required,
	state: required,
	technology_area: required,
	established: date,
	opened: date,
	source_document: required,
	source_section: required,
	source_line: figure,
});
const facilitySchema = z.object({
	id: required,
	institute_id: required,
	institute: text,
	name: required,
	city: text,
	state,
	capability: text,
	opened: text,
	qualifier: text,
	source_url: url,
	source_url_2: text,
	read_on: day,
});
const courseSchema = z.object({
	id: required,
	institute_id: required,
	institute: text,
	name: required,
	audience: text,
	started: text,
	people_trained: amount,
	as_of: text,
	note: text,
	source_url: url,
	read_on: day,
});
const technologySchema = z.object({
	id: required,
	institute_id: required,
	name: required,
	engagement_ids: z.string(),
	source_url: url,
	read_on: day,
});
const factSchema = z.object({
	id: required,
	institute_id: required,
	property: required,
	value: figure,
	unit: required,
	as_printed: text,
	as_of: text,
	doubt_id: text,
	source_document: required,
	source_section: text,
	source_line: amount,
});
const metricSchema = z.object({
	id: required,
	institute_id: required,
	institute: text,
	as_of: text,
	metric: required,
	value: figure,
	unit: required,
	qualifier: text,
	source_url: url,
	read_on: day,
});
const networkMetricSchema = z.object({
	id: required,
	network: z.enum(["MEP", "Manufacturing USA"]),
	fiscal_year: figure,
	metric: required,
	value: figure,
	unit: required,
	qualifier: text,
	source_url: url,
	read_on: day,
});
const mrlSchema = z.object({ level: figure, definition: required, stages: required });
const doubtsSchema = z.array(
	z.object({
		id: z.string(),
		severity: z.string(),
		what: z.string(),
		printed: z.string().nullable(),
		right: z.string().nullable(),
		settled_by: z.string().nullable(),
		why: z.string(),
	}),
);

export type InstitutesSeeds = {
	institutes: InstituteRow[];
	milestones: MilestoneRow[];
	facilities: FacilityRow[];
	courses: CourseRow[];
	technologies: TechnologyRow[];
	doubts: DoubtRow[];
	observations: ObservationRow[];
	mrlLevels: MrlLevelRow[];
};

/** The figure with the words that its source puts on it: "over 800". */
const printed = (qualifier: string | null, value: number) =>
	qualifier ? `${qualifier} ${value}` : String(value);
const NO_PLACE = { doubt_id: null, source_section: null, source_line: null };
const NETWORK_IDS = { MEP: "mep-national-network", "Manufacturing USA": "manufacturing-usa" };

function toMilestones({
	id,
	established,
	opened,
}: z.output<typeof instituteSchema>): MilestoneRow[] {
	const dates = [
		["ANNOUNCED", established],
		["OPENED", opened],
	] as const;
	return dates.flatMap(([kind, on]) =>
		on ? [{ id: `${id}-${kind.toLowerCase()}`, institute_id: id, kind, date: on }] : [],
	);
}

/** Reads the institutes' files from `dir`. */
export function readInstitutesSeeds(dir: string): { data: InstitutesSeeds; faults: RowFault[] } {
	const faults: RowFault[] = [];
	let known: Set<string> | undefined;
	function read<T extends object>(
		name: string,
		schema: z.ZodType<T> & { shape: Record<string, unknown> },
		key?: keyof T,
	): T[] {
		const file = join(dir, name);
		const found = readCsv(file, schema, key);
		faults.push(...found.faults);
		found.rows.forEach((row, index) => {
			const institute = (row as { institute_id?: string }).institute_id;
			if (known && institute && !known.has(institute))
				faults.push({
					file,
					line: found.lines[index] ?? 0,
					column: "institute_id",
					reason: `there is no institute "${institute}"`,
				});
		});
		return found.rows;
	}
	const institutes = read("institutes.csv", instituteSchema);
	known = new Set(institutes.map((row) => row.id));
	const facts = read("institute-facts.csv", factSchema);
	const metrics = read("institute-metrics.csv", metricSchema);
	const networkMetrics = read("network-metrics.csv", networkMetricSchema);
	const observations: ObservationRow[] = [
		...facts.map((row) => ({
			...row,
			network_id: null,
			fiscal_year: null,
			source_url: null,
			read_on: null,
		})),
		...metrics.map((row) => ({
			...NO_PLACE,
			id: row.id,
			institute_id: row.institute_id,
			network_id: null,
			fiscal_year: null,
			property: row.metric,
			value: row.value,
			unit: row.unit,
			as_printed: printed(row.qualifier, row.value),
			as_of: row.as_of,
			source_document: new URL(row.source_url).host,
			source_url: row.source_url,
			read_on: row.read_on,
		})),
		...networkMetrics.map((row) => ({
			...NO_PLACE,
			id: row.id,
			institute_id: null,
			network_id: NETWORK_IDS[row.network],
			fiscal_year: row.fiscal_year,
			property: row.metric,
			value: row.value,
			unit: row.unit,
			as_printed: printed(row.qualifier, row.value),
			as_of: String(row.fiscal_year),
			source_document: new URL(row.source_url).host,
			source_url: row.source_url,
			read_on: row.read_on,
		})),
	];
	return {
		data: {
			institutes: institutes.map(({ established: _, opened: __, ...row }) => row),
			milestones: institutes.flatMap(toMilestones),
			facilities: read("facilities.csv", facilitySchema).map(
				({ institute: _, source_url_2: __, ...row }) => row,
			),
			courses: read("courses.csv", courseSchema).map(({ institute: _, ...row }) => row),
			technologies: read("technologies.csv", technologySchema).map(
				({ engagement_ids: _, ...row }) => row,
			),
			doubts: doubtsSchema.parse(JSON.parse(readFileSync(join(dir, "doubts.json"), "utf8"))),
			observations,
			mrlLevels: read("mrl-levels.csv", mrlSchema, "level").map(({ level, ...row }) => ({
				id: String(level),
				...row,
			})),
		},
		faults,
	};
}

/** Writes all of it in one transaction. */
export function writeInstitutesSeeds(database: Database, data: InstitutesSeeds): Promise<Counts> {
	return database.write(async (manager) => {
		await lock(manager, "seeds");
		return {
			institutes: await upsertRows(manager, InstituteRow, data.institutes),
			milestones: await upsertRows(manager, MilestoneRow, data.milestones),
			facilities: await upsertRows(manager, FacilityRow, data.facilities),
			courses: await upsertRows(manager, CourseRow, data.courses),
			technologies: await upsertRows(manager, TechnologyRow, data.technologies),
			doubts: await upsertRows(manager, DoubtRow, data.doubts),
			figures: await upsertRows(manager, ObservationRow, data.observations),
			"readiness levels": await upsertRows(manager, MrlLevelRow, data.mrlLevels),
		};
	});
}
