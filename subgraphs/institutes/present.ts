import { type Observation, type Source, webSource } from "../../shared/provenance/provenance.ts";
import type { Course, Facility, Technology } from "./asset/type.ts";
import type {
	CourseRow,
	FacilityRow,
	InstituteRow,
	MilestoneRow,
	MrlLevelRow,
	TechnologyRow,
} from "./database/rows.ts";
import type { Institute, Milestone, MrlLevel } from "./institute/type.ts";
import type { observationsOf } from "./queries.ts";

/** Rows → API types; columns that were not read stay undefined. */

const AGENCIES: Record<string, string> = {
	DOD: "Department of Defense",
	DOE: "Department of Energy",
	DOC: "Department of Commerce",
};

type DocumentPlace = {
	source_document: string;
	source_section: string | null;
	source_line: number | null;
};

function documentSource({ source_document, source_section, source_line }: DocumentPlace): Source {
	const id = [source_document, source_section, source_line].filter(Boolean).join(", ");
	return { id, document: source_document, section: source_section, line: source_line };
}

export function toInstitute(row: InstituteRow): Institute {
	return {
		id: row.id,
		name: row.name,
		fullName: row.full_name,
		nativeName: row.native_name,
		formerNames: row.former_names?.split(";").filter(Boolean),
		technologyArea: row.technology_area,
		sponsor: { id: row.sponsor, name: AGENCIES[row.sponsor] ?? row.sponsor },
		lead: row.lead ? { name: row.lead } : null,
		headquarters: { city: row.city, state: row.state, country: "US" },
		source: documentSource(row),
	};
}

export function toMilestone(row: MilestoneRow & DocumentPlace): Milestone {
	return { kind: row.kind, date: row.date, source: documentSource(row) };
}

type AssetRow = {
	id: string;
	name: string;
	institute_id: string;
	source_url: string;
	read_on: string;
};

function toAsset(row: AssetRow) {
	const source =
		row.source_url === undefined ? (undefined as never) : webSource(row.source_url, row.read_on);
	return { id: row.id, name: row.name, source, instituteId: row.institute_id };
}

export function toFacility(row: FacilityRow): Facility {
	const { city, state, capability, opened, qualifier } = row;
	return { ...toAsset(row), city, state, capability, opened, qualifier };
}

export function toCourse(row: CourseRow): Course {
	const { audience, started, people_trained, as_of, note } = row;
	return { ...toAsset(row), audience, started, peopleTrained: people_trained, asOf: as_of, note };
}

export function toTechnology(row: TechnologyRow): Technology {
	return toAsset(row);
}

export function toMrlLevel(row: MrlLevelRow): MrlLevel {
	return { level: Number(row.id), definition: row.definition, stages: row.stages.split(";") };
}

export function toObservation(
	row: Awaited<ReturnType<typeof observationsOf>>[number],
): Observation {
	return {
		property: row.property,
		value: row.value,
		unit: row.unit,
		asPrinted: row.as_printed,
		asOf: row.as_of,
		source: row.source_url ? webSource(row.source_url, row.read_on) : documentSource(row),
		accepted: true,
		doubt: row.doubt_id
			? {
					id: row.doubt_id,
					severity: row.doubt_severity ?? "",
					what: row.doubt_what ?? "",
					printed: row.doubt_printed,
					right: row.doubt_right,
					settledBy: row.doubt_settled_by,
					why: row.doubt_why ?? "",
				}
			: null,
	};
}
