import { type Source, webSource } from "../../shared/provenance/provenance.ts";
import type { Course, Facility, Technology } from "./asset/type.ts";
import type {
	CourseRow,
	FacilityRow,
	InstituteRow,
	MrlLevelRow,
	TechnologyRow,
} from "./database/rows.ts";
import type { Agency, Institute, LeadKind, MrlLevel } from "./institute/type.ts";
import { documentSource } from "./observation/present.ts";

/** Rows → API types; columns that were not read stay undefined. */

const AGENCIES: Record<string, string> = {
	DOD: "Department of Defense",
	DOE: "Department of Energy",
	DOC: "Department of Commerce",
};

export function toAgency(id: string): Agency {
	return { id, name: AGENCIES[id] ?? id };
}

export function toInstitute(row: InstituteRow): Institute {
	return {
		id: row.id,
		name: row.name,
		fullName: row.full_name,
		nativeName: row.native_name,
		acronym: row.acronym,
		formerNames: row.former_names?.split(";").filter(Boolean),
		technologyArea: row.technology_area,
		nativeTechnologyArea: row.native_technology_area,
		sponsor: row.sponsor ? toAgency(row.sponsor) : null,
		lead: row.lead
			? { name: row.lead, nativeName: row.native_lead, kind: row.lead_kind as LeadKind | null }
			: null,
		headquarters: {
			city: row.city,
			state: row.state,
			country: row.country,
			nativeCity: row.native_city,
		},
		mission: row.mission,
		nativeMission: row.native_mission,
		source: documentSource(row),
	};
}

type AssetRow = {
	id: string;
	name: string;
	institute_id: string;
	source_url: string;
	read_on: string;
};

export function toAsset(row: AssetRow): {
	id: string;
	name: string;
	source: Source;
	instituteId: string;
} {
	const source =
		row.source_url === undefined ? (undefined as never) : webSource(row.source_url, row.read_on);
	return { id: row.id, name: row.name, source, instituteId: row.institute_id };
}

export function toFacility(row: FacilityRow): Facility {
	const { city, state, capability, opened, qualifier } = row;
	return { ...toAsset(row), city, state, capability, opened, qualifier };
}

export function toCourse(row: CourseRow): Course {
	const { audience, started, people_trained, as_of, as_of_words, note } = row;
	const dated = { asOf: as_of, asOfWords: as_of_words };
	return { ...toAsset(row), audience, started, peopleTrained: people_trained, ...dated, note };
}

export function toTechnology(row: TechnologyRow): Technology {
	return toAsset(row);
}

export function toMrlLevel(row: MrlLevelRow): MrlLevel {
	return {
		level: Number(row.id),
		definition: row.definition,
		nativeDefinition: row.native_definition,
		stages: row.stages.split(";"),
		source: documentSource(row),
	};
}
