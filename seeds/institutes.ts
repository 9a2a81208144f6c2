import type { Database } from "../shared/database/database.ts";
import { lock } from "../shared/database/lock.ts";
import { searchable } from "../shared/database/search.ts";
import * as rows from "../subgraphs/institutes/database/rows.ts";
import type { RowFault } from "./csv.ts";
import { type ReadObservation, readObservations, type ToPlace } from "./institutes/observations.ts";
import { createReader, type Reader } from "./institutes/reader.ts";
import * as schemas from "./institutes/schemas.ts";
import { type Counts, upsertRows } from "./upsert.ts";

export type InstitutesSeeds = {
	documents: rows.DocumentRow[];
	doubts: rows.DoubtRow[];
	networks: rows.NetworkRow[];
	institutes: rows.InstituteRow[];
	members: rows.NetworkInstituteRow[];
	facilities: rows.FacilityRow[];
	courses: rows.CourseRow[];
	technologies: rows.TechnologyRow[];
	calls: rows.CallRow[];
	projects: rows.ProjectRow[];
	roadmap: rows.RoadmapAreaRow[];
	tiers: rows.TierRow[];
	entitlements: rows.EntitlementRow[];
	phases: rows.FundingPhaseRow[];
	observations: rows.ObservationRow[];
	indicators: rows.IndicatorRow[];
	mrlLevels: rows.MrlLevelRow[];
};

type Place = Parameters<ToPlace>[0];

/** Replaces the document id and place of a row by its source columns. */
function withSource<T extends Place>(row: T, toPlace: ToPlace) {
	const { document, section, line, ...rest } = row;
	return { ...rest, ...toPlace({ document, section, line }) };
}

/** Search text of an institute: all its names, former ones included, its technology and place, in both languages. */
function searchTextOf(
	row: { id: string } & Pick<
		rows.InstituteRow,
		| "name"
		| "full_name"
		| "acronym"
		| "native_name"
		| "former_names"
		| "city"
		| "native_city"
		| "technology_area"
		| "native_technology_area"
	>,
	observations: readonly ReadObservation[],
): string {
	const named = observations.filter(
		({ institute_id, property }) =>
			institute_id === row.id &&
			["name", "native_name", "former_name", "technology_area"].includes(property),
	);
	const own = [row.name, row.full_name, row.acronym, row.native_name, row.former_names];
	const where = [row.city, row.native_city, row.technology_area, row.native_technology_area];
	const all = [...own, ...where, ...named.flatMap(({ text, native_text }) => [text, native_text])];
	return searchable(...new Set(all));
}

/** Search text of an observation: what it is of, what it says, and where it was read. */
function figureSearchText(row: ReadObservation, subject: ReadonlyArray<string | null>): string {
	return searchable(
		...subject,
		row.property.replaceAll("_", " "),
		row.text,
		row.native_text,
		row.as_printed,
		row.party,
		row.period,
		row.reason,
		row.source_document,
		row.source_section,
	);
}

function readInstitutes(reader: Reader, toPlace: ToPlace, networks: rows.NetworkRow[]) {
	const institutes = reader.registerIds(
		"institute",
		reader.read("institutes.csv", schemas.instituteSchema),
	);
	const observations = readObservations(reader, toPlace);
	const names = new Map(
		[...institutes, ...networks].map(({ id, name, native_name }) => [id, [name, native_name]]),
	);
	return {
		observations: observations.map((row) => {
			const subject = names.get(row.institute_id ?? row.network_id ?? "") ?? [];
			return { ...row, search_text: figureSearchText(row, subject) };
		}),
		institutes: institutes.map(({ networks: _, ...row }) => ({
			...withSource(row, toPlace),
			search_text: searchTextOf(row, observations),
		})),
		members: institutes.flatMap(({ id, networks }) =>
			networks.split(";").map((network_id) => ({
				id: `${network_id}~${id}`,
				network_id,
				institute_id: id,
			})),
		),
	};
}

function readAssets(reader: Reader, toPlace: ToPlace) {
	const { read, registerIds } = reader;
	return {
		facilities: read("facilities.csv", schemas.facilitySchema).map(
			({ institute: _, source_url_2: __, ...row }) => row,
		),
		courses: read("courses.csv", schemas.courseSchema).map(({ institute: _, ...row }) => row),
		technologies: registerIds(
			"technology",
			read("technologies.csv", schemas.technologySchema).map(
				({ engagement_ids: _, ...row }) => row,
			),
		),
		calls: registerIds(
			"call",
			read("calls.csv", schemas.callSchema).map(({ document, section, line, ...row }) => ({
				...row,
				...(document
					? toPlace({ document, section, line })
					: { source_document: null, source_section: null, source_line: null }),
			})),
		),
		projects: read("projects.csv", schemas.projectSchema),
		roadmap: read("roadmap-areas.csv", schemas.roadmapSchema).map((row) =>
			withSource(row, toPlace),
		),
		tiers: registerIds(
			"tier",
			read("tiers.csv", schemas.tierSchema).map((row) => withSource(row, toPlace)),
		),
		entitlements: read("entitlements.csv", schemas.entitlementSchema).map((row) =>
			withSource(row, toPlace),
		),
		phases: read("funding-phases.csv", schemas.phaseSchema).map((row) => withSource(row, toPlace)),
		indicators: read("indicators.csv", schemas.indicatorSchema).map((row, index) => ({
			...withSource(row, toPlace),
			number: index + 1,
		})),
		mrlLevels: read("mrl-levels.csv", schemas.mrlSchema, "level").map(({ level, ...row }) => ({
			id: String(level),
			...withSource(row, toPlace),
		})),
	};
}

/** Reads the files of the institutes subgraph from `dir`. */
export function readInstitutesSeeds(dir: string): { data: InstitutesSeeds; faults: RowFault[] } {
	const reader = createReader(dir);
	const { read, registerIds, faults } = reader;
	const documents = registerIds("document", read("documents.csv", schemas.documentSchema));
	const titles = new Map(documents.map(({ id, title }) => [id, title]));
	const titleOf = (id: string) => titles.get(id) ?? id;
	const toPlace: ToPlace = ({ document, section, line }) => ({
		source_document: titleOf(document),
		source_section: section,
		source_line: line,
	});
	const doubts = registerIds("doubt", read("doubts.csv", schemas.doubtSchema));
	const networks = registerIds("network", read("networks.csv", schemas.networkSchema)).map((row) =>
		withSource(row, toPlace),
	);
	const data = {
		documents,
		doubts: doubts.map(({ status, documents: concerned, ...row }) => ({
			...row,
			settled: status === "SETTLED",
			documents: concerned.split(";").map(titleOf).join("\n"),
		})),
		networks,
		...readInstitutes(reader, toPlace, networks),
		...readAssets(reader, toPlace),
	};
	return { data, faults };
}

/** Writes all rows in one transaction. */
export function writeInstitutesSeeds(database: Database, data: InstitutesSeeds): Promise<Counts> {
	return database.write(async (manager) => {
		await lock(manager, "seeds");
		return {
			networks: await upsertRows(manager, rows.NetworkRow, data.networks),
			institutes: await upsertRows(manager, rows.InstituteRow, data.institutes),
			"places in networks": await upsertRows(manager, rows.NetworkInstituteRow, data.members),
			facilities: await upsertRows(manager, rows.FacilityRow, data.facilities),
			courses: await upsertRows(manager, rows.CourseRow, data.courses),
			technologies: await upsertRows(manager, rows.TechnologyRow, data.technologies),
			calls: await upsertRows(manager, rows.CallRow, data.calls),
			projects: await upsertRows(manager, rows.ProjectRow, data.projects),
			"roadmap areas": await upsertRows(manager, rows.RoadmapAreaRow, data.roadmap),
			tiers: await upsertRows(manager, rows.TierRow, data.tiers),
			entitlements: await upsertRows(manager, rows.EntitlementRow, data.entitlements),
			"funding phases": await upsertRows(manager, rows.FundingPhaseRow, data.phases),
			documents: await upsertRows(manager, rows.DocumentRow, data.documents),
			doubts: await upsertRows(manager, rows.DoubtRow, data.doubts),
			facts: await upsertRows(manager, rows.ObservationRow, data.observations),
			indicators: await upsertRows(manager, rows.IndicatorRow, data.indicators),
			"readiness levels": await upsertRows(manager, rows.MrlLevelRow, data.mrlLevels),
		};
	});
}
